import type { Metadata } from 'next'
import { useT } from '#i18n'
import { MetricSection } from '@/app/(console)/metrics/[dataset]/metric-section'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { datasetOptions } from '@/lib/datasets/options'
import { AppError } from '@/lib/errors'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { isReadingWithinLimit } from '@/lib/register/answers'
import { recentReport } from '@/lib/transparency/report'
import { periodsThere, transparencyQuery, transparencyScope } from '@/lib/transparency/scope'
import { REPORT_TABLES } from '@/lib/transparency/table'
import { ChooseForm } from './choose-form'
import { EuTemplate } from './eu-template'
import { ReportChart } from './report-chart'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('transparency')
  return { title: t('title'), description: t('description') }
}

export default async function TransparencyPage({ searchParams }: PageProps<'/transparency'>) {
  if (!(await isReadingWithinLimit())) return <TooMany />
  const scope = await orNotFound(transparencyScope(transparencyQuery.parse(await searchParams)))
  const [report, periods, datasets, t] = await Promise.all([
    recentReport(scope).catch(nullIfBusy),
    periodsThere(),
    datasetOptions(),
    getT('transparency'),
  ])
  if (!report) return <TooMany />
  const of = { dataset: scope.dataset?.slug, period: scope.period.id }
  return (
    <>
      <PageHeader
        title={scope.dataset ? t('titleOf', { dataset: scope.dataset.name }) : t('title')}
        lead={t('lead')}
      />
      <ChooseForm chosen={of} periods={periods} datasets={datasets} />
      {scope.period.over ? null : <Callout>{t('running')}</Callout>}
      {REPORT_TABLES.map((id) => (
        <MetricSection key={id} table={report[id]} csv={paths.transparencyFile(`${id}.csv`, of)}>
          <ReportChart table={report[id]} />
        </MetricSection>
      ))}
      <Section title={t('eu.title')}>
        <EuTemplate of={of} />
        <p className="mt-4 text-sm">
          <a href={paths.transparencyFile('report.json', of)} className="link">
            {t('json')}
          </a>
        </p>
      </Section>
    </>
  )
}

/** Too many reports are being made; anything else is an error. */
function nullIfBusy(error: unknown): null {
  if (error instanceof AppError && error.code === 'rate_limited') return null
  throw error
}

function TooMany() {
  const t = useT('transparency')
  return (
    <>
      <PageHeader title={t('title')} />
      <EmptyState title={t('busy.title')}>{t('busy.text')}</EmptyState>
    </>
  )
}
