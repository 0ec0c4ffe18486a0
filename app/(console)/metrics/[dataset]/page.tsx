import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { PERIOD, PERIODS, parsePeriod } from '@/lib/metrics/period'
import { metricsReport } from '@/lib/metrics/report'
import { cannotReadMetrics, metricsScope } from '@/lib/metrics/scope'
import { TABLE_IDS } from '@/lib/metrics/table'
import { paths } from '@/lib/paths'
import { MetricChart } from './metric-chart'
import { MetricSection } from './metric-section'

export const metadata: Metadata = { title: 'Metrics' }

export default async function DatasetMetricsPage({ params, searchParams }: PageProps<'/metrics/[dataset]'>) {
  const { dataset: slug } = await params
  const actor = await requireMemberPage(paths.metricsOf(slug))
  const period = parsePeriod((await searchParams)['period'])
  const dataset = await orNotFound(datasetBySlug(slug))
  const denied = cannotReadMetrics(actor, dataset.id)
  return (
    <>
      <PageHeader
        title={`Metrics of ${dataset.name}`}
        lead="How its review goes, in numbers about the work. Names of reviewers are their pseudonyms; restricted cases are in no number."
        trail={[{ href: paths.metrics(), label: 'Metrics' }]}
      />
      {denied ? (
        <EmptyState title="You cannot read these metrics">{denied}</EmptyState>
      ) : (
        <>
          <Tabs
            label="Period"
            tabs={PERIODS.map((one) => ({
              href: paths.metricsOf(slug, one),
              label: PERIOD[one],
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
