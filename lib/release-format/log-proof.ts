import { fromBase64, toBase64 } from '@/lib/tlog/base64'
import { textOf } from '@/lib/tlog/bytes'
import { parseCanonical } from '@/lib/tlog/canonical-json'
import { parseCheckpoint } from '@/lib/tlog/checkpoint'
import { leafHash } from '@/lib/tlog/hash'
import { openNote, parseNote } from '@/lib/tlog/note'
import { verifyInclusion, type Proof } from '@/lib/tlog/proof'
import { ed25519Verifier, type Ed25519Verify } from '@/lib/tlog/vkey'
import { rowCountsOf, sameRows } from './counts'
import { FormatError } from './format-error'
import type { ReleaseJson } from './release-json'
import { isObject } from './value'

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
export function formatLogProof({ entry, index, proof, checkpoint }: LogProof): string {
  const hashes = proof.map((hash) => `${toBase64(hash)}\n`).join('')
  return `c2sp.org/tlog-proof@v1\nextra ${toBase64(entry)}\nindex ${index}\n${hashes}\n${checkpoint}`
}

/** Throws a FormatError for anything else. */
export function parseLogProof(bytes: Uint8Array): LogProof {
  try {
    const text = textOf(bytes)
    const divide = text.indexOf('\n\n')
    const [magic, extra = '', index = '', ...hashes] = text.slice(0, divide).split('\n')
    if (divide < 0 || magic !== 'c2sp.org/tlog-proof@v1') throw new RangeError('not a c2sp.org/tlog-proof@v1')
    const [, entry] = /^extra (\S+)$/.exec(extra) ?? []
    const [, number] = /^index (0|[1-9]\d{0,15})$/.exec(index) ?? []
    if (entry === undefined || number === undefined) throw new RangeError('the entry or its index is missing')
    return {
      entry: fromBase64(entry),
      index: Number(number),
      proof: hashes.map(fromBase64),
      checkpoint: text.slice(divide + 2),
    }
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error))
  }
}

export type Inclusion = { origin: string; index: number; size: number; isSigned: boolean }

/**
 * Checks that the log's entry is about this release, and that it is in the tree of the checkpoint.
 *
 * @param digest SHA-256 of release.json
 * @param vkey the log's key, from a source other than the release; without it nobody vouches for the checkpoint
 * @throws FormatError
 */
export function checkLogProof(
  { entry, index, proof, checkpoint }: LogProof,
  release: ReleaseJson,
  digest: string,
  vkey: { text: string; verify: Ed25519Verify } | null,
): Inclusion {
  requireSameRelease(entry, release, digest)
  const text = noteText(checkpoint, vkey)
  const { origin, size, root } = parseCheckpointText(text)
  if (!verifyInclusion({ leaf: leafHash(entry), index, size, proof, root }))
    throw refuse(`entry ${index} is not in the tree of size ${size}`)
  return { origin, index, size, isSigned: vkey !== null }
}

function requireSameRelease(bytes: Uint8Array, release: ReleaseJson, digest: string): void {
  let entry: unknown
  try {
    entry = parseCanonical(bytes)
  } catch {
    throw refuse('the entry is not canonical JSON')
  }
  if (!isObject(entry) || entry.t !== 'release') throw refuse('the entry is not about a release')
  const rows = rowCountsOf(entry.rows)
  const same =
    entry.release === digest &&
    entry.manifest === release.manifest &&
    entry.dataset === release.dataset &&
    entry.version === release.version &&
    entry.profile === release.profile &&
    entry.disclosure === release.disclosure &&
    rows !== undefined &&
    sameRows(rows, release.rows)
  if (!same) throw refuse('the entry is about another release')
}

function noteText(note: string, vkey: { text: string; verify: Ed25519Verify } | null): string {
  try {
    return vkey ? openNote(note, [ed25519Verifier(vkey.text, vkey.verify)]).text : parseNote(note).text
  } catch (error) {
    throw refuse(
      `the checkpoint is not signed by that key: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

function parseCheckpointText(text: string) {
  try {
    return parseCheckpoint(text)
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error))
  }
}

const refuse = (problem: string) => new FormatError(PROOF_PATH, null, problem)
