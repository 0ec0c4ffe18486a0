'use client'

import { useLocale, useT } from '#i18n'
import { columnHelper } from '@/components/table/features'
import { useTabIndex } from '@/components/table/tab-order'
import { ItemSnippet } from '@/components/item/item-snippet'
import { Visible } from '@/components/item/visible'
import { Badge } from '@/components/ui/badge'
import { CategoryBadge } from '@/components/ui/category-badge'
import { Link } from '@/components/ui/link'
import { Count } from '@/components/ui/number'
import { Severity } from '@/components/ui/severity'
import { StatusBadge } from '@/components/ui/status-badge'
import { Timestamp } from '@/components/ui/timestamp'
import { formatPercent } from '@/lib/format'
import { paths } from '@/lib/paths'
import type { ColumnId } from '@/lib/review/columns'
import type { PlacedRow } from '@/lib/review/queries'
import { langOf, languageName, UNDETERMINED } from '@/lib/text/language'

export type Row = PlacedRow & { queue: string }
type Say = ReturnType<typeof useT<'triage'>>
const column = columnHelper<Row>()

/** Every column there is, in the language of `t`; which of them are shown, and in which order, is their reader's choice. */
function columnsIn(t: Say) {
  const named = (id: ColumnId, look: object = {}) => ({
    id,
    header: t(`columns.${id}`),
    meta: { label: t(`columns.${id}`), ...look },
  })
  return {
    severity: column.accessor('severity', {
      ...named('severity'),
      enableSorting: true,
      cell: ({ row }) => <Severity level={levelOf(row.original.severity)} />,
    }),
    category: column.accessor('category', {
      ...named('category'),
      cell: ({ row }) => <Category row={row.original} />,
    }),
    language: column.accessor('language', {
      ...named('language'),
      header: () => <abbr title={t('columns.language')}>{t('table.languageShort')}</abbr>,
      cell: ({ row }) => <Language code={row.original.language} />,
    }),
    text: column.accessor('snippet', {
      ...named('text', { label: undefined, fill: true }),
      cell: ({ row }) => <TextLink row={row.original} />,
    }),
    place: column.accessor('place', {
      ...named('place', { className: 'sm:max-w-40' }),
      cell: ({ row }) => <Place row={row.original} />,
    }),
    dataset: column.accessor('dataset', { ...named('dataset') }),
    types: column.accessor('types', {
      ...named('types', { className: 'sm:max-w-40' }),
      cell: ({ row }) => <Visible text={row.original.types.join(', ')} />,
    }),
    detectors: column.accessor('detectors', {
      ...named('detectors', { className: 'sm:max-w-40' }),
      cell: ({ row }) => <Visible text={row.original.detectors.join(', ') || '–'} />,
    }),
    flags: column.accessor('flagCount', {
      ...named('flags', { align: 'end' }),
      cell: ({ row }) => <Count value={row.original.flagCount} />,
    }),
    score: column.accessor('score', {
      ...named('score', { align: 'end' }),
      cell: ({ row }) => formatPercent(row.original.score),
    }),
    opened: column.accessor('openedAt', {
      ...named('opened'),
      enableSorting: true,
      cell: ({ row }) => <Timestamp at={row.original.openedAt} />,
    }),
    due: column.accessor('dueAt', {
      ...named('due'),
      enableSorting: true,
      cell: ({ row }) => <Due row={row.original} />,
    }),
    status: column.accessor('status', {
      ...named('status'),
      cell: ({ row }) => <Status row={row.original} />,
    }),
  }
}

export function columnsFor(ids: readonly ColumnId[], t: Say) {
  const all = columnsIn(t)
  return column.columns(ids.map((id) => all[id]))
}

function TextLink({ row }: { row: Row }) {
  return (
    <Link
      href={paths.reviewCase(row.dataset, row.id, row.queue)}
      tabIndex={useTabIndex()}
      className="block hover:underline"
    >
      <Snippet row={row} />
    </Link>
  )
}

function Language({ code }: { code: string }) {
  const t = useT('triage.table')
  const locale = useLocale()
  if (code === UNDETERMINED)
    return (
      <span className="text-ink-faint">
        –<span className="sr-only">{t('notTold')}</span>
      </span>
    )
  // The name of a language is the browser's; it need not be the server's.
  return (
    <span title={languageName(code, locale)} suppressHydrationWarning>
      <Badge>{code}</Badge>
    </span>
  )
}

const levelOf = (severity: number): 1 | 2 | 3 | 4 =>
  severity === 1 || severity === 3 || severity === 4 ? severity : 2

function Category({ row }: { row: Row }) {
  const t = useT('triage')
  const labels = useT('labels')
  return (
    <span className="whitespace-nowrap">
      <CategoryBadge category={row.category} label={row.categoryLabel} />
      {row.flagCount > 1 ? (
        <span className="ms-1.5 text-xs text-ink-soft" title={labels('count.flags', { n: row.flagCount })}>
          ×{row.flagCount}
          <span className="sr-only"> {t('table.flagsWord')}</span>
        </span>
      ) : null}
    </span>
  )
}

function Snippet({ row: { snippet, types, language } }: { row: Row }) {
  const t = useT('triage.table')
  if (snippet.kind === 'text')
    return <ItemSnippet text={snippet.text} marks={snippet.marks} lang={langOf(language)} length={400} />
  return <span className="text-ink-faint">{t(snippet.kind, { types: types.join(', ') })}</span>
}

function Place({ row }: { row: Row }) {
  if (!row.place) return <span className="text-ink-faint">–</span>
  return (
    <span className="flex min-w-0" title={row.place.file}>
      <span className="truncate">
        <Visible text={row.place.file} />
      </span>
      {/* Which row it is stays, however long the name of the file. */}
      <span className="shrink-0 whitespace-pre">
        <span className="text-ink-faint"> · </span>
        <Count value={row.place.row} />
      </span>
    </span>
  )
}

function Due({ row: { dueAt, overdue } }: { row: Row }) {
  const t = useT('triage.table')
  if (!dueAt) return <span className="text-ink-faint">–</span>
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <Timestamp at={dueAt} />
      {overdue ? <Badge tone="bad">{t('overdue')}</Badge> : null}
    </span>
  )
}

function Status({ row }: { row: Row }) {
  const t = useT('triage')
  const labels = useT('labels')
  if (row.status === 'decided' && row.decided) {
    return <StatusBadge progress="done">{labels(`action.${row.decided.action}.past`)}</StatusBadge>
  }
  const { dueAt } = row
  if (row.overdue && dueAt) {
    return (
      <span className="flex flex-col items-start gap-0.5">
        <StatusBadge progress="refused">{t('table.overdue')}</StatusBadge>
        {/* Beside the badge it would push the column out of a desk of 1,280 points, in German first. */}
        <span className="text-xs text-ink-soft">
          {t.rich('table.wasDue', { when: () => <Timestamp at={dueAt} /> })}
        </span>
      </span>
    )
  }
  if (row.takedowns > 0) {
    return (
      <StatusBadge progress="attention">
        {dueAt ? t.rich('table.due', { when: () => <Timestamp at={dueAt} /> }) : t('table.requested')}
      </StatusBadge>
    )
  }
  return <StatusBadge progress="waiting">{row.decided ? t('table.openAgain') : t('table.open')}</StatusBadge>
}
