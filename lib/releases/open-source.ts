import 'server-only'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { unavailable } from '@/lib/errors'
import { ATTESTATION_PATH } from '@/lib/release-format/attestation'
import { isBasePath } from '@/lib/release-format/bag'
import {
  CHECKSUMS_PATH,
  parseChecksums,
  parseTagChecksums,
  TAG_CHECKSUMS_PATH,
} from '@/lib/release-format/checksums'
import { RELEASE_PATH } from '@/lib/release-format/release-json'
import { PROOF_PATH } from '@/lib/release-format/log-proof'

/** A release as a folder on this disk. */
export type Source = { folder: string; [Symbol.asyncDispose](): Promise<void> }

/**
 * Opens a folder, or fetches a release from where it is published: the address of its page, of its files or of release.json.
 * What was fetched is deleted when the source is disposed of.
 *
 * @throws AppError `unavailable` if something cannot be fetched
 */
export async function openSource(source: string, signal?: AbortSignal): Promise<Source> {
  if (!/^https?:\/\//i.test(source)) return { folder: source, [Symbol.asyncDispose]: async () => undefined }
  const folder = await mkdtemp(path.join(tmpdir(), 'winnow-release-'))
  const dispose = () => rm(folder, { recursive: true, force: true })
  try {
    const base = await findFiles(source, folder, signal)
    await fetchFile(base, TAG_CHECKSUMS_PATH, folder, signal)
    for (const { path: name } of parseTagChecksums(await readFile(path.join(folder, TAG_CHECKSUMS_PATH))))
      await fetchFile(base, name, folder, signal)
    for (const { path: name } of parseChecksums(await readFile(path.join(folder, CHECKSUMS_PATH))))
      if (!isBasePath(name)) await fetchFile(base, name, folder, signal)
    for (const name of [ATTESTATION_PATH, PROOF_PATH])
      await fetchFile(base, name, folder, signal, { optional: true })
    return { folder, [Symbol.asyncDispose]: dispose }
  } catch (error) {
    await dispose()
    throw error
  }
}

/** Fetches release.json from where it is, and returns the address the other files are relative to. */
async function findFiles(source: string, folder: string, signal: AbortSignal | undefined): Promise<URL> {
  const url = new URL(source)
  url.search = url.hash = ''
  url.pathname = url.pathname.replace(/\/(release\.json)?$/, '') + '/'
  if (await fetchFile(url, RELEASE_PATH, folder, signal, { optional: true })) return url
  const files = new URL('files/', url)
  await fetchFile(files, RELEASE_PATH, folder, signal)
  return files
}

async function fetchFile(
  base: URL,
  name: string,
  folder: string,
  signal: AbortSignal | undefined,
  { optional = false } = {},
): Promise<boolean> {
  const url = new URL(name, base)
  const response = await fetch(url, { signal: signal ?? null }).catch((error: unknown) => {
    throw unavailable(`${url} cannot be reached (${causeOf(error)}).`)
  })
  // A page that is not there may answer with a page that says so.
  if (
    optional &&
    (response.status === 404 || response.headers.get('content-type')?.startsWith('text/html'))
  ) {
    await response.body?.cancel()
    return false
  }
  if (!response.ok || !response.body) throw unavailable(`${url} answers ${response.status}.`)
  const file = path.join(folder, name)
  await mkdir(path.dirname(file), { recursive: true })
  await pipeline(piecesOf(response.body), createWriteStream(file)).catch((error: unknown) => {
    throw unavailable(`${url} broke off (${causeOf(error)}).`)
  })
  return true
}

/** `Readable.fromWeb` wants node:stream/web's type, which is not the one `fetch` declares. */
async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return cause instanceof Error ? cause.message : String(cause)
}
