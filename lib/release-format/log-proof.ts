import { sha256 } from '@/lib/tlog/sha256'
import { concat, fromHex, toHex } from '@/lib/tlog/bytes'
import { parseCanonical } from '@/lib/tlog/canonical-json'
import { type Checkpoint, openCheckpoint, parseCheckpoint } from '@/lib/tlog/checkpoint'
import { leafHash } from '@/lib/tlog/hash'
import { parseNote } from '@/lib/tlog/note'
import { verifyInclusion, type Proof } from '@/lib/tlog/proof'
import { formatTlogProof, parseTlogProof } from '@/lib/tlog/tlog-proof'
import { ed25519Verifier, type Ed25519Verify } from '@/lib/tlog/vkey'
import { rowCountsOf, sameRows } from './counts'
import { FormatError } from './format-error'
import type { ReleaseJson } from './release-json'
import { isCount, isObject, type Members } from './value'

/** Beside the release, not in it: it can only be made once the log has taken the release in. Renewed as the log grows. */
export const PROOF_PATH = 'release.tlog-proof'

export type LogProof = {
  /** The exact bytes of the log entry. */
  entry: Uint8Array
  index: number
  proof: Proof
  /** The signed note. */
  checkpoint: string
}

/** c2sp.org/tlog-proof; the entry itself is the extra data, so that the file is all a verifier needs. */
export const formatLogProof = ({ entry, ...proof }: LogProof): string =>
  formatTlogProof({ ...proof, extra: entry })

/** Throws a FormatError for anything else. */
export function parseLogProof(bytes: Uint8Array): LogProof {
  try {
    const { extra: entry, ...proof } = parseTlogProof(bytes)
    if (!entry) throw new RangeError('the entry is missing')
    return { entry, ...proof }
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error))
  }
}

export type LogKeys = { vkeys: readonly string[]; verify: Ed25519Verify }
export type Inclusion = { origin: string; index: number; size: number; isSigned: boolean }

/**
 * Checks that the log's entry is about this release, and that it is in the tree of the checkpoint.
 *
 * @param digest SHA-256 of release.json
 * @param keys the log's keys, from a source other than the release; without them nobody vouches for the checkpoint
 * @throws FormatError
 */
export function checkLogProof(
  { entry, index, proof, checkpoint }: LogProof,
  release: ReleaseJson,
  digest: string,
  keys: LogKeys | null,
): Inclusion {
  requireSameRelease(entry, release, digest)
  const { origin, size, root } = checkpointOf(checkpoint, keys)
  if (origin !== release.log.origin) throw refuse(`the checkpoint is of ${origin}, not ${release.log.origin}`)
  if (index < release.log.size) throw refuse('the entry is older than the state of the log it names')
  if (!verifyInclusion({ leaf: leafHash(entry), index, size, proof, root }))
    throw refuse(`entry ${index} is not in the tree of size ${size}`)
  return { origin, index, size, isSigned: keys !== null }
}

function requireSameRelease(bytes: Uint8Array, release: ReleaseJson, digest: string): void {
  let entry: unknown
  try {
    entry = parseCanonical(bytes)
  } catch {
    throw refuse('the entry is not canonical JSON')
  }
  if (!isObject(entry) || entry.t !== 'release') throw refuse('the entry is not about a release')
  if (!isAbout(entry, release, digest)) throw refuse('the entry is about another release')
}

function isAbout(entry: Members, release: ReleaseJson, digest: string): boolean {
  const rows = rowCountsOf(entry.rows)
  return (
    entry.release === digest &&
    entry.manifest === release.manifest &&
    entry.dataset === release.dataset &&
    entry.version === release.version &&
    entry.profile === release.profile &&
    entry.disclosure === release.disclosure &&
    entry.files === filesDigest(release) &&
    isCount(entry.log_size) &&
    entry.log_size === release.log.size &&
    // The day it was frozen on cannot be after the hour it was published in.
    typeof entry.at === 'string' &&
    release.date <= entry.at.slice(0, release.date.length) &&
    rows !== undefined &&
    sameRows(rows, release.rows)
  )
}

/** As the log names a set of files: SHA-256 over their digests, sorted. */
function filesDigest({ base }: ReleaseJson): string {
  const digests = base.files.map((file) => file.sha256).sort()
  return toHex(sha256(concat(...digests.map(fromHex))))
}

/** Without keys nothing of it is believed; with them, only what the log itself has signed. */
function checkpointOf(note: string, keys: LogKeys | null): Checkpoint {
  if (!keys) return orRefused(() => parseCheckpoint(parseNote(note).text), '')
  const verifiers = keys.vkeys.map((vkey) => ed25519Verifier(vkey, keys.verify))
  return orRefused(
    () => openCheckpoint(note, verifiers).checkpoint,
    'the checkpoint is not signed by that key: ',
  )
}

function orRefused<T>(read: () => T, prefix: string): T {
  try {
    return read()
  } catch (error) {
    throw refuse(`${prefix}${error instanceof Error ? error.message : String(error)}`)
  }
}

const refuse = (problem: string) => new FormatError(PROOF_PATH, null, problem)
