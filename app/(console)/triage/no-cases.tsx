import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/button'
import { formatPlural } from '@/lib/format'
import { paths } from '@/lib/paths'
import type { Facets } from '@/lib/review/facets'
import type { TriageFilters } from '@/lib/review/filters'
import { withFilter } from './filter-links'

/** An empty table says why it is empty and where to go. */
export function NoCases({
  filters,
  facets,
  nothingChosen,
  paged,
}: {
  filters: TriageFilters
  facets: Facets
  nothingChosen: boolean
  paged: boolean
}) {
  const decided = facets.status.counts.get('decided') ?? 0
  if (paged) {
    return (
      <EmptyState
        title="Nothing is left on this page"
        action={<LinkButton href={withFilter(filters, {})}>To the first page</LinkButton>}
      >
        The cases that stood here were decided meanwhile.
      </EmptyState>
    )
  }
  if (!nothingChosen) {
    return (
      <EmptyState
        title="No case matches these filters"
        action={<LinkButton href={paths.triage({ view: 'all' })}>Show every open case</LinkButton>}
      >
        {decided > 0 && filters.status === 'open'
          ? `${formatPlural(decided, 'case')} with these filters are decided.`
          : 'Take a filter away to see more.'}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={decided > 0 ? 'Every case is decided' : 'No cases yet'}
      action={
        decided > 0 ? (
          <LinkButton href={withFilter(filters, { status: 'decided' })}>Show what was decided</LinkButton>
        ) : (
          <LinkButton href={paths.datasets()}>Go to the datasets</LinkButton>
        )
      }
    >
      {decided > 0
        ? `${formatPlural(decided, 'case')} were decided. New ones open when a revision is imported, somebody reports a row, or a takedown request arrives.`
        : 'Cases open by themselves: when a maintainer imports a revision and a detector finds something, or when a takedown request names a row.'}
    </EmptyState>
  )
}
