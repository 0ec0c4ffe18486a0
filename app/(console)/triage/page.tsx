import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Messages } from '@/app/messages'
import { FilterChips } from '@/components/table/facets'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { can } from '@/lib/auth/permissions'
import { requireMemberPage } from '@/lib/auth/session'
import { listCategories } from '@/lib/flags/queries'
import { formatCount } from '@/lib/format'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { triageFacets } from '@/lib/review/facets'
import { parseCursor, parseFilters, queueOf } from '@/lib/review/filters'
import { columnsOf } from '@/lib/review/columns'
import { triagePage } from '@/lib/review/queries'
import { queueNames } from '@/lib/review/queue-names'
import { refusedVotes } from '@/lib/review/shift'
import { tablePreferenceOf, viewsFor } from '@/lib/review/saved-views'
import { casesOfSearch, searchable } from '@/lib/review/search-cases'
import { bulkPolicies } from '@/lib/review/bulk-policies'
import { RefusedVotes } from '../queue/refused-votes'
import { BulkLink } from './bulk-link'
import { chipsOf, withFilter } from './filter-links'
import { SearchNote } from './search-form'
import { TableTools } from './table-tools'
import { DecidedNote } from './decided-note'
import { NoCases } from './no-cases'
import { TriageFacets } from './triage-facets'
import { TriageTable } from './triage-table'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('triage')
  return { title: t('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function TriagePage({ searchParams }: Props) {
  const params = await searchParams
  const filters = parseFilters(params)
  const actor = await requireMemberPage(paths.triageQueue(queueOf(filters)))
  const [views, preference, t] = await Promise.all([
    viewsFor(actor),
    tablePreferenceOf(actor),
    getT('triage'),
  ])
  const first = views.find(({ id }) => id === preference.defaultView)
  if (first && Object.keys(params).length === 0) redirect(paths.triageView(first.id, first.query))
  const view = views.find(({ id }) => id === filters.view)
  const cursor = parseCursor(params, filters.sort)
  const page = await triagePage(actor, filters, cursor)
  if (page.scopes.length === 0) {
    return (
      <>
        <PageHeader title={t('title')} />
        <EmptyState title={t('noTeam.title')}>{t('noTeam.text')}</EmptyState>
      </>
    )
  }
  const search = filters.search ? await casesOfSearch(actor, filters.search) : null
  const [facets, categories, policies, queues, refused, searched] = await Promise.all([
    triageFacets(page.scopes, filters, filters.search ? (search?.caseIds ?? []) : null),
    listCategories(),
    bulkPolicies(actor, page.scopes),
    queueNames(actor),
    refusedVotes(actor),
    searchable(actor, page.scopes),
  ])
  const { rows, newer, older } = page
  const canExport = page.scopes.some(({ datasetId }) => can(actor, 'case.export', datasetId))
  const table = { rows, newer, older }
  const counted =
    facets.status.counts.get(filters.status) ?? (filters.status === 'all' ? facets.status.total : 0)
  const total = formatCount(counted)
  const chips = chipsOf(filters, queues)
  return (
    <Messages areas={['triage']}>
      <PageHeader
        title={t('title')}
        lead={t('lead', { total, status: filters.status, n: counted })}
        actions={<BulkLink filters={filters} scopes={page.scopes} policies={policies} />}
      />
      <DecidedNote done={params['done']} />
      <div className="mb-4 flex flex-col gap-3 empty:hidden">
        <RefusedVotes refused={refused} />
      </div>
      <div className="gap-6 lg:grid lg:grid-cols-[11rem_minmax(0,1fr)]">
        <TriageFacets
          filters={filters}
          facets={facets}
          scopes={page.scopes}
          categories={categories}
          queues={queues}
        />
        <div className="min-w-0">
          <TableTools filters={filters} views={views} canExport={canExport} searched={searched} />
          {filters.search ? <SearchNote found={search} /> : null}
          <FilterChips chips={chips} clearHref={paths.triage({ sort: filters.sort, view: 'all' })} />
          <TriageTable
            key={queueOf(filters)}
            page={table}
            queue={queueOf(filters)}
            sort={filters.sort}
            columns={view?.columns ?? columnsOf(preference.columns)}
            total={cursor === undefined ? counted : null}
            policies={policies}
            pager={
              <Pager
                newer={t('pager.previous')}
                older={t('pager.next')}
                newerHref={page.newer && withFilter(filters, { before: page.newer })}
                olderHref={page.older && withFilter(filters, { after: page.older })}
              >
                {page.rows.length > 0 ? t('pager.shown', { n: page.rows.length, total }) : null}
              </Pager>
            }
            empty={
              <NoCases
                nothingChosen={chips.length === 0}
                filters={filters}
                facets={facets}
                paged={cursor !== undefined}
              />
            }
          />
        </div>
      </div>
    </Messages>
  )
}
