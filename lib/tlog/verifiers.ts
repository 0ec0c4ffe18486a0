import { cosignatureVerifier } from './cosignature'
import type { NoteVerifier } from './note'
import { sha256 as ownSha256, type Sha256 } from './sha256'
import { ED25519_COSIGNATURE, ed25519Verifier, type Ed25519Verify, parseVkey } from './vkey'

/** Checks what the key signs, a log's notes or a witness's cosignatures. Throws a RangeError on a type it does not know. */
export function verifierOf(vkey: string, verify: Ed25519Verify, sha256: Sha256 = ownSha256): NoteVerifier {
  return parseVkey(vkey, sha256).type === ED25519_COSIGNATURE
    ? cosignatureVerifier(vkey, verify, sha256)
    : ed25519Verifier(vkey, verify, sha256)
}
