import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { can } from '@/lib/auth/permissions'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetOptions } from '@/lib/datasets/options'
import { batchesOf, countUndelivered } from '@/lib/exports/dsa'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { waitingForRelease } from '@/lib/register/staff'
import { DatasetReports } from './dataset-reports'
import { WaitingTable } from './waiting-table'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('reports')
  return { title: t('title') }
}

export default async function ReportsPage({ searchParams }: PageProps<'/reports'>) {
  const actor = await requireMemberPage(paths.reports())
  const [{ dataset: asked }, all, waiting, t] = await Promise.all([
    searchParams,
    datasetOptions(),
    waitingForRelease(actor),
    getT('reports'),
  ])
  const own = all.filter(({ id }) => can(actor, 'report.export_all') || can(actor, 'report.export', id))
  const chosen = own.find(({ slug }) => slug === asked) ?? own[0]
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {chosen ? (
        <>
          <Section title={t('waiting.title')}>
            <WaitingTable waiting={waiting} />
          </Section>
          {own.length > 1 ? (
            <div className="mt-10">
              <Tabs
                label={t('choose')}
                tabs={own.map(({ slug, name }) => ({
                  href: paths.reports(slug),
                  label: name,
                  current: slug === chosen.slug,
                }))}
              />
            </div>
          ) : null}
          <DatasetReports
            dataset={chosen}
            batches={await batchesOf(chosen.id)}
            left={await countUndelivered(chosen.id)}
          />
        </>
      ) : (
        <EmptyState title={t('title')}>{t('denied')}</EmptyState>
      )}
    </>
  )
}
