import 'server-only'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { readSegments } from '@/lib/datasets/read/records'
import { sniff } from '@/lib/datasets/read/sniff'
import { unavailable } from '@/lib/errors'
import { inputFiles, type InputFile } from './input-files'

export type DolmaCheck = { files: number; lines: number; problems: string[] }

/** How many problems are named. */
const NAMED = 20

/**
 * What `dolma mix` does not say: it goes on where an attributes file is missing or short, and what was to be removed stays. Each
 * file of documents needs one of attributes with as many lines and the same id in each.
 *
 * @param folder of the dataset, with `documents` and `attributes`
 */
export async function checkDolma(folder: string, set: string): Promise<DolmaCheck> {
  const documents = await inputFiles([path.join(folder, 'documents')])
  const attributes = await attributesOf(path.join(folder, 'attributes', set))
  const check: DolmaCheck = { files: documents.length, lines: 0, problems: [] }
  for (const file of documents) {
    const own = attributes.get(file.name)
    attributes.delete(file.name)
    if (own) await compare(file, own, check)
    else check.problems.push(`${file.name} has no attributes in ${set}`)
  }
  for (const name of attributes.keys()) check.problems.push(`${name} has attributes and no documents`)
  return { ...check, problems: check.problems.slice(0, NAMED) }
}

async function attributesOf(folder: string): Promise<Map<string, InputFile>> {
  await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw unavailable(`${folder} cannot be read (${error.code}).`)
  })
  return new Map((await inputFiles([folder])).map((file) => [file.name, file]))
}

async function compare(documents: InputFile, attributes: InputFile, check: DolmaCheck): Promise<void> {
  const [left, right] = [ids(documents), ids(attributes)]
  for (let line = 1; ; line++) {
    const [a, b] = [await left.next(), await right.next()]
    if (a.done && b.done) return
    if (a.done || b.done) {
      check.problems.push(
        `${documents.name}: the ${a.done ? 'documents' : 'attributes'} end before line ${line}`,
      )
      return
    }
    check.lines += 1
    if (a.value === b.value) continue
    check.problems.push(`${documents.name}, line ${line}: the attributes are those of another document`)
    return
  }
}

/** The id of each line; a line without one is told by what it is. */
async function* ids(file: InputFile): AsyncGenerator<string, undefined> {
  const format = await sniff(file.path, file.name)
  if (format.kind === 'parquet') throw unavailable(`${file.name} is not JSONL.`)
  for await (const segments of readSegments(file.path, format))
    for (const { kind, bytes } of segments) {
      if (kind === 'bom' || kind === 'blank') continue
      yield kind === 'record' ? idOf(bytes) : kind
    }
  return undefined
}

function idOf(bytes: Buffer): string {
  try {
    const found: unknown = JSON.parse(bytes.toString('utf8'))
    return typeof found === 'object' && found !== null && 'id' in found ? JSON.stringify(found.id) : 'no id'
  } catch {
    return 'not JSON'
  }
}
