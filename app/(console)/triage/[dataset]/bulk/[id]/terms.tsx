import { useT } from '#i18n'
import type { BulkView } from '@/lib/bulk/queries'

/** What the decision says beside its action and reason: the label it gives, and where it holds if not everywhere. */
export function Terms({ view }: { view: Pick<BulkView, 'label' | 'territories'> }) {
  const t = useT('bulk.terms')
  if (view.label === null && view.territories === null) return null
  return (
    <p className="mb-3">
      {view.label === null ? null : t('label', { label: view.label })}{' '}
      {view.territories === null ? null : t('places', { places: view.territories.join(', ') })}
    </p>
  )
}
