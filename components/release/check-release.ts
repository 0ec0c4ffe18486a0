import { openCheckpoint, verifies } from '@/components/log/served-log'
import { formatBytes, formatCount } from '@/lib/format'
import { paths } from '@/lib/paths'
import { ATTESTATION_PATH, checkAttestation, signedParts } from '@/lib/release-format/attestation'
import { isBasePath, type PayloadFile } from '@/lib/release-format/bag'
import {
  CHECKSUMS_PATH,
  parseChecksums,
  parseTagChecksums,
  TAG_CHECKSUMS_PATH,
} from '@/lib/release-format/checksums'
import { checkLogProof, parseLogProof, PROOF_PATH } from '@/lib/release-format/log-proof'
import { parseRelease, RELEASE_PATH, type ReleaseJson } from '@/lib/release-format/release-json'
import { descriptions } from '@/lib/release-format/seal'
import { toHex } from '@/lib/tlog/bytes'
import { sha256 } from '@/lib/tlog/sha256'
import { parseVkey } from '@/lib/tlog/vkey'

/** What was found out, a sentence each. `unchecked` is no verdict. */
export type Step = { state: 'right' | 'unchecked'; says: string }

/** Larger ones are for the command line: a browser holds a file whole to hash it. */
const MAX_BYTES = 256 * 2 ** 20

type Target = { slug: string; version: string; vkeys: readonly string[] }

/**
 * Checks a published release with nothing but its files and the log's keys, as `winnow verify` does, but for the order of rows in the
 * lists. Throws an Error with one sentence at the first thing that is wrong, or cannot be had.
 */
export async function checkRelease(
  { slug, version, vkeys }: Target,
  onStep: (step: Step) => void,
): Promise<void> {
  const get = (path: string) => fetchFile(paths.releaseFile(slug, version, path), path)
  const { release, digest } = await readRelease(get)

  const tags = await get(TAG_CHECKSUMS_PATH)
  await requireDigest(TAG_CHECKSUMS_PATH, tags, release.tagmanifest)
  const beside = parseTagChecksums(tags)
  for (const { path, sha256 } of beside) await requireDigest(path, await get(path), sha256)
  onStep({
    state: 'right',
    says: `${beside.length + 2} files beside data/ have the checksums that release.json leads to.`,
  })

  const checksums = parseChecksums(await get(CHECKSUMS_PATH)).filter(({ path }) => !isBasePath(path))
  const data: PayloadFile[] = []
  for (const { path, sha256 } of checksums) {
    const bytes = await get(path)
    await requireDigest(path, bytes, sha256)
    data.push({ path, sha256, bytes: bytes.length })
    onStep({ state: 'right', says: `${path} (${formatBytes(bytes.length)}) has its checksum.` })
  }
  for (const [path, bytes] of descriptions(release, data))
    await requireDigest(path, bytes, beside.find((file) => file.path === path)?.sha256 ?? '')
  onStep({ state: 'right', says: 'The bag and the description say what the files say.' })

  onStep(await statementStep(await get(ATTESTATION_PATH), release, digest, vkeys))
  for (const step of await logSteps(await get(PROOF_PATH), release, digest, vkeys)) onStep(step)
}

/** What a file on the visitor's disk is to the release. */
export async function nameOf({ slug, version }: Target, file: File): Promise<string> {
  const get = (path: string) => fetchFile(paths.releaseFile(slug, version, path), path)
  if (file.size > MAX_BYTES) return `${file.name} is too large to be hashed here; use sha256sum.`
  const digest = await digestOf(new Uint8Array(await file.arrayBuffer()))
  const { release, digest: releaseDigest } = await readRelease(get)
  const known = [
    { path: RELEASE_PATH, sha256: releaseDigest },
    { path: TAG_CHECKSUMS_PATH, sha256: release.tagmanifest },
    ...parseTagChecksums(await get(TAG_CHECKSUMS_PATH)),
    ...parseChecksums(await get(CHECKSUMS_PATH)),
  ].find(({ sha256 }) => sha256 === digest)
  if (!known) return `${file.name} is no file of this release, nor of its base.`
  return isBasePath(known.path)
    ? `${file.name} is a file of the base: ${known.path.slice('data/base/'.length)}.`
    : `${file.name} is ${known.path} of this release.`
}

async function readRelease(get: (path: string) => Promise<Uint8Array>) {
  const bytes = await get(RELEASE_PATH)
  return { release: parseRelease(bytes), digest: await digestOf(bytes) }
}

async function statementStep(
  bytes: Uint8Array,
  release: ReleaseJson,
  digest: string,
  vkeys: readonly string[],
): Promise<Step> {
  checkAttestation(bytes, release, digest, null)
  const { message, signatures } = signedParts(bytes)
  const answers = await Promise.all(
    signatures.flatMap((signature) =>
      vkeys.map((vkey) => {
        const key = parseVkey(vkey)
        return verifies(key, message, { name: key.name, keyId: '', signature })
      }),
    ),
  )
  if (answers.includes(true))
    return { state: 'right', says: 'The statement about it is signed with the key of the log.' }
  if (answers.includes(undefined))
    return {
      state: 'unchecked',
      says: 'Not checked: the signature of the statement. This browser has no Ed25519, or the page did not come over https.',
    }
  throw new Error(`${ATTESTATION_PATH}: the statement is not signed with a key of the log.`)
}

async function logSteps(
  bytes: Uint8Array,
  release: ReleaseJson,
  digest: string,
  vkeys: readonly string[],
): Promise<Step[]> {
  const proof = parseLogProof(bytes)
  const { origin, index, size } = checkLogProof(proof, release, digest, null)
  const { signature } = await openCheckpoint(proof.checkpoint, vkeys)
  return [
    {
      state: 'right',
      says: `Entry ${formatCount(index)} of the log ${origin} is this release, in its tree of size ${formatCount(size)}.`,
    },
    signature.state === 'valid'
      ? { state: 'right', says: `The checkpoint is signed with the log’s key ${signature.keyId}.` }
      : { state: 'unchecked', says: 'Not checked: the signature of the checkpoint.' },
  ]
}

async function requireDigest(path: string, bytes: Uint8Array, expected: string): Promise<void> {
  if ((await digestOf(bytes)) !== expected) throw new Error(`${path}: its checksum is not the one listed.`)
}

async function fetchFile(address: string, name: string): Promise<Uint8Array> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${name} was not served (${response.status}).`)
  if (Number(response.headers.get('content-length')) > MAX_BYTES) {
    await response.body?.cancel()
    throw new Error(`${name} is too large for a browser; use the command line.`)
  }
  return new Uint8Array(await response.arrayBuffer())
}

/** WebCrypto is not there on a page that came over plain http, whatever the types say. */
async function digestOf(bytes: Uint8Array): Promise<string> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  return toHex(
    subtle ? new Uint8Array(await subtle.digest('SHA-256', Uint8Array.from(bytes))) : sha256(bytes),
  )
}
