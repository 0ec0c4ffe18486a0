import type { EntryType } from './entries'

const LABELS = {
  decision: 'Decisions',
  takedown: 'Takedown requests',
  suppression: 'Standing exclusions',
  policy: 'Policies',
  role: 'Roles',
  revision: 'Revisions',
  release: 'Releases',
  release_notice: 'Notices about releases',
  profile: 'Profiles',
  erasure: 'Erasures',
  sealed: 'Restricted',
} as const satisfies Record<EntryType, string>

/** In the order of a filter. */
export const LOG_TYPES = [
  'decision',
  'takedown',
  'suppression',
  'policy',
  'role',
  'revision',
  'release',
  'release_notice',
  'profile',
  'erasure',
  'sealed',
] as const satisfies readonly EntryType[]

export const logTypeLabel = (type: EntryType): string => LABELS[type]
