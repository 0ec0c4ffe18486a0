'use client'

import type { ReactNode } from 'react'
import Link from 'next/link'
import { BulkBar } from '@/components/table/bulk-bar'
import { DataTable } from '@/components/table/data-table'
import { columnHelper } from '@/components/table/features'
import { useSelection } from '@/components/table/selection'
import { ItemSnippet } from '@/components/item/item-snippet'
import { Visible } from '@/components/item/visible'
import { CategoryBadge } from '@/components/ui/category-badge'
import { Count } from '@/components/ui/number'
import { Severity } from '@/components/ui/severity'
import { StatusBadge } from '@/components/ui/status-badge'
import { Timestamp } from '@/components/ui/timestamp'
import { paths } from '@/lib/paths'
import type { BulkPolicy } from '@/lib/review/bulk-policies'
import { ACTION } from '@/lib/review/labels'
import type { TriageRow } from '@/lib/review/queries'
import { BulkDecision } from './bulk-decision'

type Row = TriageRow & { queue: string }
const column = columnHelper<Row>()

const columns = column.columns([
  column.accessor('severity', {
    header: 'Severity',
    enableSorting: true,
    meta: { label: 'Severity' },
    cell: ({ row }) => <Severity level={levelOf(row.original.severity)} />,
  }),
  column.accessor('category', {
    header: 'Category',
    meta: { label: 'Category' },
    cell: ({ row }) => <Category row={row.original} />,
  }),
  column.accessor('snippet', {
    header: 'Text',
    meta: { fill: true },
    cell: ({ row }) => (
      <Link
        href={paths.reviewCase(row.original.dataset, row.original.id, row.original.queue)}
        className="block hover:underline"
      >
        <Snippet row={row.original} />
      </Link>
    ),
  }),
  column.accessor('place', {
    header: 'Row',
    meta: { label: 'Row', className: 'sm:max-w-40' },
    cell: ({ row }) => <Place row={row.original} />,
  }),
  column.accessor('openedAt', {
    id: 'opened',
    header: 'Opened',
    enableSorting: true,
    meta: { label: 'Opened' },
    cell: ({ row }) => <Timestamp at={row.original.openedAt} />,
  }),
  column.accessor('status', {
    header: 'Status',
    meta: { label: 'Status' },
    cell: ({ row }) => <Status row={row.original} />,
  }),
])

/** The cases of one page; their selection goes with the reader from page to page. */
export function TriageTable({
  rows,
  queue,
  sort,
  policies,
  empty,
}: {
  rows: readonly TriageRow[]
  queue: string
  sort: string
  policies: readonly BulkPolicy[]
  empty: ReactNode
}) {
  const selection = useSelection('case')
  return (
    <>
      <DataTable
        caption="Cases"
        columns={columns}
        rows={rows.map((row) => ({ ...row, queue }))}
        rowId={(row) => `${row.datasetId}/${row.id}`}
        rowName={(row) =>
          `the case of ${row.place ? `row ${row.place.row} of ${row.place.file}` : row.categoryLabel}`
        }
        sort={[{ id: sort.replace('-', ''), desc: sort.startsWith('-') }]}
        selection={selection}
        empty={empty}
      />
      <BulkBar count={selection.ids.length} onClear={selection.clear}>
        <BulkDecision ids={selection.ids} policies={policies} onDone={selection.clear} />
      </BulkBar>
    </>
  )
}

const levelOf = (severity: number): 1 | 2 | 3 | 4 =>
  severity === 1 || severity === 3 || severity === 4 ? severity : 2

function Category({ row }: { row: Row }) {
  return (
    <span className="whitespace-nowrap">
      <CategoryBadge category={row.category} label={row.categoryLabel} />
      {row.flagCount > 1 ? (
        <span className="ms-1.5 text-xs text-ink-soft" title={`${row.flagCount} flags`}>
          ×{row.flagCount}
          <span className="sr-only"> flags</span>
        </span>
      ) : null}
    </span>
  )
}

function Snippet({ row }: { row: Row }) {
  switch (row.snippet.kind) {
    case 'text':
      return <ItemSnippet text={row.snippet.text} marks={row.snippet.marks} length={400} />
    case 'covered':
      return <span className="text-ink-faint">Covered until you open it · {row.types.join(', ')}</span>
    case 'long':
      return <span className="text-ink-faint">Long text · {row.types.join(', ')}</span>
    case 'gone':
      return <span className="text-ink-faint">Text no longer held · {row.types.join(', ')}</span>
  }
}

function Place({ row }: { row: Row }) {
  if (!row.place) return <span className="text-ink-faint">–</span>
  return (
    <span className="block truncate" title={row.place.file}>
      <Visible text={row.place.file} />
      <span className="text-ink-faint"> · </span>
      <Count value={row.place.row} />
    </span>
  )
}

function Status({ row }: { row: Row }) {
  if (row.status === 'decided' && row.decided) {
    return <StatusBadge progress="done">{ACTION[row.decided.action].past}</StatusBadge>
  }
  if (row.takedowns > 0) {
    return (
      <StatusBadge progress="attention">
        {row.dueAt ? (
          <>
            due <Timestamp at={row.dueAt} />
          </>
        ) : (
          'requested'
        )}
      </StatusBadge>
    )
  }
  return <StatusBadge progress="waiting">{row.decided ? 'open again' : 'open'}</StatusBadge>
}
