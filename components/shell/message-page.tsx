import type { ReactNode } from 'react'
import { Wordmark } from './wordmark'

/** A page that says one thing and what to do next: not found, something failed. */
export function MessagePage({
  title,
  children,
  actions,
}: {
  title: ReactNode
  children: ReactNode
  actions: ReactNode
}) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-prose flex-col justify-center gap-4 px-4 py-12">
      <Wordmark />
      <h1 className="mt-4 text-3xl">{title}</h1>
      <div className="text-lg leading-relaxed text-ink-soft">{children}</div>
      <div className="mt-2 flex flex-wrap gap-3">{actions}</div>
    </main>
  )
}
