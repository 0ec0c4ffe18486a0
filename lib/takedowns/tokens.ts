import 'server-only'
import { createHash, randomBytes, randomInt } from 'node:crypto'

/** A secret of 32 random bytes for a link (43 characters, base64url) and its SHA-256: only the hash is stored. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: tokenHash(token) }
}

/** Whether it can be such a secret. */
export const isToken = (given: string): boolean => /^[\w-]{43}$/.test(given)

/** A secret of 20 random bytes to write on a page: of signs that no markup changes, and that stand out in a text. */
export const newPageToken = (): string => `winnow-${randomBytes(20).toString('hex')}`

/** Those that stand in a text, each once. */
export const pageTokensIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/winnow-[0-9a-f]{40}(?![0-9a-f])/g)].map(([token]) => token)),
]

/** Whatever came in a link, hashed: a malformed token is looked up like any other and found as little. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Crockford base 32: no I, L, O, U. Two groups of four are 40 bits, read out on the telephone without a mistake. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `7QK4-M2XD`: names a request in a conversation, opens nothing. */
export function newReference(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET.charAt(randomInt(32))).join('')
  return `${group()}-${group()}`
}
