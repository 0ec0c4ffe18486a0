import { fromBase64, toBase64 } from '@/lib/tlog/base64'
import { concat, equal, utf8 } from '@/lib/tlog/bytes'
import { canonicalBytes, parseCanonical } from '@/lib/tlog/canonical-json'
import { releaseName } from './bag'
import { FormatError } from './format-error'
import { RELEASE_PATH, type ReleaseJson } from './release-json'
import { isText, membersOf } from './value'

/*
 * Who says so: DSSE (github.com/secure-systems-lab/dsse) around an in-toto Statement v1. Its one subject is release.json, which
 * leads by SHA-256 to every other byte. A statement with a subject per file would let a verifier that looks up one file miss that
 * another was left out.
 */

export const ATTESTATION_PATH = 'release.intoto.json'

const PAYLOAD_TYPE = 'application/vnd.in-toto+json'
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1'
/** in-toto's vetted predicate for "these artifacts are this release". */
const PREDICATE_TYPE = 'https://in-toto.io/attestation/release/v0.1'

/** A key that signs: `keyId` is a hint for whoever has several, and authenticated by nothing. */
export type Signer = { readonly keyId: string; sign(message: Uint8Array): Uint8Array }
export type Verify = (message: Uint8Array, signature: Uint8Array) => boolean

/**
 * What DSSE signs. The log's key signs it too: a checkpoint begins with the log's name, in which a key name may hold no space,
 * so no text is both ("DSSEv1 28 …").
 */
export function preAuthEncoding(type: string, body: Uint8Array): Uint8Array {
  return concat(utf8(`DSSEv1 ${utf8(type).length} ${type} ${body.length} `), body)
}

/** @param digest SHA-256 of release.json */
export function attest(release: ReleaseJson, digest: string, signers: readonly Signer[]): Uint8Array {
  const payload = statementOf(release, digest)
  const message = preAuthEncoding(PAYLOAD_TYPE, payload)
  return canonicalBytes({
    payload: toBase64(payload),
    payloadType: PAYLOAD_TYPE,
    signatures: signers.map(({ keyId, sign }) => ({ keyid: keyId, sig: toBase64(sign(message)) })),
  })
}

/**
 * Checks that the statement is the one about this release and, with a key, that it signed. Signatures of other keys are passed over.
 *
 * @throws FormatError
 */
export function checkAttestation(
  bytes: Uint8Array,
  release: ReleaseJson,
  digest: string,
  verify: Verify | null,
): { isSigned: boolean } {
  const { payload } = parseEnvelope(bytes)
  const { message, signatures } = signedParts(bytes)
  if (verify && !signatures.some((signature) => verify(message, signature)))
    throw refuse('the statement is not signed by that key')
  if (!equal(payload, statementOf(release, digest)))
    throw new FormatError(RELEASE_PATH, null, `it is not what the statement in ${ATTESTATION_PATH} is about`)
  return { isSigned: verify !== null }
}

/** What was signed, and the signatures over it: for a verifier that answers later, such as WebCrypto. */
export function signedParts(bytes: Uint8Array): { message: Uint8Array; signatures: Uint8Array[] } {
  const { payload, signatures } = parseEnvelope(bytes)
  return { message: preAuthEncoding(PAYLOAD_TYPE, payload), signatures }
}

function statementOf(release: ReleaseJson, digest: string): Uint8Array {
  return canonicalBytes({
    _type: STATEMENT_TYPE,
    subject: [{ name: RELEASE_PATH, digest: { sha256: digest } }],
    predicateType: PREDICATE_TYPE,
    predicate: { purl: packageUrl(release) },
  })
}

/** github.com/package-url: no registered type fits a dataset, and qualifiers are for what the version does not tell apart. */
function packageUrl(release: ReleaseJson): string {
  const [name = '', version = ''] = releaseName(release).split('@')
  return `pkg:generic/${name}@${version.replace('+', '%2B')}`
}

function parseEnvelope(bytes: Uint8Array): { payload: Uint8Array; signatures: Uint8Array[] } {
  let value: unknown
  try {
    value = parseCanonical(bytes)
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error))
  }
  const { payload, payloadType, signatures } = membersOf(value, 'payload', 'payloadType', 'signatures') ?? {}
  if (
    payloadType !== PAYLOAD_TYPE ||
    !isText(payload) ||
    !Array.isArray(signatures) ||
    signatures.length === 0
  )
    throw refuse(`not an envelope of ${PAYLOAD_TYPE}`)
  return { payload: decoded(payload), signatures: signatures.map(signatureOf) }
}

function signatureOf(value: unknown): Uint8Array {
  const { keyid, sig } = membersOf(value, 'keyid', 'sig') ?? {}
  if (!isText(keyid) || !isText(sig)) throw refuse('not a signature')
  return decoded(sig)
}

function decoded(base64: string): Uint8Array {
  try {
    return fromBase64(base64)
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error))
  }
}

const refuse = (problem: string) => new FormatError(ATTESTATION_PATH, null, problem)
