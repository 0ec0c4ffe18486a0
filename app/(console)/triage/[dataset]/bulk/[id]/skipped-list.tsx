import { SKIPPED } from '@/lib/bulk/labels'
import type { Tally } from '@/lib/bulk/queries'
import { formatPlural } from '@/lib/format'

/** How many cases are left out, and why. */
export function SkippedList({ skipped, would = false }: { skipped: readonly Tally[]; would?: boolean }) {
  if (skipped.length === 0) return null
  const all = skipped.reduce((sum, { cases }) => sum + cases, 0)
  return (
    <>
      <p className="text-sm">
        {formatPlural(all, 'case')} {would ? 'would be' : all === 1 ? 'was' : 'were'} skipped:
      </p>
      <ul className="mb-3 flex list-disc flex-col gap-1 ps-5 text-sm text-ink-soft">
        {skipped.map(({ value, cases }) => (
          <li key={value}>
            {formatPlural(cases, 'case')}: {SKIPPED[value] ?? value}
          </li>
        ))}
      </ul>
    </>
  )
}
