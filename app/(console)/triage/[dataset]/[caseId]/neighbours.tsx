import { useT } from '#i18n'
import { MarkedText } from '@/components/item/marked-text'
import { Link } from '@/components/ui/link'
import { Count } from '@/components/ui/number'
import { paths } from '@/lib/paths'
import type { Neighbour } from '@/lib/review/neighbours'
import type { Occurrence } from '@/lib/review/occurrences'
import { Part } from './part'

/** The rows that stand around the item, as far as they may be seen beside it. */
export function Neighbours({
  slug,
  near,
  place,
}: {
  slug: string
  near: readonly Neighbour[]
  place: Occurrence | undefined
}) {
  const t = useT('caseFile.why')
  if (near.length === 0 || !place) return null
  const { row } = place
  return (
    <Part title={t('around')}>
      <ol className="flex flex-col gap-2">
        {near.map((neighbour) => (
          <li key={neighbour.row} className="flex gap-3">
            <span
              className="shrink-0 text-ink-faint"
              title={`${neighbour.row - row > 0 ? '+' : ''}${neighbour.row - row}`}
            >
              <Count value={neighbour.row} />
            </span>
            <span className="min-w-0">
              {neighbour.protection === 'restricted' ? (
                <span className="text-ink-faint">{t('withheld')}</span>
              ) : neighbour.protection === 'covered' ? (
                <span className="text-ink-faint">{t('covered')}</span>
              ) : (
                <span className="item-text line-clamp-3">
                  <MarkedText text={neighbour.text} marks={neighbour.marks} labels={false} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
      <ReportNeighbours
        slug={slug}
        place={place}
        rows={near.filter(({ protection }) => protection !== 'restricted').map((neighbour) => neighbour.row)}
      />
    </Part>
  )
}

/** To the page of each, where it is reported. Folded, so that who goes by Tab passes one stop and not one for each row. */
function ReportNeighbours({
  slug,
  place: { revision, file },
  rows,
}: {
  slug: string
  place: Occurrence
  rows: readonly number[]
}) {
  const t = useT('caseFile')
  if (rows.length === 0) return null
  return (
    <details>
      <summary className="text-ink-soft">{t('why.reportAround')}</summary>
      <ul className="mt-1 flex flex-col gap-1 ps-4">
        {rows.map((row) => (
          <li key={row}>
            {/* In a tab of its own: a reviewer who leaves the page gives the case back. */}
            <Link href={paths.revisionRowReport(slug, revision, file, row)} target="_blank" className="link">
              {t('why.reportRow', { row: String(row) })}
              <span className="sr-only">{t('item.newTab')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
