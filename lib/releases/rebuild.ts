import 'server-only'
import { createHash } from 'node:crypto'
import { itemDigest } from '@/lib/datasets/digest'
import { isBad, type Row } from '@/lib/datasets/read/extract'
import type { BadRow } from '@/lib/datasets/read/bad-row'
import type { FieldPlan } from '@/lib/datasets/read/fields'
import { parquetRows } from '@/lib/datasets/read/parquet'
import { itemReader, readSegments } from '@/lib/datasets/read/records'
import { sniff } from '@/lib/datasets/read/sniff'
import { unavailable } from '@/lib/errors'
import { FormatError } from '@/lib/release-format/format-error'
import { exclusions, manifest } from '@/lib/release-format/lists'
import { sealRelease } from '@/lib/release-format/seal'
import { redactText } from '@/lib/release-format/spans'
import type { FilePlan } from './file-plan'
import { inputFiles } from './input-files'
import type { LoadedRelease } from './load-release'
import { hashFile, readWhole, sha256Of } from './read-file'

/**
 * Writes the manifest and the exclusions again from the base and the effective set the release tells, and all that stands beside
 * data/ from those, and compares the bytes: every digest is recomputed, every redaction tried.
 *
 * @param base files or folders that hold every base file, under any name
 * @throws FormatError where the release is not what the base gives; AppError `unavailable` if a base file is missing
 */
export async function rebuild(
  loaded: LoadedRelease,
  base: readonly string[],
): Promise<{ files: number; rows: number }> {
  const { release, checksums, plans } = loaded
  const found = await findBase(base)
  const missing = release.base.files.filter(({ sha256 }) => !found.has(sha256)).map(({ path }) => path)
  if (missing.length > 0) throw unavailable(`Not among the files given with --base: ${missing.join(', ')}.`)

  const { contentFields, idField } = release.base
  const fields: FieldPlan = { text: [...contentFields], url: [], mediaHash: null, id: idField }
  const kept = createHash('sha256').update(manifest.head)
  const excluded = createHash('sha256').update(exclusions.head)
  let rows = 0
  for (const file of release.base.files) {
    const plan = plans.get(file.path)
    if (!plan) throw new Error(`no plan for ${file.path}`)
    let next = 0
    for await (const batch of readRows(found.get(file.sha256) ?? '', file.path, fields)) {
      for (const row of batch) {
        if (plan.kept.has(next)) kept.update(keptLine(plan, next, row, contentFields))
        else
          excluded.update(
            exclusions.line({
              file: file.path,
              row: next,
              action: plan.restricted.has(next) ? 'restrict' : 'remove',
            }),
          )
        next += 1
      }
    }
    if (next !== file.rows) throw differs(`${file.path} has ${next} rows, not ${file.rows}`)
    rows += next
  }
  if (kept.digest('hex') !== checksums.get(manifest.path))
    throw differs(`${manifest.path} is not what the base gives`)
  const listed = checksums.get(exclusions.path)
  if (listed !== undefined && excluded.digest('hex') !== listed)
    throw differs(`${exclusions.path} is not what the base gives`)
  await compareSeal(loaded)
  return { files: release.base.files.length, rows }
}

async function compareSeal({ folder, release, data }: LoadedRelease): Promise<void> {
  for (const [name, bytes] of sealRelease(release, release.rows, data).files)
    if (sha256Of(bytes) !== sha256Of(await readWhole(folder, name)))
      throw new FormatError(name, null, 'it is not what the release gives')
}

const differs = (problem: string) => new FormatError(manifest.path, null, problem)

/** Files by the SHA-256 of their bytes, under whatever name. */
export async function findBase(base: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { path } of await inputFiles(base)) found.set((await hashFile(path)).sha256, path)
  return found
}

/** The records of a base file, in their order; those that are no items too. */
export async function* readRows(
  path: string,
  name: string,
  fields: FieldPlan,
): AsyncGenerator<(Row | BadRow)[]> {
  const format = await sniff(path, name)
  if (format.kind === 'parquet') {
    for await (const { rows } of parquetRows(path, fields)) yield rows
    return
  }
  const read = itemReader(format, fields)
  for await (const segments of readSegments(path, format))
    yield segments.filter(({ kind }) => kind === 'record' || kind === 'too_large').map(read)
}

function keptLine(
  { base, redacted, redactions }: FilePlan,
  row: number,
  item: Row | BadRow,
  contentFields: readonly string[],
): string {
  const place = { file: base.path, row }
  if (isBad(item)) throw differs(`row ${row} of ${base.path} is kept, but cannot be read (${item.reason})`)
  if (!redacted.has(row))
    return manifest.line({ ...place, id: item.id ?? '', digest: itemDigest(item.values).toString('hex') })
  for (const redaction of redactions.get(row) ?? []) {
    const value = item.values[contentFields.indexOf(redaction.field)]
    if (value === undefined || !fits(value, redaction))
      throw differs(`a redaction of row ${row} of ${base.path} does not fit its text`)
  }
  return manifest.line({ ...place, id: '', digest: '' })
}

function fits(value: string, redaction: Parameters<typeof redactText>[1][number]): boolean {
  try {
    redactText(value, [redaction])
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
