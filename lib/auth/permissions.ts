import type { Actor, DatasetRole } from '@/lib/auth/actor'

/** Who may do what, in one table: the verb refuses by it, the screen disables by it. */
const dataset = {
  'case.view': ['reviewer', 'lead', 'maintainer'],
  'case.review': ['reviewer', 'lead'],
  'case.override': ['lead'],
  'case.bulk': ['lead'],
  'case.search': ['lead'],
  'case.export': ['lead', 'maintainer'],
  'view.share': ['lead'],
  'source.decide': ['lead', 'maintainer'],
  'case.appeal': ['reviewer', 'lead', 'maintainer'],
  'queue.edit': ['lead', 'maintainer'],
  'promise.edit': ['lead', 'maintainer'],
  'golden.edit': ['lead'],
  'detector.settle': ['lead'],
  'flags.export': ['lead', 'maintainer'],
  'dataset.import': ['maintainer'],
  'dataset.edit': ['maintainer'],
  'policy.edit': ['lead', 'maintainer'],
  'release.publish': ['maintainer'],
  'copies.vet': ['maintainer'],
  'takedown.view': ['lead', 'maintainer'],
  'takedown.handle': ['lead'],
  'takedown.answer': ['lead', 'maintainer'],
  'team.view': ['reviewer', 'lead', 'maintainer'],
  'volunteer.answer': ['lead'],
  'audit.read': ['lead', 'maintainer'],
  'metrics.view': ['lead', 'maintainer'],
  'report.export': ['lead'],
  'reviewers.compare': ['lead'],
  'draw.announce': ['lead', 'maintainer'],
} as const satisfies Record<string, readonly DatasetRole[]>

const site = {
  'dataset.create': ['admin'],
  'people.manage': ['admin'],
  'role.grant': ['admin'],
  'viewing.set': ['admin'],
  'reports.limit': ['admin'],
  'mailbox.read': ['admin'],
  'copies.vet_all': ['admin'],
  'metrics.view_all': ['admin'],
  'restricted.handle': ['safety_officer'],
  'takedown.agree': ['admin'],
  'report.export_all': ['admin'],
  'content.erase': ['safety_officer'],
  'draw.open': ['auditor'],
  'draw.announce_site': ['admin', 'auditor'],
} as const

export type DatasetPermission = keyof typeof dataset
export type SitePermission = keyof typeof site

export function can(
  actor: Actor,
  permission: DatasetPermission | SitePermission,
  datasetId?: string,
): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind !== 'member') return false
  if (isSite(permission)) return site[permission].some((role) => actor.site.includes(role))
  const roles = datasetId === undefined ? [] : (actor.roles[datasetId] ?? [])
  const allowed: readonly DatasetRole[] = dataset[permission]
  return roles.some((role) => allowed.includes(role))
}

/** Datasets in which the actor holds the permission. */
export function datasetsWhere(actor: Actor, permission: DatasetPermission): string[] {
  if (actor.kind !== 'member') return []
  return Object.keys(actor.roles).filter((id) => can(actor, permission, id))
}

const isSite = (permission: DatasetPermission | SitePermission): permission is SitePermission =>
  permission in site
