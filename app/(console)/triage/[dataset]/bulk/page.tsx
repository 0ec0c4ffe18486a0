import type { Metadata } from 'next'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { bulksOf } from '@/lib/bulk/queries'
import { datasetBySlug } from '@/lib/datasets/queries'
import { listCategories } from '@/lib/flags/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { paths } from '@/lib/paths'
import { bulkPolicies } from '@/lib/review/bulk-policies'
import { parseFilters, queueOf } from '@/lib/review/filters'
import { chipsOf } from '../../filter-links'
import { BulkTable } from './bulk-table'
import { FilterForm } from './filter-form'

export const metadata: Metadata = { title: 'Bulk decisions' }

/** Decisions on many cases at once: what was prepared and done, and one on all cases of a filter. */
export default async function BulksPage({ params, searchParams }: PageProps<'/triage/[dataset]/bulk'>) {
  const { dataset: slug } = await params
  const filters = { ...parseFilters(await searchParams), dataset: slug, status: 'open' as const }
  const queue = queueOf(filters)
  const actor = await requireMemberPage(paths.bulks(slug, queue))
  const dataset = await orNotFound(datasetBySlug(slug))
  const trail = [{ href: paths.triage({ dataset: slug }), label: 'Triage' }]
  const denied = cannot(actor, 'case.bulk', dataset.id)
  if (denied)
    return (
      <>
        <PageHeader title="Bulk decisions" trail={trail} />
        <EmptyState title="You cannot decide many cases at once">{denied}</EmptyState>
      </>
    )
  const [bulks, categories, [policy]] = await Promise.all([
    bulksOf(dataset.id),
    listCategories(),
    bulkPolicies(actor, [{ datasetId: dataset.id }]),
  ])
  const chips = chipsOf({ ...filters, dataset: undefined }, categories).map(({ label }) => label)
  return (
    <>
      <PageHeader
        title="Bulk decisions"
        trail={trail}
        lead={`One decision on many open cases of ${dataset.name}. First you see what it would do to which; a job then carries it out, with a result for each case, and it can be taken back.`}
        actions={<LinkButton href={paths.bands(slug)}>Bands of scores</LinkButton>}
      />
      <Section title={chips.length > 0 ? 'Decide all open cases of this filter' : 'Decide all open cases'}>
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
      <Section title="Prepared and done">
        {bulks.length === 0 ? (
          <EmptyState title="None yet">
            Tick cases in the triage table, or narrow it by a filter, and decide them here.
          </EmptyState>
        ) : (
          <BulkTable slug={slug} bulks={bulks} />
        )}
      </Section>
    </>
  )
}
