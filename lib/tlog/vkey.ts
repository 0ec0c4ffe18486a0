import { fromBase64, toBase64 } from './base64'
import { concat, toHex, utf8 } from './bytes'
import { isKeyName, type NoteSigner, type NoteVerifier } from './note'
import { sha256 as ownSha256, type Sha256 } from './sha256'

/** Signature types assigned by c2sp.org/signed-note. */
export const ED25519 = 0x01
export const ED25519_COSIGNATURE = 0x04

/** A public key as notes name it. `publicKey` is in the type's own encoding: 32 raw bytes for Ed25519. */
export type NoteKey = { readonly name: string; readonly type: number; readonly publicKey: Uint8Array }

/** Ed25519 (RFC 8032), from wherever the caller has it: node:crypto, WebCrypto behind a worker, a library. */
export type Ed25519Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean

/** First four bytes of SHA-256(name ‖ "\n" ‖ type ‖ public key), in lower-case hexadecimal. */
export function keyIdOf({ name, type, publicKey }: NoteKey, sha256: Sha256 = ownSha256): string {
  if (!isKeyName(name)) throw new RangeError(`not a key name: ${JSON.stringify(name)}`)
  const id = sha256(concat(utf8(`${name}\n`), Uint8Array.of(type), publicKey))
  return toHex(id.subarray(0, 4))
}

/** `name+keyid+base64(type ‖ public key)`: the one line that tells a stranger whom to believe. */
export function formatVkey(key: NoteKey, sha256: Sha256 = ownSha256): string {
  return `${key.name}+${keyIdOf(key, sha256)}+${toBase64(concat(Uint8Array.of(key.type), key.publicKey))}`
}

/** Throws a RangeError when the line is malformed or its key id is not that of its key. */
export function parseVkey(vkey: string, sha256: Sha256 = ownSha256): NoteKey {
  // Base64 may hold a `+` of its own, so only the first two divide.
  const match = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(vkey)
  const [, name = '', keyId, base64 = ''] = match ?? []
  const bytes = fromBase64(base64)
  const [type] = bytes
  if (!isKeyName(name) || type === undefined) throw new RangeError('not a verifier key')
  const key: NoteKey = { name, type, publicKey: bytes.slice(1) }
  if (keyIdOf(key, sha256) !== keyId)
    throw new RangeError(`the id of verifier key ${name} is not that of its key`)
  return key
}

/** Checks plain Ed25519 note signatures of the key that `vkey` spells. Throws a RangeError on any other type. */
export function ed25519Verifier(
  vkey: string,
  verify: Ed25519Verify,
  sha256: Sha256 = ownSha256,
): NoteVerifier {
  const key = parseVkey(vkey, sha256)
  assertEd25519(key)
  return {
    name: key.name,
    keyId: keyIdOf(key, sha256),
    verify: (text, signature) => signature.length === 64 && verify(key.publicKey, text, signature),
  }
}

/** Signs notes as `name` with an Ed25519 key held elsewhere. */
export function ed25519Signer(
  name: string,
  publicKey: Uint8Array,
  sign: (message: Uint8Array) => Uint8Array,
  sha256: Sha256 = ownSha256,
): NoteSigner {
  const key: NoteKey = { name, type: ED25519, publicKey }
  assertEd25519(key)
  return { name, keyId: keyIdOf(key, sha256), sign }
}

function assertEd25519({ type, publicKey }: NoteKey): void {
  if (type !== ED25519 || publicKey.length !== 32) throw new RangeError('not an Ed25519 note key')
}
