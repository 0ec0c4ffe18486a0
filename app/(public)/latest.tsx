import Link from 'next/link'
import { Count } from '@/components/ui/number'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import type { listDatasets } from '@/lib/datasets/queries'
import { paths } from '@/lib/paths'

type DatasetRow = Awaited<ReturnType<typeof listDatasets>>[number]

/** What was published last, then what is being worked on; nothing at all on an empty installation. */
export function Latest({ datasets }: { datasets: readonly DatasetRow[] }) {
  const newest = datasets
    .toSorted((a, b) => Number(b.publishedAt ?? 0) - Number(a.publishedAt ?? 0))
    .slice(0, 6)
  if (newest.length === 0) return null
  return (
    <Section
      title="Latest releases"
      actions={
        <Link href={paths.datasets()} className="link text-sm">
          All datasets
        </Link>
      }
    >
      <Table caption="Datasets with their latest release">
        <TableHead>
          <Th>Dataset</Th>
          <Th>Licence</Th>
          <Th align="end">Rows</Th>
          <Th>Release</Th>
          <Th>Published</Th>
        </TableHead>
        <TableBody>
          {newest.map((dataset) => (
            <Tr key={dataset.id}>
              <Td>
                <Link href={paths.dataset(dataset.slug)} className="link font-medium">
                  {dataset.name}
                </Link>
              </Td>
              <Td label="Licence">{dataset.licence}</Td>
              <Td label="Rows" align="end">
                {dataset.rows === null ? '–' : <Count value={dataset.rows} />}
              </Td>
              <Td label="Release">
                {dataset.release ? (
                  <Link href={paths.release(dataset.slug, dataset.release)} className="link">
                    {dataset.release}
                  </Link>
                ) : (
                  'none yet'
                )}
              </Td>
              <Td label="Published">{dataset.publishedAt ? <Timestamp at={dataset.publishedAt} /> : '–'}</Td>
            </Tr>
          ))}
        </TableBody>
      </Table>
    </Section>
  )
}
