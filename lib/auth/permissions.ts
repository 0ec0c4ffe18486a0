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
  'golden.edit': ['lead'],
  'detector.settle': ['lead'],
  'flags.export': ['lead', 'maintainer'],
  'dataset.import': ['maintainer'],
  'dataset.edit': ['maintainer'],
  'policy.edit': ['lead', 'maintainer'],
  'release.publish': ['maintainer'],
  'takedown.view': ['lead', 'maintainer'],
  'takedown.handle': ['lead'],
  'team.view': ['reviewer', 'lead', 'maintainer'],
  'volunteer.answer': ['lead'],
  'audit.read': ['lead', 'maintainer'],
  'metrics.view': ['lead', 'maintainer'],
  'reviewers.compare': ['lead'],
  'draw.announce': ['lead', 'maintainer'],
} as const satisfies Record<string, readonly DatasetRole[]>

const site = {
  'dataset.create': ['admin'],
  'people.manage': ['admin'],
  'role.grant': ['admin'],
  'mailbox.read': ['admin'],
  'metrics.view_all': ['admin'],
  'restricted.handle': ['safety_officer'],
  'content.erase': ['safety_officer'],
  'draw.open': ['auditor'],
  'draw.announce_site': ['admin', 'auditor'],
} as const

export type DatasetPermission = keyof typeof dataset
export type SitePermission = keyof typeof site

const DENIED: Record<DatasetPermission | SitePermission, string> = {
  'case.view': 'Only the team of this dataset sees its cases.',
  'case.review': 'Only reviewers and leads of this dataset decide its cases.',
  'case.override': 'Only a lead of this dataset can override a decision.',
  'case.bulk': 'Only a lead of this dataset can decide many cases at once.',
  'case.export': 'Only leads and maintainers of a dataset take its cases along as a file.',
  'view.share': 'Only a lead of this dataset changes the views that its team shares.',
  'case.search': 'Only a lead of this dataset searches the texts of its cases.',
  'source.decide': 'Only leads and maintainers of this dataset keep sources out of it.',
  'case.appeal': 'Only the team of this dataset appeals here; anybody else does by their request.',
  'queue.edit': 'Only leads and maintainers of this dataset change its queues.',
  'golden.edit': 'Only a lead of this dataset sees and makes its checks.',
  'detector.settle': 'Only a lead of this dataset settles what becomes of a paused detector.',
  'flags.export': 'Only leads and maintainers of this dataset export its flags.',
  'dataset.import': 'Only a maintainer of this dataset can import a revision.',
  'dataset.edit': 'Only a maintainer of this dataset can change it.',
  'policy.edit': 'Only leads and maintainers of this dataset change its policy.',
  'release.publish': 'Only a maintainer of this dataset can publish a release.',
  'takedown.view': 'Only leads and maintainers of this dataset see its requests.',
  'takedown.handle': 'Only a lead of this dataset handles its requests.',
  'team.view': 'Only the team of this dataset sees this.',
  'volunteer.answer': 'Only a lead of this dataset answers those who would like to review it.',
  'metrics.view': 'Only leads and maintainers of this dataset and admins read its metrics.',
  'metrics.view_all': 'Only an admin reads the metrics of all datasets.',
  'reviewers.compare': 'Only a lead of this dataset compares its reviewers.',
  'audit.read': 'Only leads and maintainers of this dataset read its audit.',
  'dataset.create': 'Only an admin can register a dataset.',
  'people.manage': 'Only an admin can manage accounts.',
  'role.grant': 'Only an admin can grant or revoke roles.',
  'mailbox.read': 'Only an admin can read the mailbox.',
  'restricted.handle': 'Only a safety officer handles restricted items.',
  'content.erase': 'Only a safety officer erases.',
  'draw.open': 'Only an auditor opens entries that were drawn.',
  'draw.announce': 'Only leads and maintainers of this dataset, admins and auditors have decisions drawn.',
  'draw.announce_site': 'Only admins and auditors have decisions of all datasets drawn.',
}

/** The reason why not, or undefined: `disabledReason` of a button and message of a refusal alike. */
export function cannot(
  actor: Actor,
  permission: DatasetPermission | SitePermission,
  datasetId?: string,
): string | undefined {
  return can(actor, permission, datasetId) ? undefined : DENIED[permission]
}

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
