import 'server-only'
import { env } from '@/lib/runtime/env'
import type { NoteSigner, NoteVerifier } from '@/lib/tlog/note'
import { ED25519, ed25519Signer, ed25519Verifier, formatVkey } from '@/lib/tlog/vkey'
import { type LogKey, logKey, verifyEd25519 } from './key'
import { sha256 } from './sha256'

/** Who this log is: its permanent name and the key it signs with. */
export type LogIdentity = {
  origin: string
  /** What a stranger needs to check checkpoints: the text of GET /log/vkey, without its newline. */
  vkey: string
  signer: NoteSigner
  verifier: NoteVerifier
}

/** The identity that the environment gives: `WINNOW_LOG_ORIGIN` and the key of `logKey`. */
export function logIdentity(): LogIdentity {
  const origin = env().logOrigin
  if (!origin) throw new Error('WINNOW_LOG_ORIGIN is not set: a log without a name cannot sign')
  return identityOf(origin, logKey())
}

export function identityOf(origin: string, key: LogKey): LogIdentity {
  const vkey = formatVkey({ name: origin, type: ED25519, publicKey: key.publicKey }, sha256)
  return {
    origin,
    vkey,
    signer: ed25519Signer(origin, key.publicKey, key.sign, sha256),
    verifier: ed25519Verifier(vkey, verifyEd25519, sha256),
  }
}
