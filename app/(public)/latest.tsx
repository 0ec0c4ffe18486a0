import { useT } from '#i18n'
import { Link } from '@/components/ui/link'
import { Count } from '@/components/ui/number'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import type { listDatasets } from '@/lib/datasets/queries'
import { paths } from '@/lib/paths'

type DatasetRow = Awaited<ReturnType<typeof listDatasets>>[number]

/** What was published last, then what is being worked on; nothing at all on an empty installation. */
export function Latest({ datasets }: { datasets: readonly DatasetRow[] }) {
  const t = useT('home.latest')
  const newest = datasets
    .toSorted((a, b) => Number(b.publishedAt ?? 0) - Number(a.publishedAt ?? 0))
    .slice(0, 6)
  if (newest.length === 0) return null
  return (
    <Section
      title={t('title')}
      actions={
        <Link href={paths.datasets()} className="link text-sm">
          {t('all')}
        </Link>
      }
    >
      <Table caption={t('caption')}>
        <TableHead>
          <Th>{t('dataset')}</Th>
          <Th>{t('licence')}</Th>
          <Th align="end">{t('rows')}</Th>
          <Th>{t('release')}</Th>
          <Th>{t('published')}</Th>
        </TableHead>
        <TableBody>
          {newest.map((dataset) => (
            <Tr key={dataset.id}>
              <Td>
                <Link href={paths.dataset(dataset.slug)} className="link font-medium">
                  {dataset.name}
                </Link>
              </Td>
              <Td label={t('licence')}>{dataset.licence}</Td>
              <Td label={t('rows')} align="end">
                {dataset.rows === null ? '–' : <Count value={dataset.rows} />}
              </Td>
              <Td label={t('release')}>
                {dataset.release ? (
                  <Link href={paths.release(dataset.slug, dataset.release)} className="link">
                    {dataset.release}
                  </Link>
                ) : (
                  t('none')
                )}
              </Td>
              <Td label={t('published')}>
                {dataset.publishedAt ? <Timestamp at={dataset.publishedAt} /> : '–'}
              </Td>
            </Tr>
          ))}
        </TableBody>
      </Table>
    </Section>
  )
}
