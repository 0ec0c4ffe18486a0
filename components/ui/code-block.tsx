import type { ReactNode } from 'react'
import { CopyButton } from './copy-button'

/** Commands or code to take along: what it is, the text, a copy button. */
export function CodeBlock({ code, caption }: { code: string; caption: ReactNode }) {
  return (
    <figure className="overflow-hidden rounded-md border border-line bg-sunken">
      <figcaption className="flex items-center justify-between gap-3 border-b border-line py-1 ps-3 pe-1 text-sm text-ink-soft">
        <span>{caption}</span>
        <CopyButton text={code} subject="the code" />
      </figcaption>
      <pre
        tabIndex={0}
        className="overflow-x-auto px-3 py-2.5 font-mono text-[0.8125rem] leading-relaxed whitespace-pre print:whitespace-pre-wrap"
      >
        <code>{code}</code>
      </pre>
    </figure>
  )
}
