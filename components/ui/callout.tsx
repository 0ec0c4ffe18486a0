import type { ReactNode } from 'react'
import { cx } from './cx'

export type CalloutTone = 'note' | 'good' | 'warn' | 'bad'

/** A block that must not be overlooked. The title says what it is; the tone repeats it. */
export function Callout({
  tone = 'note',
  title,
  children,
}: {
  tone?: CalloutTone
  title?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className={cx('rounded-md border-s-4 px-4 py-3 text-sm text-ink', tones[tone])}>
      {title ? <p className="font-semibold">{title}</p> : null}
      {children ? <div className={cx('max-w-prose', Boolean(title) && 'mt-1')}>{children}</div> : null}
    </div>
  )
}

const tones: Record<CalloutTone, string> = {
  note: 'border-accent bg-accent-soft',
  good: 'border-good bg-good-soft',
  warn: 'border-warn bg-warn-soft',
  bad: 'border-bad bg-bad-soft',
}
