import { fromBase64, toBase64 } from '@/lib/tlog/base64'
import { concat, utf8 } from '@/lib/tlog/bytes'
import { canonicalBytes, parseCanonical } from '@/lib/tlog/canonical-json'
import { FormatError } from './format-error'
import { isText, membersOf } from './value'

/* DSSE (github.com/secure-systems-lab/dsse), in canonical JSON: bytes of a type, and who signed them. */

/** A key that signs: `keyId` is a hint for whoever has several, and authenticated by nothing. */
export type Signer = { readonly keyId: string; sign(message: Uint8Array): Uint8Array }
export type Verify = (message: Uint8Array, signature: Uint8Array) => boolean

export type Envelope = {
  payload: Uint8Array
  /** What was signed. */
  message: Uint8Array
  signatures: readonly Uint8Array[]
}

/**
 * What DSSE signs. The log's key signs it too: a checkpoint begins with the log's name, in which a key name may hold no space,
 * so no text is both ("DSSEv1 28 …"), and the type keeps what is signed for one purpose from serving another.
 */
export function preAuthEncoding(type: string, body: Uint8Array): Uint8Array {
  return concat(utf8(`DSSEv1 ${utf8(type).length} ${type} ${body.length} `), body)
}

export function signEnvelope(type: string, payload: Uint8Array, signers: readonly Signer[]): Uint8Array {
  const message = preAuthEncoding(type, payload)
  return canonicalBytes({
    payload: toBase64(payload),
    payloadType: type,
    signatures: signers.map(({ keyId, sign }) => ({ keyid: keyId, sig: toBase64(sign(message)) })),
  })
}

/**
 * Reads an envelope of a type; nobody's signature is checked yet.
 *
 * @param path what messages call it
 * @throws FormatError
 */
export function openEnvelope(path: string, type: string, bytes: Uint8Array): Envelope {
  const refuse = (problem: string) => new FormatError(path, null, problem)
  const decoded = (base64: string) => {
    try {
      return fromBase64(base64)
    } catch (error) {
      throw refuse(error instanceof Error ? error.message : String(error))
    }
  }
  const signatureOf = (value: unknown): Uint8Array => {
    const { keyid, sig } = membersOf(value, 'keyid', 'sig') ?? {}
    if (!isText(keyid) || !isText(sig)) throw refuse('not a signature')
    return decoded(sig)
  }
  let value: unknown
  try {
    value = parseCanonical(bytes)
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error))
  }
  const { payload, payloadType, signatures } = membersOf(value, 'payload', 'payloadType', 'signatures') ?? {}
  if (payloadType !== type || !isText(payload) || !Array.isArray(signatures) || signatures.length === 0)
    throw refuse(`not an envelope of ${type}`)
  const body = decoded(payload)
  return { payload: body, message: preAuthEncoding(type, body), signatures: signatures.map(signatureOf) }
}
