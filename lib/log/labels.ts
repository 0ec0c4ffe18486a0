import type { EntryType } from './entries'

const LABELS: Record<EntryType, string> = {
  decision: 'Decisions',
  takedown: 'Takedown requests',
  suppression: 'Standing exclusions',
  policy: 'Policies',
  role: 'Roles',
  revision: 'Revisions',
  release: 'Releases',
  erasure: 'Erasures',
  sealed: 'Restricted',
}

export const SHOWN_TYPES = [
  'decision',
  'takedown',
  'suppression',
  'policy',
  'role',
  'revision',
  'release',
  'erasure',
  'sealed',
] as const

export const entryTypeLabel = (type: EntryType): string => LABELS[type]
