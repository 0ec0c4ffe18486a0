import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Count } from '@/components/ui/number'
import { PageHeader } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { can } from '@/lib/auth/permissions'
import { currentActor } from '@/lib/auth/session'
import { listDatasets } from '@/lib/datasets/queries'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('catalogue')
  return { title: t('title') }
}

export default async function DatasetsPage() {
  const [actor, datasets, t] = await Promise.all([currentActor(), listDatasets(), getT('catalogue')])
  const register = actor && can(actor, 'dataset.create')
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('list.lead')}
        actions={
          register ? (
            <LinkButton href={paths.datasetNew()} kind="primary">
              {t('list.register')}
            </LinkButton>
          ) : null
        }
      />
      {datasets.length === 0 ? (
        <EmptyState title={t('list.empty.title')}>
          {register ? t('list.empty.register') : t('list.empty.wait')}
        </EmptyState>
      ) : (
        <Table caption={t('title')}>
          <TableHead>
            <Th>{t('list.dataset')}</Th>
            <Th>{t('list.licence')}</Th>
            <Th align="end">{t('list.rows')}</Th>
            <Th align="end">{t('list.revision')}</Th>
            <Th>{t('list.release')}</Th>
          </TableHead>
          <TableBody>
            {datasets.map((dataset) => (
              <Tr key={dataset.id}>
                <Td label={t('list.dataset')}>
                  <Link href={paths.dataset(dataset.slug)} className="link font-medium">
                    {dataset.name}
                  </Link>
                </Td>
                <Td label={t('list.licence')}>{dataset.licence}</Td>
                <Td label={t('list.rows')} align="end">
                  {dataset.rows === null ? '–' : <Count value={dataset.rows} />}
                </Td>
                <Td label={t('list.revision')} align="end">
                  {dataset.revision ?? '–'}
                </Td>
                <Td label={t('list.release')}>
                  {dataset.release && dataset.publishedAt ? (
                    <>
                      <Link href={paths.release(dataset.slug, dataset.release)} className="link">
                        {dataset.release}
                      </Link>
                      , <Timestamp at={dataset.publishedAt} />
                    </>
                  ) : (
                    t('list.none')
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
