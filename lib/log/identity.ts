import 'server-only'
import { env } from '@/lib/runtime/env'
import type { NoteSigner, NoteVerifier } from '@/lib/tlog/note'
import { ED25519, ed25519Signer, ed25519Verifier, formatVkey, parseVkey } from '@/lib/tlog/vkey'
import { type LogKey, logKey, type OldKey, oldLogKeys, verifyEd25519 } from './key'
import { sha256 } from './sha256'

/** Who this log is: its permanent name, the key it signs with, and the keys it signed with before. */
export type LogIdentity = {
  origin: string
  /** What a stranger needs to check checkpoints: the text of GET /log/vkey, without its newline. */
  vkey: string
  verifier: NoteVerifier
  /** The key, and each former key whose seed is still there: followers may not know the new one yet. */
  signers: readonly NoteSigner[]
  /** Every key that ever signed, newest first: the lines of GET /log/vkeys. */
  vkeys: readonly string[]
  verifiers: readonly NoteVerifier[]
}

/** The identity that the environment gives: `WINNOW_LOG_ORIGIN`, the key of `logKey`, those of `oldLogKeys`. */
export function logIdentity(): LogIdentity {
  const origin = env().logOrigin
  if (!origin) throw new Error('WINNOW_LOG_ORIGIN is not set: a log without a name cannot sign')
  return identityOf(origin, logKey(), oldLogKeys())
}

/** Throws when a former key is not one of this log. */
export function identityOf(origin: string, key: LogKey, former: readonly OldKey[] = []): LogIdentity {
  const vkeyOf = ({ publicKey }: LogKey) => formatVkey({ name: origin, type: ED25519, publicKey }, sha256)
  const vkey = vkeyOf(key)
  const formerVkeys = former.map((old) => (typeof old === 'string' ? ownVkey(old, origin) : vkeyOf(old)))
  const vkeys = [...new Set([vkey, ...formerVkeys])]
  const signing = [key, ...former.filter((old) => typeof old !== 'string')]
  return {
    origin,
    vkey,
    verifier: ed25519Verifier(vkey, verifyEd25519, sha256),
    signers: signing.map(({ publicKey, sign }) => ed25519Signer(origin, publicKey, sign, sha256)),
    vkeys,
    verifiers: vkeys.map((text) => ed25519Verifier(text, verifyEd25519, sha256)),
  }
}

function ownVkey(vkey: string, origin: string): string {
  const { name } = parseVkey(vkey, sha256)
  if (name !== origin)
    throw new Error(`${vkey} is a key of ${name}, not a former key of this log (${origin})`)
  return vkey
}
