import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Count } from '@/components/ui/number'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { quarantineReason } from '@/lib/datasets/labels'
import { datasetBySlug, quarantinePage, quarantineReasons, revisionView } from '@/lib/datasets/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: 'Quarantine' }

export default async function QuarantinePage({
  params,
  searchParams,
}: PageProps<'/datasets/[slug]/revisions/[number]/quarantine'>) {
  const { slug, number } = await params
  if (!/^\d{1,9}$/.test(number)) notFound()
  const dataset = await orNotFound(datasetBySlug(slug))
  const revision = await orNotFound(revisionView(dataset.id, Number(number)))
  const [page, reasons] = await Promise.all([
    quarantinePage(dataset.id, revision.id, position((await searchParams).after)),
    quarantineReasons(dataset.id, revision.id),
  ])
  const here = paths.quarantine(slug, revision.number)
  return (
    <>
      <PageHeader
        title="Quarantine"
        lead="Rows of this revision that are no items, or that no detector has read in full: where they are, and why. Nothing is dropped in silence."
        trail={[
          { href: paths.dataset(slug), label: dataset.name },
          { href: paths.revision(slug, revision.number), label: `Revision ${revision.number}` },
        ]}
        actions={
          <a href={`${here}/download`} className={buttonClass({})} download>
            Download as CSV
          </a>
        }
      />
      {page.rows.length === 0 ? (
        <EmptyState title="Every row of this revision was read and scanned" />
      ) : (
        <>
          <ul className="mb-4 flex flex-wrap gap-x-6 gap-y-1 text-sm text-ink-soft">
            {reasons.map(({ kind, reason, rows }) => (
              <li key={`${kind} ${reason}`}>
                <Count value={rows} /> {kind === 'unscanned' ? 'not scanned: ' : ''}
                {quarantineReason(reason)}
              </li>
            ))}
          </ul>
          <Table caption="Quarantined rows in file order">
            <TableHead>
              <Th>File</Th>
              <Th align="end">Row</Th>
              <Th align="end">Line</Th>
              <Th>Reason</Th>
            </TableHead>
            <TableBody>
              {page.rows.map((row) => (
                <Tr key={`${row.ordinal} ${row.row} ${row.kind}`}>
                  <Td label="File" className="wrap-anywhere">
                    {row.file}
                  </Td>
                  <Td label="Row" align="end">
                    <Count value={row.row} />
                  </Td>
                  <Td label="Line" align="end">
                    {row.line === null ? '–' : <Count value={row.line} />}
                  </Td>
                  <Td label="Reason">
                    {row.kind === 'unscanned' ? 'not scanned: ' : ''}
                    {quarantineReason(row.reason)}
                    {row.detail ? <span className="text-ink-soft"> ({row.detail})</span> : null}
                  </Td>
                </Tr>
              ))}
            </TableBody>
          </Table>
          <Pager olderHref={page.next ? `${here}?after=${page.next.ordinal}.${page.next.row}` : undefined} />
        </>
      )}
    </>
  )
}

/** `after=<file ordinal>.<row>`; anything else begins at the start. */
function position(after: string | string[] | undefined) {
  const parsed = /^(\d{1,9})\.(\d{1,15})$/.exec(typeof after === 'string' ? after : '')
  return parsed ? { ordinal: Number(parsed[1]), row: Number(parsed[2]) } : null
}
