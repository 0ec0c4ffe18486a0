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
  assertSalt(salt)
  assertField(field)
  return toBase64Url(hmac(salt, utf8(`audit-commit/v1\n${field}\n${canonicalJson(value)}`), sha256))
}

/** Whether the opening is the one that was committed to. */
export function opens(commitment: string, opening: Opening, sha256: Sha256 = ownSha256): boolean {
  return commit(opening, sha256) === commitment
}

/** The values an opening in parts has, each under its name. */
export type Parts = Readonly<Record<string, unknown>>

/**
 * Like `commit`, over several values that can be opened apart: whoever opens one shows the bare commitments of the others,
 * which say nothing. Each part is committed to under a salt of its own, made of the one salt given:
 *
 *   salt(part) = HMAC-SHA-256(salt, "audit-salt/v1\n" ‖ field ‖ "_" ‖ part)
 *   c(part)    = commit({ field: field ‖ "_" ‖ part, value, salt: salt(part) })
 *   c          = base64url(SHA-256("audit-parts/v1\n" ‖ field ‖ "\n" ‖ canonical JSON of { part: c(part) }))
 *
 * The outermost needs no salt: what it hashes hides already. A salt of one part tells nothing of another's, because HMAC is a
 * pseudo-random function.
 */
export function commitParts(
  { field, parts, salt }: { field: string; parts: Parts; salt: Uint8Array },
  sha256: Sha256 = ownSha256,
): string {
  return joinParts(field, partCommitments({ field, parts, salt }, sha256), sha256)
}

/** The commitment of every part, by name. */
export function partCommitments(
  { field, parts, salt }: { field: string; parts: Parts; salt: Uint8Array },
  sha256: Sha256 = ownSha256,
): Readonly<Record<string, string>> {
  const committed = Object.entries(parts).map(([part, value]): [string, string] => [
    part,
    commit({ field: `${field}_${part}`, value, salt: partSalt(salt, field, part, sha256) }, sha256),
  ])
  return Object.fromEntries(committed)
}

/** The salt of one part: with its value, what opens that part and no other. */
export function partSalt(
  salt: Uint8Array,
  field: string,
  part: string,
  sha256: Sha256 = ownSha256,
): Uint8Array {
  assertSalt(salt)
  return hmac(salt, utf8(`audit-salt/v1\n${field}_${part}`), sha256)
}

/** The commitment over those of all parts: what stands in the log. */
export function joinParts(
  field: string,
  commitments: Readonly<Record<string, string>>,
  sha256: Sha256 = ownSha256,
): string {
  assertField(field)
  return toBase64Url(sha256(utf8(`audit-parts/v1\n${field}\n${canonicalJson(commitments)}`)))
}

function assertSalt(salt: Uint8Array): void {
  if (salt.length !== SALT_LENGTH)
    throw new RangeError(`a salt has ${SALT_LENGTH} bytes, this one ${salt.length}`)
}

/** A name that cannot end the line it stands on. */
function assertField(field: string): void {
  if (!/^[a-z_]+$/.test(field)) throw new RangeError(`not a field name: ${JSON.stringify(field)}`)
}

/** RFC 2104, for keys no longer than a block. */
function hmac(key: Uint8Array, message: Uint8Array, sha256: Sha256): Uint8Array {
  return sha256(concat(padded(key, 0x5c), sha256(concat(padded(key, 0x36), message))))
}

function padded(key: Uint8Array, pad: number): Uint8Array {
  const block = new Uint8Array(BLOCK_LENGTH).fill(pad)
  key.forEach((byte, i) => (block[i] = byte ^ pad))
  return block
}
