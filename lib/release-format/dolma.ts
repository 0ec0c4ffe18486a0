import type { Mask } from './redact-again'
import { REPLACEMENT } from './spans'

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
  const work = { input: `${folder}/mixing/input`, output: `${folder}/mixing/output` }
  return `${JSON.stringify({ streams: [stream], work_dir: work, processes: 1 }, null, 2)}\n`
}
