import { useT } from '#i18n'
import { LinkButton } from '@/components/ui/button'
import { paths } from '@/lib/paths'
import type { BulkPolicy } from '@/lib/review/bulk-policies'
import { queueOf, type TriageFilters } from '@/lib/review/filters'
import type { Scope } from '@/lib/review/scope'

/** The way to one decision on everything the table is narrowed to; for leads, of one dataset. */
export function BulkLink({
  filters,
  scopes,
  policies,
}: {
  filters: TriageFilters
  scopes: readonly Scope[]
  policies: readonly BulkPolicy[]
}) {
  const t = useT('triage')
  const led = scopes.filter(({ datasetId }) =>
    policies.some((policy) => policy.datasetId === datasetId && policy.denied === null),
  )
  const [only, more] = filters.dataset ? led.filter(({ slug }) => slug === filters.dataset) : led
  if (!only || more) return null
  return (
    <LinkButton href={paths.bulks(only.slug, queueOf({ ...filters, dataset: only.slug }))}>
      {t('bulkLink')}
    </LinkButton>
  )
}
