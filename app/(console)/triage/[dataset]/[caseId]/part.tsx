import type { ReactNode } from 'react'

/** One of the things that are known of an item beside its text. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 text-sm">{title}</h2>
      <div className="flex flex-col gap-2">{children}</div>
    </section>
  )
}
