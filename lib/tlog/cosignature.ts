import { concat, utf8 } from './bytes'
import type { NoteSigner, NoteVerifier } from './note'
import { sha256 as ownSha256, type Sha256 } from './sha256'
import { ED25519_COSIGNATURE, type Ed25519Verify, keyIdOf, type NoteKey, parseVkey } from './vkey'

/*
 * Cosignatures of witnesses (c2sp.org/tlog-cosignature), type 0x04: "at this time, this was the largest consistent tree
 * I had seen of this log". The signature field of the note is a 64-bit big-endian POSIX time and an Ed25519 signature.
 */

/** What a witness signs: two lines of its own, then the whole text of the checkpoint. Throws a RangeError on a time that is none. */
export function cosignatureMessage(text: string, seconds: number): Uint8Array {
  if (!Number.isSafeInteger(seconds) || seconds < 0) throw new RangeError(`not a POSIX time: ${seconds}`)
  return utf8(`cosignature/v1\ntime ${seconds}\n${text}`)
}

/** The time a cosignature states, in seconds; undefined when it is malformed or beyond 2^53. */
export function cosignatureTime(signature: Uint8Array): number | undefined {
  if (signature.length !== TIME_LENGTH + SIGNATURE_LENGTH) return undefined
  const view = new DataView(signature.buffer, signature.byteOffset, TIME_LENGTH)
  const seconds = view.getUint32(0) * 2 ** 32 + view.getUint32(4)
  return Number.isSafeInteger(seconds) ? seconds : undefined
}

/** Checks cosignatures of the key that `vkey` spells. Throws a RangeError on a key of any other type. */
export function cosignatureVerifier(
  vkey: string,
  verify: Ed25519Verify,
  sha256: Sha256 = ownSha256,
): NoteVerifier {
  const key = parseVkey(vkey, sha256)
  assertCosigner(key)
  return {
    name: key.name,
    keyId: keyIdOf(key, sha256),
    verify: (text, signature) => {
      const seconds = cosignatureTime(signature)
      if (seconds === undefined) return false
      const message = concat(cosignatureMessage('', seconds), text)
      return verify(key.publicKey, message, signature.slice(TIME_LENGTH))
    },
  }
}

/** Cosigns as `name` at the time `now` gives, in whole seconds, with an Ed25519 key held elsewhere. */
export function cosigner(
  name: string,
  publicKey: Uint8Array,
  sign: (message: Uint8Array) => Uint8Array,
  now: () => number,
  sha256: Sha256 = ownSha256,
): NoteSigner {
  const key: NoteKey = { name, type: ED25519_COSIGNATURE, publicKey }
  assertCosigner(key)
  return {
    name,
    keyId: keyIdOf(key, sha256),
    sign: (text) => {
      const seconds = now()
      return concat(uint64(seconds), sign(concat(cosignatureMessage('', seconds), text)))
    },
  }
}

const TIME_LENGTH = 8
const SIGNATURE_LENGTH = 64

function uint64(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(TIME_LENGTH))
  view.setUint32(0, Math.floor(value / 2 ** 32))
  view.setUint32(4, value % 2 ** 32)
  return new Uint8Array(view.buffer)
}

function assertCosigner({ type, publicKey }: NoteKey): void {
  if (type !== ED25519_COSIGNATURE || publicKey.length !== 32) {
    throw new RangeError('not the Ed25519 key of a cosigner')
  }
}
