import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

/** A secret of 32 random bytes for a link and its SHA-256: only the hash is stored. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: tokenHash(token) }
}

/** Whatever came in a link, hashed: a malformed token is looked up like any other and found as little. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()
