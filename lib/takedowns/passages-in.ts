import 'server-only'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { occurrencesOf } from '@/lib/review/item-fields'
import { mergeSpans, type Span } from '@/lib/review/spans'
import { passagesField } from './answer-input'
import type { AnswerRow } from './answer-rows'

/** Stands for the address and the number of a row: no passage is empty, so no text has this one. */
const THERE: Span = { field: '', start: 0, end: 0 }
export const isThere = ({ start, end }: Span): boolean => start === end

/**
 * Where the passages stand, everywhere in the row, and its `whereabouts` if they go as well. A passage that is not there would leave what was
 * meant for everybody to read.
 */
export function placesIn(
  { digest, fields }: AnswerRow,
  passages: readonly string[],
  whereabouts = false,
): Span[] {
  const places = mergeSpans(
    passages.flatMap((passage) => {
      const places = occurrencesOf(fields, passage)
      if (places && places.length > 0) return places
      const message = say('rights.errors.notThere', { words: passage })
      throw invalid(message, { [passagesField(digest)]: [message] })
    }),
  )
  return whereabouts ? [...places, THERE] : places
}
