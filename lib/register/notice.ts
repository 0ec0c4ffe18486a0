import { z } from 'zod'

/*
 * What the public register may say of a request: this list and nothing else. Every value is a code, a count, a day, a host
 * or the name of one of our own datasets; the one sentence is by staff and went through our detectors. A schema and not a query decides,
 * so that a field somebody adds to a request is not public by accident.
 */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const code = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,59}$/)
const count = z.int().nonnegative()

/** A name as the DNS has it, lower case, of at least two labels; never an address of a machine. */
export const publicHost = z
  .string()
  .max(253)
  .regex(/^(?=.*[a-z])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/)

/** Kinds that are listed one by one. A person's own data (privacy) and restricted requests are only counted. */
export const LISTED_KINDS = [
  'copyright',
  'counter_notice',
  'illegal_content',
  'opt_out',
  'licence',
  'publicity',
  'court_order',
  'retraction',
  'other',
] as const
export type ListedKind = (typeof LISTED_KINDS)[number]

export const isListed = (kind: string): kind is ListedKind => LISTED_KINDS.some((listed) => listed === kind)

/** Where a host may be shown: an author's own site is their name, so not where a person asks about themselves. */
const WITH_HOSTS: readonly ListedKind[] = ['copyright', 'counter_notice', 'illegal_content', 'licence']
/** A court orders about anything: about persons, and, where it is none of the others, about who knows what. */
export const ORDERS_WITH_HOSTS: readonly string[] = ['copyright', 'illegal']

export const showsHosts = (kind: ListedKind, category: string): boolean =>
  kind === 'court_order'
    ? ORDERS_WITH_HOSTS.includes(category)
    : WITH_HOSTS.includes(kind) && !isPersonal(category)

export const PERSONAL = 'pii'
/** Whether a request is about somebody's own data: then no host is told, and no sentence, in which no detector finds every name. */
export const isPersonal = (category: string): boolean => category === PERSONAL

/** What nobody publishes alone: a legal claim names somebody's wrong. */
const FOUR_EYES: readonly ListedKind[] = ['copyright', 'counter_notice', 'court_order', 'publicity']
export const needsTwo = (kind: ListedKind): boolean => FOUR_EYES.includes(kind)

export const LAWS = [
  'usc_17_512_c',
  'usc_17_512_g',
  'dsa_16',
  'cdsm_4_3',
  'licence_terms',
  'publicity_right',
  'court_order',
  'own_rules',
] as const
export const LAW_OF: Record<ListedKind, (typeof LAWS)[number]> = {
  copyright: 'usc_17_512_c',
  counter_notice: 'usc_17_512_g',
  illegal_content: 'dsa_16',
  opt_out: 'cdsm_4_3',
  licence: 'licence_terms',
  publicity: 'publicity_right',
  court_order: 'court_order',
  retraction: 'own_rules',
  other: 'own_rules',
}

/** How a request ended, in words of the register: fewer than there are statuses. */
export const OUTCOMES = ['granted', 'granted_in_part', 'declined', 'not_found', 'rejected'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const MAX_SUMMARY = 600

export const noticeSchema = z.strictObject({
  v: z.literal(1),
  kind: z.enum(LISTED_KINDS),
  law: z.enum(LAWS),
  /** Slug. */
  dataset: z.string().regex(/^[a-z0-9-]{1,64}$/),
  received: day,
  decided: day,
  /** When the answer was due first; null where no clock ran. */
  due: day.nullable(),
  outcome: z.enum(OUTCOMES),
  /** How many things it named. */
  targets: count,
  hosts: z.array(z.strictObject({ host: publicHost, targets: count })).max(1_100),
  /** Decisions in force about items, by action. */
  items: z.partialRecord(z.enum(['keep', 'remove', 'redact', 'restrict', 'label']), count),
  /** Reason codes of our own policy. */
  reasons: z.array(code).max(50),
  /** Complaint against the outcome: how often. */
  contested: count,
  /** By staff, in their words. */
  summary: z.string().max(MAX_SUMMARY).nullable(),
})
export type Notice = z.infer<typeof noticeSchema>

/** A notice without what a request of its category must not tell, whatever it was published with. */
export function withoutPersons(notice: Notice, category: string): Notice {
  return {
    ...notice,
    hosts: showsHosts(notice.kind, category) ? notice.hosts : [],
    summary: isPersonal(category) ? null : notice.summary,
  }
}

/** The outcome of an entry as it is now. */
export const outcomeNow = ({
  notice,
  now,
}: {
  notice: Notice | null
  now: { outcome: Outcome } | null
}): Outcome | null => now?.outcome ?? notice?.outcome ?? null
