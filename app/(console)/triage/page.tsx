import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FilterChips } from '@/components/table/facets'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { can } from '@/lib/auth/permissions'
import { requireMemberPage } from '@/lib/auth/session'
import { listCategories } from '@/lib/flags/queries'
import { formatCount } from '@/lib/format'
import { paths } from '@/lib/paths'
import { triageFacets } from '@/lib/review/facets'
import { parseCursor, parseFilters, queueOf } from '@/lib/review/filters'
import { columnsOf } from '@/lib/review/columns'
import { triagePage } from '@/lib/review/queries'
import { tablePreferenceOf, viewsFor } from '@/lib/review/saved-views'
import { casesOfSearch } from '@/lib/review/search-cases'
import { bulkPolicies } from '@/lib/review/bulk-policies'
import { BulkLink } from './bulk-link'
import { chipsOf, withFilter } from './filter-links'
import { SearchNote } from './search-form'
import { TableTools } from './table-tools'
import { DecidedNote } from './decided-note'
import { NoCases } from './no-cases'
import { TriageFacets } from './triage-facets'
import { TriageTable } from './triage-table'

export const metadata: Metadata = { title: 'Triage' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function TriagePage({ searchParams }: Props) {
  const params = await searchParams
  const filters = parseFilters(params)
  const actor = await requireMemberPage(paths.triageQueue(queueOf(filters)))
  const [views, preference] = await Promise.all([viewsFor(actor), tablePreferenceOf(actor)])
  const first = views.find(({ id }) => id === preference.defaultView)
  if (first && Object.keys(params).length === 0) redirect(paths.triageView(first.id, first.query))
  const view = views.find(({ id }) => id === filters.view)
  const cursor = parseCursor(params, filters.sort)
  const page = await triagePage(actor, filters, cursor)
  if (page.scopes.length === 0) {
    return (
      <>
        <PageHeader title="Triage" />
        <EmptyState title="You are not on the team of a dataset yet">
          Cases are shown to the reviewers, leads and maintainers of their dataset. Ask an admin to give you a
          role.
        </EmptyState>
      </>
    )
  }
  const search = filters.search ? await casesOfSearch(actor, filters.search) : null
  const [facets, categories, policies] = await Promise.all([
    triageFacets(page.scopes, filters, filters.search ? (search?.caseIds ?? []) : null),
    listCategories(),
    bulkPolicies(actor, page.scopes),
  ])
  const { rows, newer, older } = page
  const searched = page.scopes.filter(({ datasetId }) => can(actor, 'case.search', datasetId))
  const canExport = page.scopes.some(({ datasetId }) => can(actor, 'case.export', datasetId))
  const table = { rows, newer, older }
  const counted =
    facets.status.counts.get(filters.status) ?? (filters.status === 'all' ? facets.status.total : 0)
  const whole = cursor === undefined && page.older === null
  const known = whole ? page.rows.length : cursor === undefined && !facets.status.capped ? counted : null
  const total = `${formatCount(known ?? counted)}${known === null && facets.status.capped ? '+' : ''}`
  const nothingChosen = chipsOf(filters, categories).length === 0
  return (
    <>
      <PageHeader
        title="Triage"
        lead={`${total} ${filters.status === 'all' ? '' : filters.status} ${(known ?? counted) === 1 ? 'case' : 'cases'}`}
        actions={<BulkLink filters={filters} scopes={page.scopes} policies={policies} />}
      />
      <DecidedNote done={params['done']} />
      <div className="gap-6 lg:grid lg:grid-cols-[11rem_minmax(0,1fr)]">
        <TriageFacets filters={filters} facets={facets} scopes={page.scopes} categories={categories} />
        <div className="min-w-0">
          <TableTools filters={filters} views={views} canExport={canExport} searched={searched} />
          {filters.search ? <SearchNote found={search} /> : null}
          <FilterChips
            chips={chipsOf(filters, categories)}
            clearHref={paths.triage({ sort: filters.sort, view: 'all' })}
          />
          <TriageTable
            key={queueOf(filters)}
            page={table}
            queue={queueOf(filters)}
            sort={filters.sort}
            columns={view?.columns ?? columnsOf(preference.columns)}
            total={known}
            policies={policies}
            pager={
              <Pager
                newer="Previous"
                older="Next"
                newerHref={page.newer && withFilter(filters, { before: page.newer })}
                olderHref={page.older && withFilter(filters, { after: page.older })}
              >
                {page.rows.length > 0 ? `${formatCount(page.rows.length)} of ${total}` : null}
              </Pager>
            }
            empty={
              <NoCases
                nothingChosen={nothingChosen}
                filters={filters}
                facets={facets}
                paged={cursor !== undefined}
              />
            }
          />
        </div>
      </div>
    </>
  )
}
