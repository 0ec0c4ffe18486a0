import 'server-only'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { can } from '@/lib/auth/permissions'

/** Admins hand out of every dataset, leads of theirs. */
export function mayExport(actor: Member, datasetId: string): void {
  if (!can(actor, 'report.export_all')) authorize(actor, 'report.export', { datasetId })
}
