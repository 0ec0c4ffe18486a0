import type { useT } from '#i18n'
import { openCheckpoint, verifies } from '@/components/log/served-log'
import { formatBytes } from '@/lib/format'
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

/** Something could not be had, or not be looked at here: that is no verdict about the release. */
export class CannotCheck extends Error {}

export type Say = ReturnType<typeof useT<'releaseCheck'>>

type Target = { slug: string; version: string; vkeys: readonly string[] }

/**
 * Checks a published release with nothing but its files and the log's keys, as `winnow verify` does, but for the order of rows in the
 * lists. Throws an Error with one sentence at the first thing that is wrong; `CannotCheck` at one that cannot be had.
 */
export async function checkRelease(
  { slug, version, vkeys }: Target,
  t: Say,
  onStep: (step: Step) => void,
): Promise<void> {
  const get = (path: string) => fetchFile(t, paths.releaseFile(slug, version, path), path)
  const { release, digest } = await readRelease(get)

  const tags = await get(TAG_CHECKSUMS_PATH)
  await requireDigest(t, TAG_CHECKSUMS_PATH, tags, release.tagmanifest)
  const beside = parseTagChecksums(tags)
  for (const { path, sha256 } of beside) await requireDigest(t, path, await get(path), sha256)
  onStep({
    state: 'right',
    says: t('step.beside', { count: beside.length + 2 }),
  })

  const checksums = parseChecksums(await get(CHECKSUMS_PATH)).filter(({ path }) => !isBasePath(path))
  const data: PayloadFile[] = []
  for (const { path, sha256 } of checksums) {
    const bytes = await get(path)
    await requireDigest(t, path, bytes, sha256)
    data.push({ path, sha256, bytes: bytes.length })
    onStep({ state: 'right', says: t('step.file', { path, size: formatBytes(bytes.length) }) })
  }
  for (const [path, bytes] of descriptions(release, data))
    await requireDigest(t, path, bytes, beside.find((file) => file.path === path)?.sha256 ?? '')
  onStep({ state: 'right', says: t('step.descriptions') })

  onStep(await statementStep(t, await get(ATTESTATION_PATH), release, digest, vkeys))
  for (const step of await logSteps(t, await get(PROOF_PATH), release, digest, vkeys)) onStep(step)
}

/** What a file on the visitor's disk is to the release. */
export async function nameOf({ slug, version }: Target, t: Say, file: File): Promise<string> {
  const { name } = file
  const get = (path: string) => fetchFile(t, paths.releaseFile(slug, version, path), path)
  if (file.size > MAX_BYTES) return t('file.tooLarge', { name })
  const digest = await digestOf(new Uint8Array(await file.arrayBuffer()))
  const { release, digest: releaseDigest } = await readRelease(get)
  const known = [
    { path: RELEASE_PATH, sha256: releaseDigest },
    { path: TAG_CHECKSUMS_PATH, sha256: release.tagmanifest },
    ...parseTagChecksums(await get(TAG_CHECKSUMS_PATH)),
    ...parseChecksums(await get(CHECKSUMS_PATH)),
  ].find(({ sha256 }) => sha256 === digest)
  if (!known) return t('file.unknown', { name })
  return isBasePath(known.path)
    ? t('file.ofBase', { name, path: known.path.slice('data/base/'.length) })
    : t('file.ofRelease', { name, path: known.path })
}

async function readRelease(get: (path: string) => Promise<Uint8Array>) {
  const bytes = await get(RELEASE_PATH)
  return { release: parseRelease(bytes), digest: await digestOf(bytes) }
}

async function statementStep(
  t: Say,
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
  if (answers.includes(true)) return { state: 'right', says: t('step.statement') }
  if (answers.includes(undefined))
    return {
      state: 'unchecked',
      says: t('step.statementUnchecked'),
    }
  throw new Error(t('errors.unsigned', { path: ATTESTATION_PATH }))
}

async function logSteps(
  t: Say,
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
      says: t('step.entry', { index, origin, size }),
    },
    signature.state === 'valid'
      ? { state: 'right', says: t('step.checkpoint', { keyId: signature.keyId }) }
      : { state: 'unchecked', says: t('step.checkpointUnchecked') },
  ]
}

async function requireDigest(t: Say, path: string, bytes: Uint8Array, expected: string): Promise<void> {
  if ((await digestOf(bytes)) !== expected) throw new Error(t('errors.checksum', { path }))
}

async function fetchFile(t: Say, address: string, path: string): Promise<Uint8Array> {
  const arrived = <T>(what: Promise<T>): Promise<T> =>
    what.catch(() => {
      throw new CannotCheck(t('errors.unreached', { path }))
    })
  const response = await arrived(fetch(address))
  if (!response.ok) throw new CannotCheck(t('errors.notServed', { path, status: String(response.status) }))
  if (Number(response.headers.get('content-length')) > MAX_BYTES) {
    await response.body?.cancel()
    throw new CannotCheck(t('errors.tooLarge', { path }))
  }
  return new Uint8Array(await arrived(response.arrayBuffer()))
}

/** WebCrypto is not there on a page that came over plain http, whatever the types say. */
async function digestOf(bytes: Uint8Array): Promise<string> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  return toHex(
    subtle ? new Uint8Array(await subtle.digest('SHA-256', Uint8Array.from(bytes))) : sha256(bytes),
  )
}
