import 'server-only'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Format } from '@/lib/datasets/read/format'
import { sniff } from '@/lib/datasets/read/sniff'
import { invalid } from '@/lib/errors'
import type { EarlierCopy } from './earlier-copy'
import type { FilePlan } from './file-plan'
import type { InputFile } from './input-files'
import type { LoadedRelease } from './load-release'
import { hashFile } from './read-file'

/** What a file is taken for: a base file, or what an earlier run made of one. Its hash, computed by the way, has to show it. */
export type Known = { plan: FilePlan; earlier: EarlierCopy | null; sha256: string }

export type Prepared = { file: InputFile; format: Format; bytes: number; known: Known | undefined }

/** A file has the size of one that is known and is another. */
export class TakenForAnother extends Error {
  override readonly name = 'TakenForAnother'
  constructor(readonly file: string) {
    super(`${file} is not the file it was taken for`)
  }
}

/**
 * Finds out what each file is and how it is read.
 *
 * @param others files that are known to be nothing known, whatever their size
 */
export async function recognise(
  files: readonly InputFile[],
  { plans }: LoadedRelease,
  earlier: readonly EarlierCopy[],
  others: ReadonlySet<string>,
): Promise<Prepared[]> {
  const candidates = [...baseFiles(plans), ...copiesOf(plans, earlier)]
  const prepared: Prepared[] = []
  for (const file of files) {
    const { size: bytes } = await stat(file.path)
    const known = others.has(file.name) ? undefined : await knownAs(file, bytes, candidates)
    if (known && prepared.some((other) => other.known?.plan === known.plan))
      throw await givenTwice(file, known)
    // It is read as it was imported, whatever it is called here.
    const format = await sniff(file.path, known?.plan.base.path ?? file.name)
    prepared.push({ file, format, bytes, known })
  }
  return prepared
}

type Candidate = Known & { name: string; bytes: number }

const baseFiles = (plans: LoadedRelease['plans']): Candidate[] =>
  [...plans.values()].map((plan) => ({
    plan,
    earlier: null,
    sha256: plan.base.sha256,
    name: plan.base.path,
    bytes: plan.base.bytes,
  }))

/** Of a base file that this release has too; after another crawl the copy is told by its content. */
const copiesOf = (plans: LoadedRelease['plans'], earlier: readonly EarlierCopy[]): Candidate[] =>
  earlier.flatMap((copy) => {
    const plan = plans.get(copy.base.path)
    if (!plan || plan.base.sha256 !== copy.base.sha256) return []
    return [{ plan, earlier: copy, sha256: copy.sha256, name: copy.name, bytes: copy.bytes }]
  })

/** The one of this size and name is taken for it; without that, the hash decides beforehand. */
async function knownAs(
  file: InputFile,
  bytes: number,
  all: readonly Candidate[],
): Promise<Known | undefined> {
  const candidates = all.filter((candidate) => candidate.bytes === bytes)
  const named = candidates.filter(({ name }) => path.posix.basename(name) === path.basename(file.path))
  if (candidates.length === 0 || named.length === 1) return named[0]
  const { sha256 } = await hashFile(file.path)
  return candidates.find((candidate) => candidate.sha256 === sha256)
}

async function givenTwice(file: InputFile, known: Known): Promise<Error> {
  const { sha256 } = await hashFile(file.path)
  return sha256 === known.sha256
    ? invalid(`${file.name} is given twice, or with a copy of itself.`)
    : new TakenForAnother(file.name)
}
