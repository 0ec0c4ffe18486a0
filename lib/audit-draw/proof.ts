import { canonicalJson, parseCanonical } from '@/lib/tlog/canonical-json'
import { toHex, utf8 } from '@/lib/tlog/bytes'
import { type Checkpoint, openCheckpoint } from '@/lib/tlog/checkpoint'
import type { NoteVerifier } from '@/lib/tlog/note'
import { sha256 as ownSha256, type Sha256 } from '@/lib/tlog/sha256'
import { seedOf } from './select'

/** What settled a draw, as `/log/draws/<id>` serves it. The witness is believed by its digest, which the announcement has. */
export type DrawProof = { readonly checkpoint: string; readonly witness: string | null }

export const formatDrawProof = ({ checkpoint, witness }: DrawProof): string =>
  canonicalJson({ checkpoint, witness })

/** Throws a RangeError for anything else. */
export function parseDrawProof(bytes: Uint8Array): DrawProof {
  const value = parseCanonical(bytes)
  if (typeof value === 'object' && value !== null && 'checkpoint' in value && 'witness' in value) {
    const { checkpoint, witness, ...rest } = value
    if (typeof checkpoint === 'string' && (witness === null || typeof witness === 'string'))
      if (Object.keys(rest).length === 0) return { checkpoint, witness }
  }
  throw new RangeError('not what settles a draw: a checkpoint and a witness')
}

/** As an announcement names a witness. */
export const witnessDigest = (vkey: string, sha256: Sha256 = ownSha256): string => toHex(sha256(utf8(vkey)))

export type Announced = { readonly id: string; readonly index: number; readonly witness: string | null }

/**
 * The seed that a checkpoint gives a draw. Throws a NoteError for a signature that is missing or does not fit, and a RangeError when
 * it is not behind the announcement or of another witness than the announcement names.
 */
export function settle(
  announced: Announced,
  { checkpoint: signed, witness }: DrawProof,
  log: readonly NoteVerifier[],
  verifierOf: (vkey: string) => NoteVerifier,
  sha256: Sha256 = ownSha256,
): { checkpoint: Checkpoint; seed: Uint8Array } {
  if ((witness === null ? null : witnessDigest(witness, sha256)) !== announced.witness)
    throw new RangeError('its witness is not the one that the draw was announced with')
  const cosigner = witness === null ? null : verifierOf(witness)
  const { checkpoint, note } = openCheckpoint(signed, cosigner ? [...log, cosigner] : log)
  if (checkpoint.size <= announced.index)
    throw new RangeError(`its tree of ${checkpoint.size} entries ends before the announcement`)
  const cosignature = cosigner
    ? note.signatures.find(({ name, keyId }) => name === cosigner.name && keyId === cosigner.keyId)
    : null
  if (cosignature === undefined) throw new RangeError(`the witness ${cosigner?.name} has not signed it`)
  return { checkpoint, seed: seedOf(announced.id, note.text, cosignature?.signature ?? null, sha256) }
}
