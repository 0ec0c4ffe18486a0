import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Callout } from '@/components/ui/callout'
import { DescriptionList } from '@/components/ui/description-list'
import { Digest } from '@/components/ui/digest'
import { Bytes, Count } from '@/components/ui/number'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { datasetBySlug, revisionView } from '@/lib/datasets/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { paths } from '@/lib/paths'
import { AutoRefresh } from '@/components/ui/auto-refresh'

type Props = PageProps<'/datasets/[slug]/revisions/[number]'>

async function load({ params }: Props) {
  const { slug, number } = await params
  if (!/^\d{1,9}$/.test(number)) notFound()
  const dataset = await orNotFound(datasetBySlug(slug))
  return { dataset, revision: await orNotFound(revisionView(dataset.id, Number(number))) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { dataset, revision } = await load(props)
  return { title: `${dataset.name}, revision ${revision.number}` }
}

export default async function RevisionPage(props: Props) {
  const { dataset, revision } = await load(props)
  const quarantined = revision.rowsBad + revision.rowsUnscanned
  return (
    <>
      <PageHeader
        title={`Revision ${revision.number}`}
        lead={revision.label ?? undefined}
        trail={[
          { href: paths.datasets(), label: 'Datasets' },
          { href: paths.dataset(dataset.slug), label: dataset.name },
        ]}
      />
      {revision.state === 'importing' ? (
        <Callout title="This revision is being imported">
          The numbers below grow until every row has been read.
          <AutoRefresh seconds={2} />
        </Callout>
      ) : null}
      {revision.state === 'failed' ? (
        <Callout tone="bad" title="This import failed">
          {revision.error} Import the same files again to go on where it stopped.
        </Callout>
      ) : null}
      {revision.files.some(({ erased }) => erased) ? (
        <div className="mb-6">
          <Callout title="Rows of this revision were erased">
            The files below are named as they were. This instance no longer has them whole: the revision, and
            what was released from it, can be rebuilt by those who hold the files.
          </Callout>
        </div>
      ) : null}
      <DescriptionList
        items={[
          { term: 'Rows read', detail: <Count value={revision.rowsRead} /> },
          { term: 'Items', detail: <Count value={revision.rowsGood} /> },
          { term: 'Items with a flag', detail: <Count value={revision.rowsFlagged} /> },
          {
            term: 'Quarantined',
            detail: (
              <>
                <Count value={revision.rowsBad} /> not readable, <Count value={revision.rowsUnscanned} /> not
                scanned in full
                {quarantined > 0 ? (
                  <>
                    {' · '}
                    <Link href={paths.quarantine(dataset.slug, revision.number)} className="link">
                      see which and why
                    </Link>
                  </>
                ) : null}
              </>
            ),
          },
          ...(revision.rowsNew === null
            ? []
            : [{ term: 'Against the revision before', detail: <Changes revision={revision} /> }]),
          {
            term: 'Imported',
            detail: <Timestamp at={revision.completedAt ?? revision.createdAt} show="full" />,
          },
        ]}
      />
      <Section title="Files">
        <Table caption="Source files of this revision">
          <TableHead>
            <Th>File</Th>
            <Th>Format</Th>
            <Th align="end">Size</Th>
            <Th align="end">Rows</Th>
            <Th>SHA-256</Th>
          </TableHead>
          <TableBody>
            {revision.files.map((file) => (
              <Tr key={file.ordinal}>
                <Td label="File" className="wrap-anywhere">
                  {file.path}
                </Td>
                <Td label="Format">{file.format}</Td>
                <Td label="Size" align="end">
                  <Bytes value={file.bytes} />
                </Td>
                <Td label="Rows" align="end">
                  <Count value={file.rowsGood + file.rowsBad} />
                </Td>
                <Td label="SHA-256">
                  <Digest value={file.sha256} copy subject={file.path} />
                </Td>
              </Tr>
            ))}
          </TableBody>
        </Table>
      </Section>
    </>
  )
}

function Changes({ revision }: { revision: Awaited<ReturnType<typeof revisionView>> }) {
  return (
    <>
      <Count value={revision.rowsNew ?? 0} /> new, <Count value={revision.rowsGone ?? 0} /> gone;{' '}
      <Count value={revision.decisionsCarried ?? 0} /> decisions carried over
    </>
  )
}
