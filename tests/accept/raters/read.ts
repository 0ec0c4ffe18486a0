import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseCsv } from './csv'

/** What one worker said of one comment, cleaned. */
export type Annotation = {
  id: string
  comment: string
  worker: string
  notToxic: boolean
  allToxic: boolean
  /** In code points of the comment, inside it. */
  spans: { start: number; end: number; type: string | null }[]
}

/** What is wrong with a row, and what becomes of it. */
export const DIRT = {
  rated_twice: 'the same worker annotated the same comment again: the first annotation counts',
  span_after_text: 'a span begins behind the end of the comment: left out',
  span_past_end: 'a span ends behind the end of the comment: cut at its end',
  span_empty: 'a span without a character: left out',
  span_again: 'the same span twice in one annotation: counted once',
  span_without_type: 'a span whose type is missing or cut off: kept, without a type',
  spans_of_not_toxic: 'spans although "not toxic" is ticked: the tick counts, the spans are left out',
  toxic_without_place: 'neither "not toxic" nor "all toxic" is ticked and nothing is marked: no vote',
  annotation_of_nothing: 'an annotation of a comment that is not there: left out',
  span_of_nothing: 'a span of an annotation that is not there: left out',
  not_a_number: 'a position that is not a whole number: left out',
  not_a_tick: 'a tick that is neither True nor False: left out',
  same_text: 'a comment with the words of another one: an item of its own, told apart by its id',
} as const

export type Dirt = keyof typeof DIRT

export type Raters = {
  comments: Map<string, string>
  annotations: Annotation[]
  /** How many rows there were of each file, and how often each kind of dirt was met. */
  rows: { comments: number; annotations: number; spans: number }
  dirt: Map<Dirt, number>
}

const TYPES = ['Insult', 'Profane/Obscene', 'Identity based Attack', 'Other Toxicity', 'Threat']

/** The comments, annotations and spans of a folder of toxic-spans-raters, with what had to be cleaned counted by name. */
export function readRaters(folder: string): Raters {
  const rowsOf = (name: string) => parseCsv(readFileSync(path.join(folder, `${name}.csv`), 'utf8'))
  const [comments, annotations, spans] = [rowsOf('comments'), rowsOf('annotations'), rowsOf('spans')]
  const dirt = new Map<Dirt, number>()
  const met = (kind: Dirt) => dirt.set(kind, (dirt.get(kind) ?? 0) + 1)
  const texts = new Map(comments.map((row) => [row.comment_id ?? '', row.comment_text ?? '']))
  for (let again = texts.size - new Set(texts.values()).size; again > 0; again--) met('same_text')
  const found = readAnnotations(annotations, texts, met)
  readSpans(spans, found, texts, met)
  return {
    comments: texts,
    annotations: [...found.values()].flatMap((annotation) => settled(annotation, met) ?? []),
    rows: { comments: comments.length, annotations: annotations.length, spans: spans.length },
    dirt,
  }
}

type Row = Record<string, string>
type Met = (kind: Dirt) => void

function readAnnotations(
  rows: readonly Row[],
  texts: Map<string, string>,
  met: Met,
): Map<string, Annotation> {
  const found = new Map<string, Annotation>()
  const seen = new Set<string>()
  for (const row of rows) {
    const [id = '', comment = '', worker = ''] = [row.annotation, row.comment_id, row.worker]
    const ticks = [row['not toxic'], row['all toxic']]
    if (!texts.has(comment)) met('annotation_of_nothing')
    else if (!ticks.every((tick) => tick === 'True' || tick === 'False')) met('not_a_tick')
    else if (seen.has(`${comment} ${worker}`)) met('rated_twice')
    else {
      seen.add(`${comment} ${worker}`)
      found.set(id, {
        id,
        comment,
        worker,
        notToxic: ticks[0] === 'True',
        allToxic: ticks[1] === 'True',
        spans: [],
      })
    }
  }
  return found
}

function readSpans(
  rows: readonly Row[],
  annotations: Map<string, Annotation>,
  texts: Map<string, string>,
  met: Met,
): void {
  for (const row of rows) {
    const annotation = annotations.get(row.annotation ?? '')
    const [start, given] = [Number(row.start), Number(row.end)]
    if (!annotation) {
      met('span_of_nothing')
      continue
    }
    const length = Array.from(texts.get(annotation.comment) ?? '').length
    const end = Math.min(given, length)
    const type = TYPES.includes(row.type ?? '') ? (row.type ?? null) : null
    if (!Number.isInteger(start) || !Number.isInteger(given) || row.start === '' || row.end === '')
      met('not_a_number')
    else if (start >= length) met('span_after_text')
    else if (start < 0 || start >= end) met('span_empty')
    else if (annotation.spans.some((span) => span.start === start && span.end === end && span.type === type))
      met('span_again')
    else {
      if (given > length) met('span_past_end')
      if (type === null) met('span_without_type')
      annotation.spans.push({ start, end, type })
    }
  }
}

/** What contradicts itself is settled in favour of what was ticked; what says nothing is no vote. */
function settled(annotation: Annotation, met: Met): Annotation | null {
  const { notToxic, allToxic, spans } = annotation
  if (notToxic && spans.length > 0) {
    met('spans_of_not_toxic')
    return { ...annotation, spans: [] }
  }
  if (!notToxic && !allToxic && spans.length === 0) {
    met('toxic_without_place')
    return null
  }
  return annotation
}
