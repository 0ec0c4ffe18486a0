import 'server-only'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { occurrencesOf } from '@/lib/review/item-fields'
import { mergeSpans, type Span } from '@/lib/review/spans'
import { passagesField } from './answer-input'
import type { AnswerRow } from './answer-rows'

/** Where the passages stand, everywhere in the row. One that is not there would leave what was meant for everybody to read. */
export function placesIn({ digest, fields }: AnswerRow, passages: readonly string[]): Span[] {
  return mergeSpans(
    passages.flatMap((passage) => {
      const places = occurrencesOf(fields, passage)
      if (places && places.length > 0) return places
      const message = say('rights.errors.notThere', { words: passage })
      throw invalid(message, { [passagesField(digest)]: [message] })
    }),
  )
}
