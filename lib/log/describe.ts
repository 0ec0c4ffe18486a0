import { z } from 'zod'
import { type Entry, ENTRY_TYPES, type OpenType } from './entries'
import { committedValues } from './private-parts'

/** One plain sentence for an entry, from what stands in clear: what anybody may read. */
export function describeEntry(entry: Entry): string {
  switch (entry.t) {
    case 'decision':
      return `An item of ${entry.dataset} was decided under policy ${short(entry.policy)}.`
    case 'takedown':
      return `${TAKEDOWN[entry.event]} about ${entry.dataset}.`
    case 'suppression':
      return `The standing exclusions of ${entry.dataset} were changed.`
    case 'policy':
      return `Version ${entry.number} of ${placed(entry.dataset, 'the policy of', 'the default policy')} came into force (${short(entry.policy)}).`
    case 'role':
      return `A role ${placed(entry.dataset, 'in', 'on this site')} was granted or revoked.`
    case 'revision':
      return `Revision ${entry.number} of ${entry.dataset} was imported: ${rows(entry.rows.good)}, ${entry.rows.bad.toLocaleString('en-GB')} quarantined.`
    case 'release':
      return `Release ${entry.version} of ${entry.dataset} was published: of ${rows(entry.rows.in)}, ${releaseCounts(entry.rows)}.`
    case 'release_notice':
      return `Release ${entry.version} of ${entry.dataset} was ${NOTICE[entry.notice]}.`
    case 'profile':
      return describeProfile(entry)
    case 'erasure':
      return `The private part of entry ${entry.of} was destroyed. Its proofs stay valid.`
    case 'audit_draw':
      return `${entry.k.toLocaleString('en-GB')} ${entry.k === 1 ? 'decision' : 'decisions'} ${placed(entry.dataset, 'of', 'of all datasets')} among entries ${entry.from} to ${entry.to} will be drawn for auditors, by ${entry.witness === null ? 'the next checkpoint' : 'what a witness signs next'}.`
    case 'audit_seed':
      return `The draw that entry ${entry.of} announced was made by the checkpoint of size ${entry.size}.`
    case 'sealed':
      return 'Something restricted was recorded. Neither what nor where is public.'
    default:
      return unknown(entry)
  }
}

/**
 * One plain sentence for staff, from the entry and the value its commitment opens to. `nameOf` turns references such as
 * `member:<uuid>` and `request:<uuid>` into names. Throws a ZodError when the value is not one of the entry's type.
 */
export function describeOpened(
  entry: Entry,
  value: unknown,
  nameOf: (ref: string) => string = (ref) => ref,
): string {
  switch (entry.t) {
    case 'decision': {
      const made = committedValues.decision.parse(value)
      const changed = made.supersedes ? ', in place of an earlier decision' : ''
      return `${ACTION[made.action]} ${SCOPE[made.scope]} in ${entry.dataset} as ${made.category}, for ${made.reason}${changed}.`
    }
    case 'takedown': {
      const { request, kind, actor } = committedValues.takedown.parse(value)
      return `${TAKEDOWN[entry.event]} about ${entry.dataset} (${kind}, ${nameOf(`request:${request}`)}), by ${nameOf(actor)}.`
    }
    case 'suppression': {
      const { change, kind, actor } = committedValues.suppression.parse(value)
      return `A standing exclusion by ${kind} was ${change} in ${entry.dataset}, by ${nameOf(actor)}.`
    }
    case 'policy':
      return `${describeEntry(entry)} By ${nameOf(committedValues.policy.parse(value).actor)}.`
    case 'role': {
      const made = committedValues.role.parse(value)
      const where = placed(entry.dataset, 'in', 'on this site')
      return `${nameOf(made.actor)} ${made.change} the role ${made.role} ${where} ${made.change === 'granted' ? 'to' : 'from'} ${nameOf(`member:${made.person}`)}.`
    }
    case 'revision':
      return `${describeEntry(entry)} By ${nameOf(committedValues.revision.parse(value).actor)}.`
    case 'release':
      return describeEntry(entry)
    case 'release_notice':
      return `${describeEntry(entry)} By ${nameOf(committedValues.release_notice.parse(value).actor)}.`
    case 'profile':
      return `${describeEntry(entry)} By ${nameOf(committedValues.profile.parse(value).actor)}.`
    case 'erasure': {
      const { basis, actor } = committedValues.erasure.parse(value)
      return `${nameOf(actor)} destroyed the private part of entry ${entry.of} (${basis}). Its proofs stay valid.`
    }
    case 'audit_draw':
      return `${describeEntry(entry)} Asked for by ${nameOf(committedValues.audit_draw.parse(value).actor)}.`
    case 'audit_seed':
      return describeEntry(entry)
    case 'sealed':
      return describeSealed(value, nameOf)
    default:
      return unknown(entry)
  }
}

const sealedValue = z.strictObject({
  type: z.enum(ENTRY_TYPES).exclude(['sealed']),
  public: z.object({ dataset: z.string().nullable().optional() }),
  private: z.unknown(),
  actor: z.string(),
})

/** For safety officers only: a restricted event in the short form that its commitment opens to. */
function describeSealed(value: unknown, nameOf: (ref: string) => string): string {
  const { type, public: shown, actor } = sealedValue.parse(value)
  const where = shown.dataset ? ` in ${shown.dataset}` : ''
  return `Restricted: ${SEALED[type]}${where}, by ${nameOf(actor)}.`
}

const TAKEDOWN: Record<Extract<Entry, { t: 'takedown' }>['event'], string> = {
  submitted: 'A takedown request was submitted',
  confirmed: 'A takedown request was confirmed',
  matched: 'A takedown request was matched to items',
  no_match: 'A takedown request matched no item',
  case_decided: 'A case of a takedown request was decided',
  message: 'A message was sent on a takedown request',
  needs_info: 'More information was asked for on a takedown request',
  info_given: 'More information was given on a takedown request',
  clock_paused: 'The clock of a takedown request was paused',
  clock_resumed: 'The clock of a takedown request runs again',
  extended: 'The time for a takedown request was extended',
  outcome: 'A takedown request got its outcome',
  counter_notice: 'A counter-notice came in',
  appealed: 'The outcome of a takedown request was appealed',
  appeal_decided: 'An appeal was decided',
  retracted: 'A takedown request was retracted',
  reopened: 'A takedown request was reopened',
  withdrawn: 'A takedown request was withdrawn',
  expired: 'A takedown request expired unconfirmed',
}

const NOTICE = {
  withdrawn: 'withdrawn',
  superseded_for_legal_reasons: 'superseded for legal reasons',
  removed_for_legal_reasons: 'removed for legal reasons: its files are gone',
} as const

const describeProfile = ({ dataset, profile, change }: Extract<Entry, { t: 'profile' }>): string =>
  change === 'added'
    ? `Releases of ${dataset} are published for the profile ${profile} too.`
    : `Releases of ${dataset} are no longer published for the profile ${profile}.`

const ACTION = {
  keep: 'Kept',
  remove: 'Removed',
  redact: 'Redacted',
  restrict: 'Restricted',
  label: 'Labelled',
} as const

const SCOPE = { content: 'an item', occurrence: 'one row', source: 'the rows of a source' } as const

const SEALED: Record<OpenType, string> = {
  decision: 'a decision',
  takedown: 'an event of a takedown request',
  suppression: 'a change of the standing exclusions',
  policy: 'a policy version',
  role: 'a change of roles',
  revision: 'a revision',
  release: 'a release',
  release_notice: 'a notice about a release',
  profile: 'a change of profiles',
  erasure: 'an erasure',
  audit_draw: 'the announcement of a draw',
  audit_seed: 'the result of a draw',
}

const short = (digest: string): string => digest.slice(0, 12)
const rows = (count: number): string => `${count.toLocaleString('en-GB')} ${count === 1 ? 'row' : 'rows'}`

function placed(dataset: string | null, preposition: string, instance: string): string {
  return dataset === null ? instance : `${preposition} ${dataset}`
}

function releaseCounts(counts: Extract<Entry, { t: 'release' }>['rows']): string {
  const part = (count: number, what: string) => `${count.toLocaleString('en-GB')} ${what}`
  return [
    part(counts.untouched, 'untouched'),
    part(counts.redacted, 'redacted'),
    part(counts.removed, 'removed'),
    part(counts.restricted, 'restricted'),
  ].join(', ')
}

/** A new entry type without a sentence does not compile. */
function unknown(entry: never): never {
  throw new Error(`no sentence for ${JSON.stringify(entry)}`)
}
