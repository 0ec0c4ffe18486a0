import type { ReactNode } from 'react'
import { Message, type MessageProps } from './message'
import { Wordmark } from './wordmark'

/** A whole page that says one thing and what to do next. Inside a shell, which has the frame, it is a <Message>. */
export function MessagePage(props: MessageProps): ReactNode {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-prose flex-col justify-center gap-8 px-4 py-12">
      <Wordmark />
      <Message {...props} />
    </main>
  )
}
