import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { Visible } from '@/components/item/visible'
import { DescriptionList, type Detail } from '@/components/ui/description-list'
import { CategoryBadge } from '@/components/ui/category-badge'
import type { CopyRow } from '@/lib/takedowns/copy-row'

/** Rows as somebody gets them who asked what there is about them: each with where it is, what was said of it, and who has it. */
export function CopyRows({ rows }: { rows: readonly CopyRow[] }) {
  const t = useT('rights.copy')
  if (rows.length === 0) return <p>{t('noRows')}</p>
  return (
    <ol className="flex flex-col gap-8">
      {rows.map((row, index) => (
        <li key={index} className="flex flex-col gap-3">
          <h3 className="font-semibold">
            {row.file !== null && row.row !== null
              ? t('row', { row: String(row.row), file: row.file })
              : t('rowUnknown')}
          </h3>
          <RowDetails row={row} />
          {row.left_out > 0 ? (
            <p className="text-base text-ink-soft">{t('leftOut', { n: row.left_out })}</p>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

function RowDetails({ row }: { row: CopyRow }) {
  const t = useT('rights.copy')
  const items: Detail[] = [
    ...Object.entries(row.fields)
      .filter(([, text]) => text !== '')
      .map(([term, text]) => ({ term, detail: <Words text={text} /> })),
    ...(row.address === null ? [] : [{ term: t('from'), detail: <Visible text={row.address} /> }]),
    ...(row.id === null ? [] : [{ term: t('id'), detail: <Visible text={row.id} /> }]),
    { term: t('times'), detail: t('rowsOf', { n: row.rows }) },
  ]
  if (row.marked.length > 0)
    items.push({
      term: t('marked'),
      detail: (
        <List>
          {row.marked.map(({ category, kind, by }) => (
            <li key={`${category} ${kind} ${by}`}>
              <CategoryBadge category={category} /> {kind}, {t(`by.${known(by)}`)}
            </li>
          ))}
        </List>
      ),
    })
  if (row.decided.length > 0)
    items.push({
      term: t('decided'),
      detail: (
        <List>
          {row.decided.map((decided) => (
            <li key={decided.category}>
              <CategoryBadge category={decided.category} /> {t(`action.${acted(decided.action)}`)},{' '}
              {decided.on}
            </li>
          ))}
        </List>
      ),
    })
  if (row.releases.length > 0)
    items.push({
      term: t('releases'),
      detail: (
        <List>
          {row.releases.map(({ release, row: how }) => (
            <li key={release}>{t(`inRelease.${how}`, { release })}</li>
          ))}
        </List>
      ),
    })
  return <DescriptionList items={items} />
}

function Words({ text }: { text: string }) {
  return (
    <span className="whitespace-pre-wrap">
      <Visible text={text} />
    </span>
  )
}

const List = ({ children }: { children: ReactNode }) => <ul className="flex flex-col gap-1">{children}</ul>

const known = (by: string) =>
  (['detector', 'import', 'report', 'takedown'] as const).find((one) => one === by) ?? 'detector'
const acted = (action: string) =>
  (['remove', 'redact', 'restrict', 'label', 'keep'] as const).find((one) => one === action) ?? 'keep'
