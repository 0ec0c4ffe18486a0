import 'server-only'
import { logIdentity } from '@/lib/log/identity'
import type { Signer } from '@/lib/release-format/dsse'

/**
 * Who signs statements about releases: the log's key, and its former ones while they still sign. Whoever wants to check a release
 * needs one key, which rotates in one way. What a log signs and what DSSE signs are never the same bytes (`preAuthEncoding`).
 */
export const statementSigners = (): Signer[] =>
  logIdentity().signers.map(({ name, keyId, sign }) => ({ keyId: `${name}+${keyId}`, sign }))
