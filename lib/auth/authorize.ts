import 'server-only'
import type { Actor } from '@/lib/auth/actor'
import { cannot } from '@/lib/auth/cannot'
import { can, type DatasetPermission, type SitePermission } from '@/lib/auth/permissions'
import { forbidden, type Missing, notFound, unauthenticated } from '@/lib/errors'
import { say } from '@/lib/i18n/say'

type Resource = {
  datasetId?: string
  /** Whether the actor may know that the thing exists. If not, the refusal is the same 404 as for a thing that does not. */
  visible?: boolean
  /** What the 404 names. */
  what?: Missing
}

/** Refuses unless the actor holds the permission: 404 when they may not know, 401 for nobody, 403 otherwise. */
export function authorize(
  actor: Actor,
  permission: DatasetPermission | SitePermission,
  resource: Resource = {},
): void {
  if (can(actor, permission, resource.datasetId)) return
  const visible = resource.visible ?? true
  if (!visible) throw notFound(resource.what)
  if (actor.kind !== 'member') throw unauthenticated()
  throw forbidden(cannot(actor, permission, resource.datasetId) ?? say('errors.notAllowed'))
}

/** Refuses for what a page says in place of the button: both ask the same function why not. */
export function refuseIf(why: string | undefined): void {
  if (why !== undefined) throw forbidden(why)
}
