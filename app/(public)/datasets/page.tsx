import type { Metadata } from 'next'
import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/button'
import { Count } from '@/components/ui/number'
import { PageHeader } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { can } from '@/lib/auth/permissions'
import { currentActor } from '@/lib/auth/session'
import { listDatasets } from '@/lib/datasets/queries'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: 'Datasets' }

export default async function DatasetsPage() {
  const [actor, datasets] = await Promise.all([currentActor(), listDatasets()])
  const register = actor && can(actor, 'dataset.create')
  return (
    <>
      <PageHeader
        title="Datasets"
        lead="What this community looks after: every dataset with its latest revision and the release to use."
        actions={
          register ? (
            <LinkButton href={paths.datasetNew()} kind="primary">
              Register a dataset
            </LinkButton>
          ) : null
        }
      />
      {datasets.length === 0 ? (
        <EmptyState title="No dataset is looked after here yet">
          {register
            ? 'Register the first one, then import a revision: files you have, or their address.'
            : 'An admin registers a dataset; then its releases can be downloaded here.'}
        </EmptyState>
      ) : (
        <Table caption="Datasets">
          <TableHead>
            <Th>Dataset</Th>
            <Th>Licence</Th>
            <Th align="end">Rows</Th>
            <Th align="end">Revision</Th>
            <Th>Release</Th>
          </TableHead>
          <TableBody>
            {datasets.map((dataset) => (
              <Tr key={dataset.id}>
                <Td label="Dataset">
                  <Link href={paths.dataset(dataset.slug)} className="link font-medium">
                    {dataset.name}
                  </Link>
                </Td>
                <Td label="Licence">{dataset.licence}</Td>
                <Td label="Rows" align="end">
                  {dataset.rows === null ? '–' : <Count value={dataset.rows} />}
                </Td>
                <Td label="Revision" align="end">
                  {dataset.revision ?? '–'}
                </Td>
                <Td label="Release">
                  {dataset.release && dataset.publishedAt ? (
                    <>
                      <Link href={paths.release(dataset.slug, dataset.release)} className="link">
                        {dataset.release}
                      </Link>
                      , <Timestamp at={dataset.publishedAt} />
                    </>
                  ) : (
                    'none yet'
                  )}
                </Td>
              </Tr>
            ))}
          </TableBody>
        </Table>
      )}
    </>
  )
}
