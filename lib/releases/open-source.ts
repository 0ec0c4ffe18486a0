import 'server-only'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
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
import { download } from './download-file'

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

const fetchFile = (
  base: URL,
  name: string,
  folder: string,
  signal: AbortSignal | undefined,
  options?: { optional: boolean },
): Promise<boolean> => download(new URL(name, base), path.join(folder, name), signal, options)
