import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import type { Visitor } from '@/lib/auth/actor'
import { invalid } from '@/lib/errors'
import type { Limit } from '@/lib/http/rate-limit'
import { asks, say } from '@/lib/i18n/say'
import { elementsIn, ELEMENTS } from '@/lib/notices/elements'
import { letterOf, MAX_LETTER } from '@/lib/notices/letter'
import type { ElementId, NoticeType } from '@/lib/notices/notice'
import { parseNotice } from '@/lib/notices/parse-notice'
import { type Filled, FORM_OF, toForm } from '@/lib/notices/to-form'

/** Letters read in an hour for one network: reading one takes up to a second. */
export const LETTER_LIMIT: Limit = { name: 'takedown/letter', max: 60, windowSeconds: 3600 }

const TYPES = Object.keys(ELEMENTS) as NoticeType[]

/** A letter pasted or as a file, and what it is where somebody knows better than the reader. */
export const letterInput = z.object({
  letter: z.string().max(MAX_LETTER, asks('notices.refused.too_long')).optional().default(''),
  file: z.instanceof(File).optional(),
  type: z.enum(['read', ...TYPES]).catch('read'),
  dataset: z.string().max(64).optional().default(''),
})

export type ReadElement = {
  id: ElementId
  law: string | null
  state: 'present' | 'missing' | 'blacked_out'
  words: string
}

/** What a letter was understood as. `words` of an element are those of the letter. */
export type LetterReading = {
  type: NoticeType
  sure: boolean
  elements: ReadElement[]
  /** How many things it is about, and how far it says it reaches. */
  places: number
  reaches: ('whole' | 'forks' | 'representative' | 'partial')[]
  /** None for a letter that nobody would send here. */
  filled: Filled | null
  /** The letter, to be read again as something else; empty when it is long. */
  letter: string
}

const LONGEST_AGAIN = 100_000

/** Reads a letter for whoever has it. Nothing is looked up and nothing kept. */
export async function readLetter(
  _tx: Tx,
  _visitor: Visitor,
  input: z.output<typeof letterInput>,
): Promise<LetterReading> {
  const notice = parseNotice(await textOf(input))
  const type = input.type === 'read' ? notice.type.value : input.type
  const kind = FORM_OF[type]
  const reaches = (['whole', 'forks', 'representative', 'partial'] as const).filter(
    (way) => (notice.scope[way]?.sure ?? 0) > 0.5,
  )
  const filled = kind ? toForm(notice, kind) : null
  if (filled) filled.values.dataset = input.dataset
  return {
    type,
    sure: input.type !== 'read' || notice.type.sure > 0.75,
    elements: elementsIn(notice, type).map(({ id, law, state, span }) => ({
      ...{ id, law, state },
      words: span ? excerpt(notice.text.slice(span.start, span.end)) : '',
    })),
    places: notice.places.length,
    reaches,
    filled,
    letter: notice.text.length > LONGEST_AGAIN ? '' : notice.text,
  }
}

async function textOf({ letter, file }: z.output<typeof letterInput>): Promise<string> {
  const given = file && file.size > 0 ? file : null
  const field = given ? 'file' : 'letter'
  if (given && given.size > MAX_LETTER) throw refused(field, 'too_long')
  const bytes = given ? new Uint8Array(await given.arrayBuffer()) : new TextEncoder().encode(letter)
  const read = await letterOf(bytes)
  if ('refused' in read) throw refused(field, read.refused)
  return read.text
}

function refused(field: string, why: 'too_long' | 'not_text' | 'no_text') {
  const said = say(`notices.refused.${why}`)
  return invalid(said, { [field]: [said] })
}

const excerpt = (words: string) => {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > 140 ? `${line.slice(0, 139)}…` : line
}
