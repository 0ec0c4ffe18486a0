import { fromBase64, toBase64 } from './base64'
import { textOf } from './bytes'
import { type Checkpoint, parseCheckpoint } from './checkpoint'
import { assertHash, type Hash, leafHash } from './hash'
import { type Note, type NoteVerifier, openNote } from './note'
import { type Proof, verifyInclusion } from './proof'
import { sha256 as ownSha256, type Sha256 } from './sha256'
import { assertSize } from './tree'

/** A `.tlog-proof` file (c2sp.org/tlog-proof): that an entry is in a log, checked offline and for ever. */
export type TlogProof = {
  readonly index: number
  readonly proof: Proof
  /** The signed note, verbatim. */
  readonly checkpoint: string
  /** Opaque, and authenticated by nothing: often what the entry is rebuilt from. */
  readonly extra?: Uint8Array
}

export class TlogProofError extends Error {
  override readonly name = 'TlogProofError'
}

const MAGIC = 'c2sp.org/tlog-proof@v1'
/** A tree of 2^53 entries has proofs this long; the bound ends a hostile file early. */
const MAX_HASHES = 63

export function formatTlogProof({ index, proof, checkpoint, extra }: TlogProof): string {
  proof.forEach(assertHash)
  const lines = [
    MAGIC,
    ...(extra?.length ? [`extra ${toBase64(extra)}`] : []),
    `index ${assertSize(index)}`,
    ...proof.map(toBase64),
  ]
  return `${lines.join('\n')}\n\n${checkpoint}`
}

/** The parts of a proof file; nothing in it is checked yet. Throws a TlogProofError on anything malformed. */
export function parseTlogProof(file: string | Uint8Array): TlogProof {
  const text = typeof file === 'string' ? file : decoded(file)
  // The checkpoint has blank lines of its own; the head of the file has none.
  const divide = text.indexOf('\n\n')
  if (divide < 0) throw new TlogProofError('no checkpoint behind an empty line')
  const [magic, ...lines] = text.slice(0, divide).split('\n')
  if (magic !== MAGIC) throw new TlogProofError(`the first line is not ${MAGIC}`)
  const [, extra] = /^extra (.+)$/.exec(lines[0] ?? '') ?? []
  const [indexLine = '', ...hashes] = extra === undefined ? lines : lines.slice(1)
  const [, index] = /^index (0|[1-9]\d{0,15})$/.exec(indexLine) ?? []
  if (index === undefined || !Number.isSafeInteger(Number(index))) {
    throw new TlogProofError('no line with the index')
  }
  if (hashes.length > MAX_HASHES) throw new TlogProofError(`more than ${MAX_HASHES} hashes`)
  return {
    index: Number(index),
    proof: hashes.map((line, i) => hashOf(line, `hash ${i + 1} of the proof`)),
    checkpoint: text.slice(divide + 2),
    ...(extra === undefined ? {} : { extra: bytesOf(extra, 'the extra data') }),
  }
}

/** What a proof has shown once it holds: the checkpoint, and the note with the signatures of known keys alone. */
export type Proven = { readonly checkpoint: Checkpoint; readonly note: Note }

/**
 * Checks that the log known by `verifiers` (its own key, and any witnesses') has exactly this entry. The first verifier
 * is the log's: it must have signed, and its name must be the origin. Whether enough witnesses signed is the caller's
 * policy, from the signatures that are answered. Throws a TlogProofError, or a NoteError for the checkpoint.
 */
export function verifyTlogProof(
  { index, proof, checkpoint: signed }: TlogProof,
  entry: Uint8Array,
  verifiers: readonly [NoteVerifier, ...NoteVerifier[]],
  sha256: Sha256 = ownSha256,
): Proven {
  const [log] = verifiers
  openNote(signed, [log])
  const note = openNote(signed, verifiers)
  const checkpoint = parsedCheckpoint(note.text)
  if (checkpoint.origin !== log.name) {
    throw new TlogProofError(`the checkpoint is of ${checkpoint.origin}, not of ${log.name}`)
  }
  const { size, root } = checkpoint
  if (!verifyInclusion({ leaf: leafHash(entry, sha256), index, size, proof, root }, sha256)) {
    throw new TlogProofError(
      `the proof does not lead from this entry at ${index} to the root of size ${size}`,
    )
  }
  return { checkpoint, note }
}

function parsedCheckpoint(text: string): Checkpoint {
  try {
    return parseCheckpoint(text)
  } catch (cause) {
    throw new TlogProofError(`the signed text is no checkpoint (${String(cause)})`)
  }
}

function decoded(file: Uint8Array): string {
  try {
    return textOf(file)
  } catch (cause) {
    throw new TlogProofError(`not UTF-8: ${String(cause)}`)
  }
}

function hashOf(base64: string, what: string): Hash {
  const hash = bytesOf(base64, what)
  if (hash.length !== 32) throw new TlogProofError(`${what} has ${hash.length} bytes, not 32`)
  return hash
}

function bytesOf(base64: string, what: string): Uint8Array {
  try {
    return fromBase64(base64)
  } catch (cause) {
    throw new TlogProofError(`${what} is not base64 (${String(cause)})`)
  }
}
