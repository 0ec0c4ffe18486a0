import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { cx } from './cx'

export type TimelineEntry = {
  key: string
  title: ReactNode
  /** when: usually a <Timestamp>, or words ("by 3 December 2026") */
  when?: ReactNode
  state?: 'done' | 'current' | 'ahead'
  children?: ReactNode
}

/** What happened, in order, on a vertical line; what is still ahead is hollow. */
export function Timeline({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  const t = useT('forms.timeline')
  return (
    <ol aria-label={label} className="text-sm">
      {entries.map(({ key, title, when, state = 'done', children }) => (
        <li
          key={key}
          className="group relative flex gap-4 pb-5 last:pb-0"
          aria-current={state === 'current' ? 'step' : undefined}
        >
          <span
            aria-hidden="true"
            className="absolute start-[5px] top-4 -bottom-1 w-0.5 bg-line group-last:hidden"
          />
          <span
            aria-hidden="true"
            className={cx('relative mt-1 size-3 shrink-0 rounded-full border-2', dots[state])}
          />
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <p className={cx('font-medium', state === 'ahead' ? 'text-ink-soft' : 'text-ink')}>
                {state === 'done' ? null : <span className="sr-only">{`${t(state)}\u00a0`}</span>}
                {title}
              </p>
              {when ? <p className="text-ink-soft">{when}</p> : null}
            </div>
            {children ? <div className="mt-0.5 max-w-prose text-ink-soft">{children}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}

const dots = {
  done: 'border-accent bg-accent',
  current: 'border-accent bg-canvas outline-2 outline-offset-2 outline-accent-soft',
  ahead: 'border-line-strong bg-canvas',
} as const
