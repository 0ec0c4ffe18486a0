import { useT } from '#i18n'
import { StatusBadge } from '@/components/ui/status-badge'
import { dueOf } from '@/lib/takedowns/due'

/** Whether a request is overdue or nearly due, by shape and word; nothing while there is time. */
export function DueBadge({ request }: { request: { dueAt: Date | null; nearAt: Date | null } }) {
  const t = useT('clocks.badge')
  const due = dueOf(request)
  if (due !== 'over' && due !== 'near') return null
  return <StatusBadge progress={due === 'over' ? 'refused' : 'attention'}>{t(due)}</StatusBadge>
}
