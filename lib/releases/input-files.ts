import 'server-only'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { invalid, unavailable } from '@/lib/errors'
import { download } from './download-file'
import { RECEIPT } from './receipt'

/** A file to filter. `name` is where its copy goes, relative to the output folder. */
export type InputFile = { path: string; name: string }

export type InputFiles = { files: InputFile[]; [Symbol.asyncDispose](): Promise<void> }

const isAddress = (given: string): boolean => /^https?:\/\//i.test(given)

/**
 * The files named, folders replaced by what is in them, in the order of names; hidden files and receipts are passed over. What
 * stands at an address is fetched, and deleted when the files are disposed of.
 */
export async function openInputs(
  given: readonly string[],
  { signal, note }: { signal?: AbortSignal; note?: (line: string) => void } = {},
): Promise<InputFiles> {
  const fetched = await mkdtemp(path.join(tmpdir(), 'winnow-input-'))
  const dispose = () => rm(fetched, { recursive: true, force: true })
  try {
    const local: string[] = []
    for (const one of given) local.push(isAddress(one) ? await fetchInput(one, fetched, signal, note) : one)
    return { files: await inputFiles(local), [Symbol.asyncDispose]: dispose }
  } catch (error) {
    await dispose()
    throw error
  }
}

/** Only local files have a receipt beside them. */
export const localOf = (given: readonly string[]): string[] => given.filter((one) => !isAddress(one))

async function fetchInput(
  address: string,
  folder: string,
  signal: AbortSignal | undefined,
  note: ((line: string) => void) | undefined,
): Promise<string> {
  const url = new URL(address)
  const name = path.posix.basename(decodeURIComponent(url.pathname))
  if (name === '' || name.startsWith('.')) throw invalid(`${address} names no file.`)
  note?.(`fetching ${address}`)
  // A folder of its own: two addresses may end in one name, and that is refused by name.
  const file = path.join(await mkdtemp(path.join(folder, 'f')), name)
  await download(url, file, signal)
  return file
}

/** The same of local files and folders only. */
export async function inputFiles(given: readonly string[]): Promise<InputFile[]> {
  const files: InputFile[] = []
  for (const file of given) {
    const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
      throw unavailable(`${file} cannot be read (${error.code}).`)
    })
    if (found.isDirectory()) files.push(...(await filesIn(file)))
    else files.push({ path: file, name: path.basename(file) })
  }
  if (files.length === 0) throw invalid('There is no file to filter.')
  const names = new Set<string>()
  for (const { path: from, name } of files) {
    if (names.has(name))
      throw invalid(`${from}: another file would be written to ${name}. Name the folder that holds both.`)
    names.add(name)
  }
  return files
}

async function filesIn(folder: string): Promise<InputFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ path: file, name: path.relative(folder, file) }))
    .filter(({ name }) => !name.split(path.sep).some((part) => part.startsWith('.')))
    .filter(({ name }) => path.basename(name) !== RECEIPT)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
