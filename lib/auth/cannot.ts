import 'server-only'
import type { Actor } from '@/lib/auth/actor'
import { can, type DatasetPermission, type SitePermission } from '@/lib/auth/permissions'
import { say } from '@/lib/i18n/say'

/** The reason why not, or undefined: `disabledReason` of a button and message of a refusal alike. */
export function cannot(
  actor: Actor,
  permission: DatasetPermission | SitePermission,
  datasetId?: string,
): string | undefined {
  return can(actor, permission, datasetId) ? undefined : say(`errors.denied.${permission}`)
}
