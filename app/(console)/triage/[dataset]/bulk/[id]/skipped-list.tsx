import { useT } from '#i18n'
import { isSkipCode } from '@/lib/bulk/labels'
import type { Tally } from '@/lib/bulk/queries'

/** How many cases are left out, and why. */
export function SkippedList({ skipped, would = false }: { skipped: readonly Tally[]; would?: boolean }) {
  const t = useT('bulk')
  if (skipped.length === 0) return null
  const all = skipped.reduce((sum, { cases }) => sum + cases, 0)
  return (
    <>
      <p className="text-sm">{t(would ? 'skippedList.would' : 'skippedList.were', { n: all })}</p>
      <ul className="mb-3 flex list-disc flex-col gap-1 ps-5 text-sm text-ink-soft">
        {skipped.map(({ value, cases }) => (
          <li key={value}>
            {t('skippedList.line', { n: cases, why: isSkipCode(value) ? t(`skipped.${value}`) : value })}
          </li>
        ))}
      </ul>
    </>
  )
}
