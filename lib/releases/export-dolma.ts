import 'server-only'
import path from 'node:path'
import { decodeUtf8 } from '@/lib/datasets/read/decode'
import type { TextFormat } from '@/lib/datasets/read/format'
import { openBytes } from '@/lib/datasets/read/source'
import { invalid } from '@/lib/errors'
import { dolmaLine, dolmaMixer, dolmaSet, type DolmaDocument } from '@/lib/release-format/dolma'
import { PositionJudge } from './apply-by-position'
import { DOCUMENTS, MIXER } from './check-dolma'
import { inputFiles } from './input-files'
import { inspectCopy } from './inspect-copy'
import type { Judged } from './judge'
import { loadRelease, type LoadedRelease } from './load-release'
import { openSource } from './open-source'
import { OutputFolder } from './output-folder'
import { hashFile } from './read-file'
import { recognise, type Prepared } from './recognise'
import { type RecordView, splice } from './splice'

export type DolmaView = {
  set: string
  files: string[]
  rows: { in: number; remove: number; redact: number }
  mixer: string
}

/**
 * Writes the decisions of a release as Dolma attributes of its base files, and a mixer configuration, into the folder above
 * `documents`: all of it or nothing.
 *
 * @param folder of the dataset, with its files in `documents`
 * @throws AppError `invalid` for a file that is no base file of the release: attributes go by line
 */
export async function exportDolma(
  release: string,
  folder: string,
  { signal, note = () => undefined }: { signal?: AbortSignal; note?: (line: string) => void } = {},
): Promise<DolmaView> {
  await using source = await openSource(release, signal)
  const loaded = await loadRelease(source.folder)
  const documents = await inputFiles([path.join(folder, DOCUMENTS)])
  const prepared = await recognise(documents, loaded, [], new Set())
  const set = dolmaSet(loaded.release.version)
  const name = (file: string) => path.posix.join('attributes', set, file)
  const output = await OutputFolder.open(folder, [...documents.map((file) => name(file.name)), MIXER])
  try {
    const rows = { in: 0, remove: 0, redact: 0 }
    for (const one of prepared) {
      signal?.throwIfAborted()
      note(one.file.name)
      const counts = await exportFile(one, loaded, { set, name: name(one.file.name), output })
      rows.in += counts.in
      rows.remove += counts.removed + counts.restricted
      rows.redact += counts.redacted
    }
    const above = path.basename(path.resolve(folder))
    const files = documents.map((file) => path.posix.join(above, DOCUMENTS, file.name))
    await output.write(MIXER, inOne(dolmaMixer(set, files, above)))
    await output.commit()
    return { set, files, rows, mixer: MIXER }
  } catch (error) {
    await output.discard()
    throw error
  }
}

type Target = { set: string; name: string; output: OutputFolder }

async function exportFile(
  { file, format, known }: Prepared,
  loaded: LoadedRelease,
  { set, name, output }: Target,
) {
  if (!known || (await hashFile(file.path)).sha256 !== known.sha256)
    throw invalid(
      `${file.name} is not a base file of ${loaded.release.dataset} ${loaded.release.version}: attributes go by line. Nothing was written.`,
    )
  if (format.kind !== 'jsonl') throw invalid(`${file.name} is not JSONL, which is all that Dolma reads.`)
  const judge = new PositionJudge(known.plan, file.name)
  const pieces = splice(openBytes(file.path, format.gzip), format, (record) =>
    Buffer.from(dolmaLine(documentOf(record, file.name), judge.judge(judgedOf(record, file.name)), set)),
  )
  await output.write(name, pieces, { gzip: format.gzip })
  judge.finish()
  await requireLines(output.draftOf(name), format, judge.rows.in)
  for (const [row, masks] of known.plan.redactions)
    if (masks.some(({ field }) => field !== 'text'))
      throw invalid(
        `Row ${row} of ${file.name} is redacted in another field than text, and Dolma masks no other.`,
      )
  return judge.rows
}

const judgedOf = ({ row, line, tooLarge }: RecordView, name: string): Judged => ({
  row,
  line,
  tooLarge,
  key: () => {
    throw new Error(`${name} is told by position`)
  },
})

/** What Dolma demands of a document; a line that is none would shift all that follow. */
function documentOf({ bytes, row, line, tooLarge }: RecordView, name: string): DolmaDocument {
  const found: unknown = tooLarge ? undefined : parsed(decodeUtf8(bytes))
  if (typeof found === 'object' && found !== null && 'id' in found && 'text' in found)
    if (typeof found.id === 'string' && typeof found.text === 'string')
      return { id: found.id, text: found.text }
  throw invalid(
    `Row ${row} of ${name} (line ${line}) is no Dolma document with an id and a text. Nothing was written.`,
  )
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

async function requireLines(file: string, format: TextFormat, expected: number): Promise<void> {
  const { records } = await inspectCopy(file, format)
  if (records !== expected) throw new Error(`${records} lines were written where the file has ${expected}`)
}

async function* inOne(text: string): AsyncGenerator<Buffer[]> {
  yield [Buffer.from(text)]
}
