import { canonicalBytes, parseCanonical } from '@/lib/tlog/canonical-json'
import { openEnvelope, signEnvelope, type Signer, type Verify } from './dsse'
import { FormatError } from './format-error'
import { compareText } from './order'
import { isCount, isSha256, isText, membersOf } from './value'

/*
 * What is decided to go between two releases: which rows of the base of the last one, and nothing else. A row that is going to be
 * redacted is listed like one that is going to be left out: until the release tells which, it is safest gone.
 */

export const PENDING_FILE = 'pending-removals.json'
const PAYLOAD_TYPE = 'application/vnd.winnow.pending-removals+json'
const FORMAT = 'winnow-pending/1'

/** Rows of a base file as runs [first row, length], ascending. */
export type PendingFile = {
  readonly path: string
  readonly sha256: string
  readonly rows: readonly (readonly [number, number])[]
}

export type PendingList = {
  readonly dataset: string
  readonly profile: string
  /** The release that it adds to: SHA-256 of its release.json. */
  readonly release: { readonly version: string; readonly sha256: string }
  /** `holders`: with what is told only to registered holders of copies. */
  readonly audience: 'public' | 'holders'
  /** One more with each list of the dataset, profile and audience. */
  readonly serial: number
  /** YYYY-MM-DD, UTC. */
  readonly date: string
  /** Of a change: the list that it follows. Null for a whole list. */
  readonly since: number | null
  readonly files: readonly PendingFile[]
  /** Of a change: rows that were listed and stay after all. Empty in a whole list. */
  readonly back: readonly PendingFile[]
}

export const signPending = (list: PendingList, signers: readonly Signer[]): Uint8Array =>
  signEnvelope(PAYLOAD_TYPE, canonicalBytes({ format: FORMAT, ...list }), signers)

/**
 * The list in an envelope, believed only when the key signed it.
 *
 * @param verify null reads it without believing it
 * @throws FormatError
 */
export function openPending(bytes: Uint8Array, verify: Verify | null): PendingList {
  const { payload, message, signatures } = openEnvelope(PENDING_FILE, PAYLOAD_TYPE, bytes)
  if (verify && !signatures.some((signature) => verify(message, signature)))
    throw refuse('it is not signed by that key')
  let value: unknown
  try {
    value = parseCanonical(payload)
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error))
  }
  return listOf(value)
}

/** How many rows it names. */
export const pendingRows = ({ files }: Pick<PendingList, 'files'>): number =>
  files.reduce((sum, { rows }) => sum + rows.reduce((some, [, length]) => some + length, 0), 0)

const MEMBERS = [
  'format',
  'dataset',
  'profile',
  'release',
  'audience',
  'serial',
  'date',
  'since',
  'files',
  'back',
]

function listOf(value: unknown): PendingList {
  const { format, dataset, profile, release, audience, serial, date, since, files, back } =
    membersOf(value, ...MEMBERS) ?? {}
  const { version, sha256 } = membersOf(release, 'version', 'sha256') ?? {}
  if (format !== FORMAT) throw refuse(`not a ${FORMAT}`)
  if (!isText(dataset) || !isText(profile) || !isText(version) || !isSha256(sha256))
    throw refuse('it does not say which release it adds to')
  if (audience !== 'public' && audience !== 'holders') throw refuse('it does not say whom it is for')
  if (!isCount(serial) || !(since === null || isCount(since))) throw refuse('it has no number')
  if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(date)) throw refuse('it has no date')
  return {
    ...{ dataset, profile, release: { version, sha256 }, audience, serial, date, since },
    files: filesOf(files),
    back: filesOf(back),
  }
}

function filesOf(value: unknown): PendingFile[] {
  if (!Array.isArray(value)) throw refuse('it has no files')
  const files = value.map((one: unknown): PendingFile => {
    const { path, sha256, rows } = membersOf(one, 'path', 'sha256', 'rows') ?? {}
    if (!isText(path) || !isSha256(sha256) || !Array.isArray(rows)) throw refuse('not a file with rows')
    return { path, sha256, rows: runsOf(path, rows) }
  })
  if (files.some(({ path }, i) => i > 0 && compareText(files[i - 1]?.path ?? '', path) >= 0))
    throw refuse('its files are out of order')
  return files
}

function runsOf(path: string, values: readonly unknown[]): [number, number][] {
  let end = -1
  return values.map((value) => {
    const [start, length, ...more]: unknown[] = Array.isArray(value) ? value : []
    if (!isCount(start) || !isCount(length) || length === 0 || more.length > 0 || start <= end)
      throw refuse(`the rows of ${path} are out of order`)
    end = start + length
    if (!Number.isSafeInteger(end)) throw refuse(`the rows of ${path} are out of order`)
    return [start, length]
  })
}

const refuse = (problem: string) => new FormatError(PENDING_FILE, null, problem)
