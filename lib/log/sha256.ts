import 'server-only'
import { createHash } from 'node:crypto'

/** SHA-256 by OpenSSL, for the functions of lib/tlog that take a faster one: some ten times their own. */
export const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest()
