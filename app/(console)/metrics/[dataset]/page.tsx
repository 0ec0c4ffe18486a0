import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { PERIODS, parsePeriod } from '@/lib/metrics/period'
import { metricsReport } from '@/lib/metrics/report'
import { cannotReadMetrics, metricsScope } from '@/lib/metrics/scope'
import { TABLE_IDS } from '@/lib/metrics/table'
import { paths } from '@/lib/paths'
import { MetricChart } from './metric-chart'
import { MetricSection } from './metric-section'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('metrics')
  return { title: t('title') }
}

export default async function DatasetMetricsPage({ params, searchParams }: PageProps<'/metrics/[dataset]'>) {
  const { dataset: slug } = await params
  const actor = await requireMemberPage(paths.metricsOf(slug))
  const period = parsePeriod((await searchParams)['period'])
  const [dataset, t] = await Promise.all([orNotFound(datasetBySlug(slug)), getT('metrics')])
  const denied = cannotReadMetrics(actor, dataset.id)
  return (
    <>
      <PageHeader
        title={t('of', { dataset: dataset.name })}
        lead={t('ofLead')}
        trail={[{ href: paths.metrics(), label: t('title') }]}
      />
      {denied ? (
        <EmptyState title={t('denied')}>{denied}</EmptyState>
      ) : (
        <>
          <Tabs
            label={t('periods')}
            tabs={PERIODS.map((one) => ({
              href: paths.metricsOf(slug, one),
              label: t(`period.${one}`),
              current: one === period,
            }))}
          />
          <Report
            report={await metricsReport(await metricsScope(actor, slug, period))}
            slug={slug}
            period={period}
          />
        </>
      )}
    </>
  )
}

type ReportProps = { report: Awaited<ReturnType<typeof metricsReport>>; slug: string; period: string }

function Report({ report, slug, period }: ReportProps) {
  return TABLE_IDS.map((id) => {
    const table = report[id]
    return table ? (
      <MetricSection key={id} table={table} csv={paths.metricsTable(slug, id, period)}>
        <MetricChart table={table} />
      </MetricSection>
    ) : null
  })
}
