import { z } from 'zod'
import type { ItemSubject, RequestSubject } from '@/lib/crypto/subject'
import { parseCanonical } from '@/lib/tlog/canonical-json'
import {
  type ClearShape,
  commitment,
  constant,
  count,
  counts,
  day,
  entryId,
  hour,
  oneOf,
  publicDigest,
  publicDigestOrNone,
  slug,
  slugOrInstance,
  version,
} from './clear-fields'
import type { privateParts } from './private-parts'

/*
 * The entries of the log, version 1: closed, and never changed, because their bytes are hashed for ever. In clear stands
 * what everybody may know; the rest is one commitment `c` over the private part of the same type (private-parts.ts).
 */

const entryOf = <const T extends string, const C extends ClearShape>(type: T, clear: C) =>
  z.strictObject({ t: constant(type), v: constant(1), id: entryId, at: hour, c: commitment, ...clear })

/** An item was decided under a policy. Which item, what and why is committed to, not said. */
const decision = entryOf('decision', { dataset: slug, policy: publicDigest })

/** Something happened to a takedown request. */
const takedown = entryOf('takedown', {
  dataset: slug,
  event: oneOf([
    'submitted',
    'confirmed',
    'matched',
    'no_match',
    'case_decided',
    'message',
    'needs_info',
    'info_given',
    'clock_paused',
    'clock_resumed',
    'extended',
    'outcome',
    'counter_notice',
    'appealed',
    'appeal_decided',
    'retracted',
    'reopened',
    'withdrawn',
    'expired',
  ]),
})

/** A standing exclusion was added or ended. */
const suppression = entryOf('suppression', { dataset: slug })

/** A policy version came into force; `policy` is the digest that decisions made under it carry. */
const policy = entryOf('policy', { dataset: slugOrInstance, policy: publicDigest, number: count })

/** A role was granted or revoked. */
const role = entryOf('role', { dataset: slugOrInstance })

/** A revision was imported completely; `files` is the digest over its base files' digests. */
const revision = entryOf('revision', {
  dataset: slug,
  number: count,
  files: publicDigest,
  rows: counts({ good: count, bad: count }),
})

/** A release was published; the commitment is over its effective set. */
const release = entryOf('release', {
  dataset: slug,
  profile: slug,
  version,
  disclosure: oneOf(['full', 'rows', 'kept-only']),
  /** Digest over the base files' digests, as in the revision's entry. */
  files: publicDigest,
  /** SHA-256 of release.json. */
  release: publicDigest,
  /** SHA-256 of manifest-sha256.txt. */
  manifest: publicDigest,
  /** Size of the log that held every decision of the effective set. */
  log_size: count,
  rows: counts({ in: count, untouched: count, redacted: count, removed: count, restricted: count }),
})

/** Something has to be said of a release that was published. */
const releaseNotice = entryOf('release_notice', {
  dataset: slug,
  profile: slug,
  version,
  /** SHA-256 of release.json. */
  release: publicDigest,
  /** `removed_…`: its files are gone; what was said of them stays. */
  notice: oneOf(['withdrawn', 'superseded_for_legal_reasons', 'removed_for_legal_reasons']),
})

/** Releases for a profile beside the world's are made from now on, or no more. */
const profile = entryOf('profile', { dataset: slug, profile: slug, change: oneOf(['added', 'ended']) })

/** The opening of an earlier entry was destroyed; its bytes and proofs stay valid. */
const erasure = entryOf('erasure', { of: entryId })

/**
 * Decisions are going to be drawn for auditors: which they are is settled by the first checkpoint behind this entry that a witness
 * signs, so nobody could know it when the entry was made (lib/audit-draw/select.ts).
 */
const auditDraw = entryOf('audit_draw', {
  dataset: slugOrInstance,
  /** How many, of those with an index from `from` up to `to`. */
  k: count,
  from: count,
  to: count,
  /** SHA-256 of the verifier key of the witness whose signature draws; null when the log has none. */
  witness: publicDigestOrNone,
})

/** The draw was made: from now on no other checkpoint can be taken for it. */
const auditSeed = entryOf('audit_seed', {
  /** The entry that announced it. */
  of: entryId,
  /** Size of the checkpoint, and the digest that draws. */
  size: count,
  seed: publicDigest,
})

/** Something restricted happened: neither what nor to which dataset, only the day. Each is as long as every other. */
const sealed = z.strictObject({ t: constant('sealed'), v: constant(1), id: entryId, at: day, c: commitment })

export const entrySchema = z.discriminatedUnion('t', [
  decision,
  takedown,
  suppression,
  policy,
  role,
  revision,
  release,
  releaseNotice,
  profile,
  erasure,
  auditDraw,
  auditSeed,
  sealed,
])

/** An entry as the public reads it. */
export type Entry = z.infer<typeof entrySchema>
export type EntryType = Entry['t']
export const ENTRY_TYPES = entrySchema.options.map((option) => option.shape.t.value)

/** The public entry of stored bytes. Throws when they are not the canonical bytes of a version 1 entry. */
export function parseEntry(body: Uint8Array): Entry {
  return entrySchema.parse(parseCanonical(body))
}

/** The same of an entry that may be of a type that came after this program: null for what it does not know. */
export function knownEntry(body: Uint8Array): Entry | null {
  try {
    return parseEntry(body)
  } catch {
    return null
  }
}

type Envelope = 't' | 'v' | 'id' | 'at' | 'c'
export type OpenType = Exclude<EntryType, 'sealed'>

/** What a verb hands to `appendEntry`: what everybody may read, and what is only committed to. */
export type OpenEvent = {
  [T in OpenType]: {
    readonly type: T
    readonly public: Omit<Extract<Entry, { t: T }>, Envelope>
    readonly private: z.input<(typeof privateParts)[T]>
  } & About<T>
}[OpenType]

/** Whom the private part is about: its opening is sealed under that subject's key, and goes with it. */
type About<T extends OpenType> = T extends keyof Subjects
  ? { readonly about: Subjects[T] }
  : { readonly about?: never }
/** A decision about sources as such is about no item. */
type Subjects = { decision: ItemSubject | null; takedown: RequestSubject }

/** An event of a restricted category goes to the log as `sealed`: even its public part is then only committed to. */
export type LogEvent = OpenEvent | { readonly type: 'sealed'; readonly event: OpenEvent }
