import 'server-only'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { invalid, unavailable } from '@/lib/errors'
import { RECEIPT } from './receipt'

/** A file to filter. `name` is where its copy goes, relative to the output folder. */
export type InputFile = { path: string; name: string }

/** The files named, folders replaced by what is in them, in the order of names. Hidden files and receipts are passed over. */
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
