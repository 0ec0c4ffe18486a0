import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'

/**
 * Which fields of a row mean what. A name is a column, or a member of the row's object; where there is none of that name,
 * dots lead into nested objects (`meta.url`). `text`, `url` and `mediaHash`, in this order, are the content and make the digest.
 */
export type FieldPlan = {
  text: string[]
  url: string[]
  mediaHash: string | null
  id: string | null
  /** Who wrote a row, as its source says: for the index alone. */
  author?: string | null
  /** The language of a row, as its source says. */
  language?: string | null
}

/** The fields that make an item what it is, in digest order. */
export function contentFields({ text, url, mediaHash }: FieldPlan): string[] {
  return [...text, ...url, ...(mediaHash === null ? [] : [mediaHash])]
}

/** What the caller asked for; anything left out is chosen from the columns. */
export type FieldWishes = {
  text?: string[]
  url?: string[]
  mediaHash?: string
  id?: string
  /** Never chosen from the columns: names of people are kept only where the dataset declares it. */
  author?: string
  language?: string
}

/**
 * Completes the wishes from the columns of a file. URL fields are content only when asked for, or when there is no text:
 * the same page under two addresses is one item.
 *
 * @throws AppError `invalid`, naming the columns, if a wished field is not among them or no content field can be told
 */
export function chooseFields(columns: readonly string[], wishes: FieldWishes = {}): FieldPlan {
  const text = wishes.text ?? firstOf(TEXT_NAMES, columns)
  const url = wishes.url ?? (text.length > 0 ? [] : firstOf(URL_NAMES, columns))
  const plan = {
    text,
    url,
    mediaHash: wishes.mediaHash ?? null,
    id: wishes.id ?? firstOf(ID_NAMES, columns)[0] ?? null,
    author: wishes.author ?? null,
    language: wishes.language ?? null,
  }
  if (contentFields(plan).length === 0)
    throw invalid(say('importing.fields.noText', { columns: columns.join(', ') }))
  requireFields(
    columns,
    [...contentFields(plan), plan.id, plan.author, plan.language].filter((name) => name !== null),
  )
  return plan
}

/**
 * Refuses a file that lacks a field: with the wrong column every row would be quarantined.
 *
 * @param file named in the refusal
 */
export function requireFields(columns: readonly string[], wanted: readonly string[], file?: string): void {
  const refuse = (what: string) =>
    invalid(file === undefined ? what : say('importing.inFile', { file, what }))
  const missing = wanted.filter(
    (name) => !columns.includes(name) && !columns.includes(name.split('.')[0] ?? name),
  )
  if (missing.length > 0) {
    const names = missing.map((name) => `"${name}"`).join(', ')
    throw refuse(say('importing.fields.none', { names, columns: columns.join(', ') }))
  }
  const twice = wanted.find((name) => columns.indexOf(name) !== columns.lastIndexOf(name))
  if (twice !== undefined) throw refuse(say('importing.fields.twice', { name: twice }))
}

/** Where a row says it comes from, when the URL is not content: the first of these that holds a web address. */
export const SOURCE_URL_NAMES = ['url', 'source_url', 'URL', 'link', 'meta.url', 'metadata.url'] as const

const TEXT_NAMES = [
  'text',
  'content',
  'full_text',
  'tweet',
  'comment',
  'comment_text',
  'comments',
  'body',
  'message',
  'sentence',
  'caption',
  'document',
  'raw_content',
]
const URL_NAMES = ['url', 'image_url', 'source_url', 'link']
const ID_NAMES = [
  'id',
  '_id',
  'doc_id',
  'document_id',
  'rewire_id',
  'comment_id',
  'tweet_id',
  'uid',
  'uuid',
  'key',
]

/** The first name that a column has, whatever its case (`TEXT` in LAION, `Text` in spreadsheets). */
function firstOf(names: readonly string[], columns: readonly string[]): string[] {
  for (const name of names) {
    const column = columns.find((candidate) => candidate.toLowerCase() === name)
    if (column !== undefined) return [column]
  }
  return []
}
