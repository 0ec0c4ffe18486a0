import type { Mask } from './redact-again'
import { REPLACEMENT } from './spans'
import { isCount, isObject } from './value'

/*
 * Decisions as attributes of Dolma (github.com/allenai/dolma): beside each file of documents one with a line for each of
 * its lines, in which spans are [start, end, score] in code points, the end exclusive.
 */

/** Name of the attribute set of a release: a version has dots, which a JSONPath would read as steps. */
export const dolmaSet = (version: string): string => `winnow_${version.replaceAll('.', '_')}`

export type DolmaDocument = { readonly id: string; readonly text: string }

/** What the release does with a document: leave it out, mask stretches of its text, or nothing. */
export type DolmaFate = 'drop' | 'keep' | readonly Mask[]

/** One line of an attributes file, without its line end. Only triples: the typed readers of Dolma take nothing else. */
export function dolmaLine({ id, text }: DolmaDocument, fate: DolmaFate, set: string): string {
  if (fate === 'keep') return JSON.stringify({ id, attributes: {} })
  const spans =
    fate === 'drop'
      ? { [`${set}__decision__remove`]: [[0, Array.from(text).length, 1]] }
      : { [`${set}__decision__redact`]: fate.map(({ start, end }) => [start, end, 1]) }
  return JSON.stringify({ id, attributes: spans })
}

/**
 * Configuration of `dolma mix` that carries the attributes out, to be used in the folder above that of the dataset: the mixer
 * finds attributes by replacing `/documents/` in the path of a file, with both slashes.
 *
 * @param documents paths of the files of documents, from there
 * @param folder of the dataset, from there; the mixed documents go to `filtered` in it
 */
export function dolmaMixer(set: string, documents: readonly string[], folder: string): string {
  const work = { input: `${folder}/mixing/input`, output: `${folder}/mixing/output` }
  return `${JSON.stringify({ streams: mixerStreams(set, documents, folder), work_dir: work, processes: 1 }, null, 2)}\n`
}

function mixerStreams(set: string, documents: readonly string[], folder: string) {
  const remove = `@.${set}__decision__remove`
  const stream = {
    name: set,
    documents,
    attributes: [set],
    filter: {
      include: [],
      exclude: [`$.attributes[?(${remove} && ${remove}[0] && ${remove}[0][2] >= 0.5)]`],
    },
    span_replacement: [
      { span: `$.attributes.${set}__decision__redact`, min_score: 0.5, replacement: REPLACEMENT },
    ],
    output: { path: `${folder}/filtered`, max_size_in_bytes: 1_000_000_000, discard_fields: ['attributes'] },
  }
  return [stream] as const
}

/**
 * What is wrong with the line of attributes for a document, or null. Both as they were parsed; undefined stands for a line that is no
 * JSON.
 */
export function attributeFault(document: unknown, line: unknown, set: string): string | null {
  if (!isObject(document) || typeof document.id !== 'string' || typeof document.text !== 'string')
    return 'no document with an id and a text'
  if (!isObject(line)) return 'the attributes are no object'
  if (line.id !== document.id) return 'the attributes are those of another document'
  if (!isObject(line.attributes)) return 'the attributes are missing'
  const length = Array.from(document.text).length
  for (const [name, spans] of Object.entries(line.attributes)) {
    const kind = [`${set}__decision__remove`, `${set}__decision__redact`].indexOf(name)
    if (kind < 0) return `${name} is no attribute of ${set}`
    // A text without characters is taken out by a span without any: it is told by its score, and nothing is replaced in it.
    const fault = kind === 0 && length === 0 ? null : spanFault(spans, length)
    if (fault !== null) return `${name}: ${fault}`
  }
  return null
}

/** The mixer leaves out the second of two spans that overlap, and an empty one damages the text. */
function spanFault(spans: unknown, length: number): string | null {
  if (!Array.isArray(spans) || spans.length === 0) return 'no list of spans'
  let before = -1
  for (const span of spans) {
    const [start, end, score]: unknown[] = Array.isArray(span) && span.length === 3 ? span : []
    if (!isCount(start) || !isCount(end) || score !== 1) return 'not [start, end, 1]'
    if (end <= start) return 'an empty span'
    if (end > length) return 'a span beyond the end of the text, which is another than that was decided about'
    if (start <= before) return 'spans that overlap, touch or are out of order'
    before = end
  }
  return null
}

/**
 * What keeps a mixer configuration from carrying out a set of attributes on these documents. How large its files are, how many
 * processes it has and where it works is its owner's business.
 */
export function mixerFaults(
  config: unknown,
  set: string,
  documents: readonly string[],
  folder: string,
): string[] {
  const streams = isObject(config) && Array.isArray(config.streams) ? config.streams.filter(isObject) : []
  const own = streams.filter(({ attributes }) => Array.isArray(attributes) && attributes.includes(set))
  if (own.length === 0) return [`no stream has the attributes ${set}`]
  const [wanted] = mixerStreams(set, documents, folder)
  const has = (list: unknown, item: unknown) =>
    Array.isArray(list) && list.some((one) => JSON.stringify(one) === JSON.stringify(item))
  const faults: string[] = []
  for (const stream of own) {
    const { exclude }: { exclude?: unknown } = isObject(stream.filter) ? stream.filter : {}
    if (!wanted.filter.exclude.every((rule) => has(exclude, rule)))
      faults.push('it does not leave out what is removed')
    if (!wanted.span_replacement.every((rule) => has(stream.span_replacement, rule)))
      faults.push('it does not mask what is redacted')
  }
  const named = new Set(own.flatMap((stream) => (Array.isArray(stream.documents) ? stream.documents : [])))
  for (const file of documents) if (!named.has(file)) faults.push(`${file} is in no stream`)
  return faults
}
