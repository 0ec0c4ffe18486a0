import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { CopyButton } from './copy-button'
import { cx } from './cx'

/** Commands or code to take along: what it is, the text, a copy button. With `wrap` long lines are broken, all in sight. */
export function CodeBlock({
  code,
  caption,
  wrap = false,
}: {
  code: string
  caption: ReactNode
  wrap?: boolean
}) {
  const t = useT('forms.copy')
  return (
    <figure className="overflow-hidden rounded-md border border-line bg-sunken">
      <figcaption className="flex items-center justify-between gap-3 border-b border-line py-1 ps-3 pe-1 text-sm text-ink-soft">
        <span>{caption}</span>
        <CopyButton text={code} subject={t('code')} />
      </figcaption>
      <pre
        tabIndex={0}
        className={cx(
          'overflow-x-auto px-3 py-2.5 font-mono text-[0.8125rem] leading-relaxed print:whitespace-pre-wrap',
          wrap ? 'wrap-anywhere whitespace-pre-wrap' : 'whitespace-pre',
        )}
      >
        <code>{code}</code>
      </pre>
    </figure>
  )
}
