import type { ReactNode } from 'react'

export type MessageProps = { title: ReactNode; children: ReactNode; actions: ReactNode }

/** One thing and what to do next: not found, something failed. */
export function Message({ title, children, actions }: MessageProps) {
  return (
    <div className="flex max-w-prose flex-col gap-4">
      <h1 className="text-3xl">{title}</h1>
      <div className="text-lg leading-relaxed text-ink-soft">{children}</div>
      <div className="mt-2 flex flex-wrap gap-3">{actions}</div>
    </div>
  )
}
