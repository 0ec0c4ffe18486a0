import { fromBase64, toBase64 } from './base64'
import { assertHash, type Hash } from './hash'
import { type Note, NoteError, type NoteVerifier, openNote } from './note'
import { assertSize } from './tree'

/** A log's statement about itself (c2sp.org/tlog-checkpoint): the text of the note it signs. */
export type Checkpoint = {
  /** Schema-less URL of the log, which is also the name of its key. */
  readonly origin: string
  readonly size: number
  readonly root: Hash
}

/** `origin`, size and base64 root, a line each. Extension lines are never written: nobody audits them. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  if (!/^[^\s]+$/.test(origin)) throw new RangeError(`not an origin: ${JSON.stringify(origin)}`)
  assertHash(root)
  return `${origin}\n${assertSize(size)}\n${toBase64(root)}\n`
}

/** Reads a checkpoint body; extension lines are passed over. Throws a RangeError on anything malformed. */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin, size, root, ...extensions] = text.split('\n')
  if (!origin || !size || !root || extensions.length === 0 || !/^(?:0|[1-9]\d*)$/.test(size)) {
    throw new RangeError('not a checkpoint: origin, size and root, a line each')
  }
  const checkpoint = { origin, size: assertSize(Number(size)), root: fromBase64(root) }
  assertHash(checkpoint.root)
  return checkpoint
}

/**
 * The checkpoint of a signed note, with the signatures that hold. One of them must be by a key named like the origin: a key
 * of one log, or a witness alone, says nothing about another. Throws NoteError, or a RangeError when the text is none.
 */
export function openCheckpoint(
  signed: string | Uint8Array,
  verifiers: readonly NoteVerifier[],
): { checkpoint: Checkpoint; note: Note } {
  const note = openNote(signed, verifiers)
  const checkpoint = parseCheckpoint(note.text)
  if (!note.signatures.some(({ name }) => name === checkpoint.origin)) {
    throw new NoteError('no_known_signature', `no signature of a known key of ${checkpoint.origin}`)
  }
  return { checkpoint, note }
}
