import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { useT } from '#i18n'
import { Callout } from '@/components/ui/callout'
import { DescriptionList } from '@/components/ui/description-list'
import { Digest } from '@/components/ui/digest'
import { Link } from '@/components/ui/link'
import { Bytes, Count } from '@/components/ui/number'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { datasetBySlug, revisionView } from '@/lib/datasets/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { readOwnLink } from '@/lib/takedowns/own-link'
import { AutoRefresh } from '@/components/ui/auto-refresh'
import { ThisRow } from '../../this-row'
import { ReportRow } from './report-row'
import { ReportToTeam } from './report-to-team'

type Props = PageProps<'/datasets/[slug]/revisions/[number]'>

async function load({ params }: Props) {
  const { slug, number } = await params
  if (!/^\d{1,9}$/.test(number)) notFound()
  const dataset = await orNotFound(datasetBySlug(slug))
  return { dataset, revision: await orNotFound(revisionView(dataset.id, Number(number))) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ dataset, revision }, t] = await Promise.all([load(props), getT('catalogue.revision')])
  return { title: t('tab', { dataset: dataset.name, number: String(revision.number) }) }
}

export default async function RevisionPage(props: Props) {
  const [{ dataset, revision }, t, { file, row }] = await Promise.all([
    load(props),
    getT('catalogue'),
    props.searchParams,
  ])
  const quarantined = revision.rowsBad + revision.rowsUnscanned
  return (
    <>
      <PageHeader
        title={t('revision.title', { number: String(revision.number) })}
        lead={revision.label ?? undefined}
        trail={[
          { href: paths.datasets(), label: t('title') },
          { href: paths.dataset(dataset.slug), label: dataset.name },
        ]}
      />
      {typeof file === 'string' && typeof row === 'string' ? (
        <RowOf of={dataset} revision={revision} file={file} row={row} />
      ) : null}
      {revision.state === 'importing' ? (
        <Callout title={t('revision.importing.title')}>
          {t('revision.importing.text')}
          <AutoRefresh seconds={2} />
        </Callout>
      ) : null}
      {revision.state === 'failed' ? (
        <Callout tone="bad" title={t('revision.failed.title')}>
          {revision.error} {t('revision.failed.text')}
        </Callout>
      ) : null}
      {revision.files.some(({ erased }) => erased) ? (
        <div className="mb-6">
          <Callout title={t('revision.erased.title')}>{t('revision.erased.text')}</Callout>
        </div>
      ) : null}
      <DescriptionList
        items={[
          { term: t('revision.rowsRead'), detail: <Count value={revision.rowsRead} /> },
          { term: t('revision.items'), detail: <Count value={revision.rowsGood} /> },
          { term: t('revision.flagged'), detail: <Count value={revision.rowsFlagged} /> },
          {
            term: t('revision.quarantined'),
            detail: (
              <>
                {t.rich('revision.notRead', {
                  unreadable: () => <Count value={revision.rowsBad} />,
                  unscanned: () => <Count value={revision.rowsUnscanned} />,
                })}
                {quarantined > 0 ? (
                  <>
                    {' · '}
                    <Link href={paths.quarantine(dataset.slug, revision.number)} className="link">
                      {t('revision.which')}
                    </Link>
                  </>
                ) : null}
              </>
            ),
          },
          ...(revision.rowsNew === null
            ? []
            : [{ term: t('revision.against'), detail: <Changes revision={revision} /> }]),
          {
            term: t('revision.imported'),
            detail: <Timestamp at={revision.completedAt ?? revision.createdAt} show="full" />,
          },
        ]}
      />
      <Section title={t('revision.files.title')}>
        <Table caption={t('revision.files.caption')}>
          <TableHead>
            <Th>{t('revision.files.file')}</Th>
            <Th>{t('revision.files.format')}</Th>
            <Th align="end">{t('revision.files.size')}</Th>
            <Th align="end">{t('revision.files.rows')}</Th>
            <Th>{t('revision.files.sha256')}</Th>
          </TableHead>
          <TableBody>
            {revision.files.map((file) => (
              <Tr key={file.ordinal}>
                <Td label={t('revision.files.file')} className="wrap-anywhere">
                  {file.path}
                </Td>
                <Td label={t('revision.files.format')}>{file.format}</Td>
                <Td label={t('revision.files.size')} align="end">
                  <Bytes value={file.bytes} />
                </Td>
                <Td label={t('revision.files.rows')} align="end">
                  <Count value={file.rowsGood + file.rowsBad} />
                </Td>
                <Td label={t('revision.files.sha256')}>
                  <Digest value={file.sha256} copy subject={file.path} />
                </Td>
              </Tr>
            ))}
          </TableBody>
        </Table>
      </Section>
      <ReportRow
        slug={dataset.slug}
        revision={revision.number}
        files={revision.files.map(({ path }) => path)}
      />
    </>
  )
}

/** The row that an address names, where there is one. */
async function RowOf({
  of: { id, slug },
  revision: { number, files },
  file,
  row,
}: {
  of: { id: string; slug: string }
  revision: Awaited<ReturnType<typeof revisionView>>
  file: string
  row: string
}) {
  const t = await getT('lookup.row')
  const named = files.find(({ path }) => path === file)
  const link = readOwnLink(paths.revisionRow(slug, number, file, Number(row)))
  const isThere = named && link?.to === 'row' && link.row < named.rowsGood + named.rowsBad
  return (
    <Section title={t('title')}>
      {isThere ? (
        <div className="flex flex-col gap-8">
          <ThisRow slug={slug} link={paths.revisionRow(slug, number, file, link.row)}>
            {t('byPlace', { row: String(link.row), file })}
          </ThisRow>
          <ReportToTeam datasetId={id} at={{ revision: number, file, row: link.row }} />
        </div>
      ) : (
        <p className="text-base">{t('none', { number: String(number) })}</p>
      )}
    </Section>
  )
}

function Changes({ revision }: { revision: Awaited<ReturnType<typeof revisionView>> }) {
  const t = useT('catalogue.revision')
  return t.rich('changes', {
    added: () => <Count value={revision.rowsNew ?? 0} />,
    gone: () => <Count value={revision.rowsGone ?? 0} />,
    carried: () => <Count value={revision.decisionsCarried ?? 0} />,
  })
}
