import type { Metadata } from 'next'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { bulksOf } from '@/lib/bulk/queries'
import { datasetBySlug } from '@/lib/datasets/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { bulkPolicies } from '@/lib/review/bulk-policies'
import { parseFilters, queueOf } from '@/lib/review/filters'
import { queueNames } from '@/lib/review/queue-names'
import { chipsOf } from '../../filter-links'
import { BulkTable } from './bulk-table'
import { FilterForm } from './filter-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('bulk')
  return { title: t('title') }
}

/** Decisions on many cases at once: what was prepared and done, and one on all cases of a filter. */
export default async function BulksPage({ params, searchParams }: PageProps<'/triage/[dataset]/bulk'>) {
  const { dataset: slug } = await params
  const filters = { ...parseFilters(await searchParams), dataset: slug, status: 'open' as const }
  const queue = queueOf(filters)
  const actor = await requireMemberPage(paths.bulks(slug, queue))
  const dataset = await orNotFound(datasetBySlug(slug))
  const [t, triage] = await Promise.all([getT('bulk'), getT('triage')])
  const trail = [{ href: paths.triage({ dataset: slug }), label: triage('title') }]
  const denied = cannot(actor, 'case.bulk', dataset.id)
  if (denied)
    return (
      <>
        <PageHeader title={t('title')} trail={trail} />
        <EmptyState title={t('cannot')}>{denied}</EmptyState>
      </>
    )
  const [bulks, [policy], queues] = await Promise.all([
    bulksOf(dataset.id),
    bulkPolicies(actor, [{ datasetId: dataset.id }]),
    queueNames(actor),
  ])
  const chips = chipsOf({ ...filters, dataset: undefined }, queues).map(({ label }) => label)
  return (
    <>
      <PageHeader
        title={t('title')}
        trail={trail}
        lead={t('list.lead', { dataset: dataset.name })}
        actions={<LinkButton href={paths.bands(slug)}>{t('list.bands')}</LinkButton>}
      />
      <Section title={t(chips.length > 0 ? 'list.ofFilter' : 'list.ofAll')}>
        {policy ? (
          <FilterForm
            policy={policy}
            queue={queue}
            chips={chips}
            category={filters.category}
            changeHref={paths.triageQueue(queue)}
          />
        ) : null}
      </Section>
      <Section title={t('list.done')}>
        {bulks.length === 0 ? (
          <EmptyState title={t('list.emptyTitle')}>{t('list.empty')}</EmptyState>
        ) : (
          <BulkTable slug={slug} bulks={bulks} />
        )}
      </Section>
    </>
  )
}
