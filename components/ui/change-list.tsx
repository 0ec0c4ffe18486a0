import type { ReactNode } from 'react'
import { Timestamp } from './timestamp'

type Change = { key: string | number; at: Date; said: ReactNode }

/** Who changed a setting, when, and how it was before, newest first; `none` where nobody did. */
export function ChangeList({ none, changes }: { none: string; changes: readonly Change[] }) {
  if (changes.length === 0) return <p className="text-sm text-ink-soft">{none}</p>
  return (
    <ol className="flex flex-col gap-3 text-sm">
      {changes.map(({ key, at, said }) => (
        <li key={key} className="wrap-anywhere">
          <Timestamp at={at} />: {said}
        </li>
      ))}
    </ol>
  )
}
