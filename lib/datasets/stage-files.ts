import 'server-only'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { blobPath, storeBlob, storeFile, type Blob } from '@/lib/blobs/store'
import { AppError, invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { fetchGuarded } from '@/lib/http/guarded-fetch'
import { columnsOf } from './columns'
import type { Format } from './read/format'
import { sniff } from './read/sniff'

/** Something to import: a file that is in the store already (an upload), a path, or a web address. */
export type Source =
  { name: string; blob: Blob } | { name: string; file: string } | { name: string; url: string }

/** A source file in the blob store, recognised. `path` is unique in its revision. */
export type StagedFile = Blob & { path: string; format: Format; columns: string[] }

/** 64 GiB and six hours: a shard, not a crawl. */
const FETCH_LIMITS = { maxBytes: 64 * 2 ** 30, timeoutMs: 6 * 60 * 60 * 1000 }

/**
 * What the words of a command line mean: addresses, files, and the data files of folders, in path order.
 *
 * @returns also the files of folders that do not look like data, so that they can be named
 */
export async function findSources(
  words: readonly string[],
): Promise<{ sources: Source[]; skipped: string[] }> {
  const sources: Source[] = []
  const skipped: string[] = []
  for (const word of words) {
    if (/^https?:\/\//i.test(word)) {
      sources.push({ name: path.posix.basename(new URL(word).pathname) || 'download', url: word })
      continue
    }
    const info = await stat(word).catch(() => null)
    if (!info) throw invalid(say('importing.noFile', { name: word }))
    if (!info.isDirectory()) {
      sources.push({ name: path.basename(word), file: word })
      continue
    }
    const names = (await readdir(word, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(word, path.join(entry.parentPath, entry.name)))
      .sort()
    for (const name of names)
      if (DATA_FILE.test(name) && !HIDDEN.test(name)) sources.push({ name, file: path.join(word, name) })
      else skipped.push(name)
  }
  if (sources.length === 0) throw invalid(say('importing.nothing'))
  return { sources, skipped }
}

const DATA_FILE = /\.(jsonl|ndjson|json|csv|tsv|tab|parquet|pq)(\.gz)?$/i
const HIDDEN = /(^|\/)\./

/**
 * Copies every source into the blob store and recognises it. The same bytes given twice are one file. Nothing is written to
 * Postgres: a crash here costs a repetition, and what is in the store already is not copied again by name but by digest.
 *
 * @throws AppError `invalid`, naming the file, if one is no dataset file
 */
export async function stageFiles(
  sources: readonly Source[],
  onBytes: (staged: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<StagedFile[]> {
  const staged: StagedFile[] = []
  for (const source of sources) {
    signal?.throwIfAborted()
    const blob = await intoStore(source, onBytes, signal)
    if (staged.some(({ digest }) => digest.equals(blob.digest))) continue
    const name = uniqueName(source.name, staged)
    staged.push({ ...blob, path: name, ...(await recognise(blob, name)) })
  }
  return staged
}

async function intoStore(
  source: Source,
  onBytes: (staged: number) => void,
  signal?: AbortSignal,
): Promise<Blob> {
  if ('blob' in source) return source.blob
  if ('file' in source) return storeFile(source.file, onBytes)
  const { body } = await fetchGuarded(source.url, { ...FETCH_LIMITS, signal })
  return storeBlob(body, onBytes)
}

async function recognise(blob: Blob, name: string): Promise<{ format: Format; columns: string[] }> {
  try {
    const format = await sniff(blobPath(blob.digest), name)
    return { format, columns: await columnsOf(blobPath(blob.digest), format) }
  } catch (error) {
    if (error instanceof AppError && !error.message.startsWith(name))
      throw invalid(say('importing.inFile', { file: name, what: error.message }))
    throw error
  }
}

function uniqueName(name: string, staged: readonly StagedFile[]): string {
  const taken = (candidate: string) => staged.some(({ path: used }) => used === candidate)
  if (!taken(name)) return name
  const { dir, name: stem, ext } = path.posix.parse(name)
  let n = 2
  while (taken(path.posix.join(dir, `${stem}-${n}${ext}`))) n++
  return path.posix.join(dir, `${stem}-${n}${ext}`)
}
