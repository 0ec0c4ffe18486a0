import { useT } from '#i18n'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/button'
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
  const t = useT('triage.empty')
  const decided = facets.status.counts.get('decided') ?? 0
  if (paged) {
    return (
      <EmptyState
        title={t('pageTitle')}
        action={<LinkButton href={withFilter(filters, {})}>{t('firstPage')}</LinkButton>}
      >
        {t('page')}
      </EmptyState>
    )
  }
  if (!nothingChosen) {
    return (
      <EmptyState
        title={t('filteredTitle')}
        action={<LinkButton href={paths.triage({ view: 'all' })}>{t('everyOpen')}</LinkButton>}
      >
        {decided > 0 && filters.status === 'open' ? t('filteredDecided', { n: decided }) : t('filtered')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={decided > 0 ? t('decidedTitle') : t('noneTitle')}
      action={
        decided > 0 ? (
          <LinkButton href={withFilter(filters, { status: 'decided' })}>{t('showDecided')}</LinkButton>
        ) : (
          <LinkButton href={paths.datasets()}>{t('datasets')}</LinkButton>
        )
      }
    >
      {decided > 0 ? t('decided', { n: decided }) : t('none')}
    </EmptyState>
  )
}
