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
  audit_draw: 'Audit draws',
  audit_seed: 'Results of draws',
  sealed: 'Restricted',
} as const satisfies Record<EntryType, string>

/** In the order of a filter. */
export const LOG_TYPES = Object.keys(LABELS).filter((name): name is EntryType => Object.hasOwn(LABELS, name))

export const logTypeLabel = (type: EntryType): string => LABELS[type]
