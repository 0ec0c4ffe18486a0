import { equal } from '@/lib/tlog/bytes'
import { canonicalBytes } from '@/lib/tlog/canonical-json'
import { releaseName } from './bag'
import { type Envelope, openEnvelope, signEnvelope, type Signer, type Verify } from './dsse'
import { FormatError } from './format-error'
import { RELEASE_PATH, type ReleaseJson } from './release-json'

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

/** @param digest SHA-256 of release.json */
export function attest(release: ReleaseJson, digest: string, signers: readonly Signer[]): Uint8Array {
  return signEnvelope(PAYLOAD_TYPE, statementOf(release, digest), signers)
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
  const { payload, message, signatures } = signedParts(bytes)
  if (verify && !signatures.some((signature) => verify(message, signature)))
    throw refuse('the statement is not signed by that key')
  if (!equal(payload, statementOf(release, digest)))
    throw new FormatError(RELEASE_PATH, null, `it is not what the statement in ${ATTESTATION_PATH} is about`)
  return { isSigned: verify !== null }
}

/** What was signed, and the signatures over it: for a verifier that answers later, such as WebCrypto. */
export const signedParts = (bytes: Uint8Array): Envelope =>
  openEnvelope(ATTESTATION_PATH, PAYLOAD_TYPE, bytes)

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

const refuse = (problem: string) => new FormatError(ATTESTATION_PATH, null, problem)
