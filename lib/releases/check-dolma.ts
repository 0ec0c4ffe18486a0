import 'server-only'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { readSegments } from '@/lib/datasets/read/records'
import { sniff } from '@/lib/datasets/read/sniff'
import { unavailable } from '@/lib/errors'
import { attributeFault, mixerFaults } from '@/lib/release-format/dolma'
import { inputFiles, type InputFile } from './input-files'

export const MIXER = 'mixer.json'
export const DOCUMENTS = 'documents'
/** Where the mixer writes. */
const FILTERED = 'filtered'

export type DolmaCheck = {
  files: number
  lines: number
  /** Whether there is a mixer configuration of ours, which was checked then. */
  mixer: boolean
  problems: string[]
}

/** How many problems are named. */
const NAMED = 20

/**
 * What `dolma mix` does not say: it goes on where an attributes file is missing or short, and what was to be removed stays; of two
 * spans that overlap it masks the first; a file of its output that is there already it leaves as it is. Each file of documents needs one of
 * attributes with as many lines, the same id in each, and spans that fit the text; the configuration has to name them all.
 *
 * @param folder of the dataset, with `documents` and `attributes`
 */
export async function checkDolma(folder: string, set: string): Promise<DolmaCheck> {
  const documents = await inputFiles([path.join(folder, DOCUMENTS)])
  const attributes = await attributesOf(path.join(folder, 'attributes', set))
  const check: DolmaCheck = { files: documents.length, lines: 0, mixer: false, problems: [] }
  for (const file of documents) {
    const own = attributes.get(file.name)
    attributes.delete(file.name)
    if (own) await compare(file, own, set, check)
    else check.problems.push(`${file.name} has no attributes in ${set}`)
  }
  for (const name of attributes.keys()) check.problems.push(`${name} has attributes and no documents`)
  await checkMixer(folder, set, documents, check)
  for (const name of await namesIn(path.join(folder, FILTERED)))
    check.problems.push(`${FILTERED}/${name} is there already: the mixer would leave it as it is`)
  return { ...check, problems: check.problems.slice(0, NAMED) }
}

async function attributesOf(folder: string): Promise<Map<string, InputFile>> {
  await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw unavailable(`${folder} cannot be read (${error.code}).`)
  })
  return new Map((await inputFiles([folder])).map((file) => [file.name, file]))
}

/** Names of what is in a folder, none if it is not there. */
async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw unavailable(`${folder} cannot be read (${error.code}).`)
  })
}

async function checkMixer(
  folder: string,
  set: string,
  documents: readonly InputFile[],
  check: DolmaCheck,
): Promise<void> {
  const text = await readFile(path.join(folder, MIXER), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw unavailable(`${MIXER} cannot be read (${error.code}).`)
  })
  if (text === null) return
  check.mixer = true
  const above = path.basename(path.resolve(folder))
  const files = documents.map(({ name }) => path.posix.join(above, DOCUMENTS, name))
  check.problems.push(
    ...mixerFaults(parsed(Buffer.from(text)), set, files, above).map((fault) => `${MIXER}: ${fault}`),
  )
}

async function compare(
  documents: InputFile,
  attributes: InputFile,
  set: string,
  check: DolmaCheck,
): Promise<void> {
  const [left, right] = [records(documents), records(attributes)]
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
    const fault = attributeFault(a.value, b.value, set)
    if (fault === null) continue
    check.problems.push(`${documents.name}, line ${line}: ${fault}`)
    return
  }
}

/** The object of each line; undefined for a line that is none. */
async function* records(file: InputFile): AsyncGenerator<unknown, undefined> {
  const format = await sniff(file.path, file.name)
  if (format.kind === 'parquet') throw unavailable(`${file.name} is not JSONL.`)
  for await (const segments of readSegments(file.path, format))
    for (const { kind, bytes } of segments) {
      if (kind === 'bom' || kind === 'blank') continue
      yield kind === 'record' ? parsed(bytes) : undefined
    }
  return undefined
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
