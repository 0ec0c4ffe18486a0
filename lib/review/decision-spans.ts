import 'server-only'
import type { Tx } from '@/db/client'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { characterEnd, characterStart } from '@/lib/text/graphemes'
import { TextIndex } from '@/lib/text/positions'
import { fieldLengths, type ItemFields, itemFields, occurrencesOf } from './item-fields'
import { spanError } from './passage-errors'
import { placesOfSent } from './passage-names'
import { mergeSpans, type SentSpan, type Span } from './spans'
import type { Action } from './status'

type Wanted = { action: Action; spans: readonly SentSpan[]; passages: readonly string[] }

/**
 * The passages a redaction masks: those chosen and every place where the typed ones stand, checked against the text and
 * merged. Empty for every other action.
 */
export async function decisionSpans(
  tx: Tx,
  item: { datasetId: string; digest: Buffer },
  wanted: Wanted,
): Promise<Span[]> {
  if (wanted.action !== 'redact') return []
  const fields = await itemFields(tx, item.datasetId, item.digest)
  if (!fields) throw invalid(say('review.passage.noText'))
  const typed = wanted.passages.flatMap((passage) => placesOf(fields, passage))
  const spans = [...(await placesOfSent(tx, item, wanted.spans)), ...typed]
  if (spans.length === 0) refuse(say('review.passage.none'))
  const lengths = fieldLengths(fields)
  const problem = spans.map((span) => spanError(span, lengths)).find((one) => one !== undefined)
  if (problem) refuse(problem)
  return mergeSpans(wholeCharacters(fields, spans))
}

/** A character is redacted as a whole, with its accents and joined parts: half of one would say what the other half was. */
function wholeCharacters(fields: ItemFields, spans: readonly Span[]): Span[] {
  const indexes = new Map<string, TextIndex>()
  return spans.map(({ field, start, end }) => {
    const text = fields[field] ?? ''
    const index = indexes.get(field) ?? new TextIndex(text)
    indexes.set(field, index)
    return {
      field,
      start: index.toPoint(characterStart(text, index.toUnit(start))),
      end: index.toPoint(characterEnd(text, index.toUnit(end))),
    }
  })
}

function placesOf(fields: ItemFields, passage: string): Span[] {
  const places = occurrencesOf(fields, passage) ?? refuse(say('review.passage.tooMany', { words: passage }))
  return places.length > 0 ? places : refuse(say('review.passage.notThere', { words: passage }))
}

function refuse(message: string): never {
  throw invalid(message, { passages: [message] })
}
