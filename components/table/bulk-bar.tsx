import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { Button } from '@/components/ui/button'

/** What can be done with the selected rows; stays in sight at the foot of the window. */
export function BulkBar({
  count,
  onClear,
  children,
}: {
  count: number
  onClear: () => void
  children: ReactNode
}) {
  const t = useT('forms.table')
  if (count === 0) return null
  return (
    <div
      role="region"
      aria-label={t('selectedRows')}
      className="no-print sticky bottom-3 z-20 mt-3 flex flex-wrap items-center gap-3 rounded-md border border-line-strong bg-surface px-4 py-2 shadow-over"
    >
      <p role="status" className="text-sm font-medium">
        {t('selected', { n: count })}
      </p>
      {children}
      <Button kind="quiet" size="sm" onClick={onClear} className="ms-auto">
        {t('clearSelection')}
      </Button>
    </div>
  )
}
