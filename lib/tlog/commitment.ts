import { toBase64Url } from './base64'
import { concat, utf8 } from './bytes'
import { canonicalJson } from './canonical-json'
import { sha256 as ownSha256, type Sha256 } from './sha256'

/** Salts are 32 bytes, always: HMAC pads a shorter key with zeros, so that a free length would open two ways. */
export const SALT_LENGTH = 32
const BLOCK_LENGTH = 64

/** What opens a commitment: without its salt the value can be neither read nor confirmed by guessing. */
export type Opening = { readonly field: string; readonly value: unknown; readonly salt: Uint8Array }

/**
 * HMAC-SHA-256(salt, "audit-commit/v1\n" ‖ field ‖ "\n" ‖ canonical JSON of the value), in unpadded base64url.
 * Binding by SHA-256; hiding while the salt is secret, which must be random and never used twice.
 */
export function commit({ field, value, salt }: Opening, sha256: Sha256 = ownSha256): string {
  if (salt.length !== SALT_LENGTH)
    throw new RangeError(`a salt has ${SALT_LENGTH} bytes, this one ${salt.length}`)
  if (!/^[a-z_]+$/.test(field)) throw new RangeError(`not a field name: ${JSON.stringify(field)}`)
  return toBase64Url(hmac(salt, utf8(`audit-commit/v1\n${field}\n${canonicalJson(value)}`), sha256))
}

/** Whether the opening is the one that was committed to. */
export function opens(commitment: string, opening: Opening, sha256: Sha256 = ownSha256): boolean {
  return commit(opening, sha256) === commitment
}

/** RFC 2104, for keys no longer than a block. */
function hmac(key: Uint8Array, message: Uint8Array, sha256: Sha256): Uint8Array {
  const block = concat(key, new Uint8Array(BLOCK_LENGTH - key.length))
  const inner = sha256(
    concat(
      block.map((byte) => byte ^ 0x36),
      message,
    ),
  )
  return sha256(
    concat(
      block.map((byte) => byte ^ 0x5c),
      inner,
    ),
  )
}
