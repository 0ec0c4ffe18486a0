import type { Queue } from './queue-rules'

const ANY = {
  categories: null,
  minSeverity: 1,
  maxSeverity: 4,
  detectors: null,
  sources: null,
  languages: null,
  leadNeeded: false,
  blind: true,
  actions: null,
  dueHours: null,
  audience: 'reviewer',
  covered: false,
} as const satisfies Partial<Queue>

/**
 * What a dataset begins with: whether a text is hateful is asked of three people, whether it is somebody's work of two with a
 * lead, and an e-mail address is recognised by one. The last takes whatever is left.
 */
export const DEFAULT_QUEUES: readonly Omit<Queue, 'id' | 'ordinal'>[] = [
  {
    ...ANY,
    name: 'Hate and illegal content',
    categories: ['hate', 'illegal'],
    quorum: 2,
    slots: 3,
    dueHours: 168,
  },
  {
    ...ANY,
    name: 'Copyright and licence',
    categories: ['copyright', 'licence'],
    quorum: 2,
    slots: 2,
    leadNeeded: true,
  },
  {
    ...ANY,
    name: 'Grave personal data',
    categories: ['pii', 'secrets'],
    minSeverity: 3,
    quorum: 2,
    slots: 3,
    dueHours: 168,
  },
  { ...ANY, name: 'Personal data', categories: ['pii', 'secrets'], quorum: 1, slots: 1 },
  { ...ANY, name: 'Everything else', quorum: 1, slots: 1 },
]
