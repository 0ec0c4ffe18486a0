import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Count } from '@/components/ui/number'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { quarantineDetail, quarantineReason } from '@/lib/datasets/labels'
import { datasetBySlug, quarantinePage, quarantineReasons, revisionView } from '@/lib/datasets/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('catalogue.quarantine')
  return { title: t('title') }
}

export default async function QuarantinePage({
  params,
  searchParams,
}: PageProps<'/datasets/[slug]/revisions/[number]/quarantine'>) {
  const { slug, number } = await params
  if (!/^\d{1,9}$/.test(number)) notFound()
  const dataset = await orNotFound(datasetBySlug(slug))
  const revision = await orNotFound(revisionView(dataset.id, Number(number)))
  const [page, reasons, t] = await Promise.all([
    quarantinePage(dataset.id, revision.id, position((await searchParams).after)),
    quarantineReasons(dataset.id, revision.id),
    getT('catalogue'),
  ])
  const inWords = (kind: string, reason: string) =>
    kind === 'unscanned'
      ? t('quarantine.unscanned', { reason: quarantineReason(reason) })
      : quarantineReason(reason)
  const here = paths.quarantine(slug, revision.number)
  return (
    <>
      <PageHeader
        title={t('quarantine.title')}
        lead={t('quarantine.lead')}
        trail={[
          { href: paths.dataset(slug), label: dataset.name },
          {
            href: paths.revision(slug, revision.number),
            label: t('revision.title', { number: String(revision.number) }),
          },
        ]}
        actions={
          <a href={`${here}/download`} className={buttonClass({})} download>
            {t('quarantine.download')}
          </a>
        }
      />
      {page.rows.length === 0 ? (
        <EmptyState title={t('quarantine.empty')} />
      ) : (
        <>
          <ul className="mb-4 flex flex-wrap gap-x-6 gap-y-1 text-sm text-ink-soft">
            {reasons.map(({ kind, reason, rows }) => (
              <li key={`${kind} ${reason}`}>
                <Count value={rows} /> {inWords(kind, reason)}
              </li>
            ))}
          </ul>
          <Table caption={t('quarantine.caption')}>
            <TableHead>
              <Th>{t('quarantine.file')}</Th>
              <Th align="end">{t('quarantine.row')}</Th>
              <Th align="end">{t('quarantine.line')}</Th>
              <Th>{t('quarantine.reason')}</Th>
            </TableHead>
            <TableBody>
              {page.rows.map((row) => (
                <Tr key={`${row.ordinal} ${row.row} ${row.kind}`}>
                  <Td label={t('quarantine.file')} className="wrap-anywhere">
                    {row.file}
                  </Td>
                  <Td label={t('quarantine.row')} align="end">
                    <Count value={row.row} />
                  </Td>
                  <Td label={t('quarantine.line')} align="end">
                    {row.line === null ? '–' : <Count value={row.line} />}
                  </Td>
                  <Td label={t('quarantine.reason')}>
                    {inWords(row.kind, row.reason)}
                    {row.detail ? (
                      <span className="text-ink-soft"> ({quarantineDetail(row.reason, row.detail)})</span>
                    ) : null}
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
