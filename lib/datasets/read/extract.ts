/// <reference lib="es2024.string" />
import 'server-only'
import type { BadRow } from './bad-row'
import { csvValues } from './csv'
import { decodeUtf8 } from './decode'
import { contentFields, SOURCE_URL_NAMES, type FieldPlan } from './fields'
import type { TextFormat } from './format'
import { jsonMember, jsonMembers } from './json-members'

/** What is read of a good row: content values in digest order ('' for missing), and what it says of itself. */
export type Row = About & { values: string[] }

/** Where a row says that it comes from, who wrote it and in which language. */
export type About = { id: string | null; url: string | null; author: string | null; language: string | null }

export type Extract = (record: Buffer) => Row | BadRow

export const isBad = (row: Row | BadRow): row is BadRow => 'reason' in row

/** Makes the reader of one file's records. A record is its bytes without line end. */
export function extractor(format: TextFormat, plan: FieldPlan): Extract {
  const read = format.kind === 'jsonl' ? jsonReader(plan) : csvReader(format.columns, format.delimiter, plan)
  return (record) => {
    const text = decodeUtf8(record)
    return text === null ? bad('invalid_utf8') : read(text)
  }
}

/** Checks what every format must: some content, and an address that fits an index. */
export function finishRow(values: string[], { id, url, author, language }: About): Row | BadRow {
  if (values.every((value) => value === '')) return bad('missing_text')
  return { values, id: indexed(id), url: indexed(url), author: indexed(author), language }
}

export const bad = (reason: BadRow['reason'], detail = ''): BadRow => ({ reason, detail })

function csvReader(
  columns: readonly string[],
  delimiter: string,
  plan: FieldPlan,
): (text: string) => Row | BadRow {
  const content = contentFields(plan).map((name) => columns.indexOf(name))
  const id = plan.id === null ? -1 : columns.indexOf(plan.id)
  const url = columns.indexOf(plan.url[0] ?? SOURCE_URL_NAMES.find((name) => columns.includes(name)) ?? '')
  const author = plan.author ? columns.indexOf(plan.author) : -1
  const language = plan.language ? columns.indexOf(plan.language) : -1
  return (text) => {
    const cells = csvValues(text, delimiter)
    if (!cells) return bad('bad_quotes')
    if (cells.length !== columns.length)
      return bad('wrong_column_count', `${cells.length} of ${columns.length}`)
    const values = content.map((column) => cells[column] ?? '')
    return finishRow(values, {
      id: cells[id] ?? null,
      url: cells[url] ?? null,
      author: cells[author] ?? null,
      language: cells[language] ?? null,
    })
  }
}

function jsonReader(plan: FieldPlan): (text: string) => Row | BadRow {
  const content = contentFields(plan).map(fieldPath)
  const id = plan.id === null ? null : fieldPath(plan.id)
  const author = plan.author ? fieldPath(plan.author) : null
  const language = plan.language ? fieldPath(plan.language) : null
  const urls = (plan.url.length > 0 ? plan.url.slice(0, 1) : SOURCE_URL_NAMES).map(fieldPath)
  const watched = [
    ...new Set([...content, ...(id ? [id] : [])].flatMap(({ name, path }) => [name, path[0] ?? name])),
  ]
  return (text) => {
    let object: unknown
    try {
      object = JSON.parse(text)
    } catch {
      return bad('bad_json')
    }
    if (!isObject(object)) return bad('not_object')
    const twice = duplicateName(text, watched)
    if (twice !== undefined) return bad('duplicate_field', twice)
    const values: string[] = []
    for (const field of content) {
      const value = textOf(lookUp(object, field), field, text)
      if (value === null) return bad('not_text', field.name)
      values.push(value)
    }
    const scalar = (field: FieldPath | null) => field && textOf(lookUp(object, field), field, text)
    return finishRow(values, {
      id: scalar(id),
      url: firstAddress(object, urls),
      author: scalar(author),
      language: scalar(language),
    })
  }
}

type FieldPath = { name: string; path: readonly string[] }
type JsonObject = Readonly<Record<string, unknown>>

const fieldPath = (name: string): FieldPath => ({ name, path: name.split('.') })

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Own members only: a row without the field `constructor` has none. */
function lookUp(object: JsonObject, { name, path }: FieldPath): unknown {
  if (Object.hasOwn(object, name)) return object[name]
  if (path.length === 1) return undefined
  let value: unknown = object
  for (const step of path) {
    if (!isObject(value) || !Object.hasOwn(value, step)) return undefined
    value = value[step]
  }
  return value
}

/** A scalar as the digest's definition writes it, or null for what has no text. */
function textOf(value: unknown, field: FieldPath, text: string): string | null {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return String(value)
  if (typeof value !== 'number' || !Number.isFinite(value)) return null
  return Number.isInteger(value) && !Number.isSafeInteger(value)
    ? wideInteger(value, field, text)
    : String(value)
}

/** `JSON.parse` rounds integers beyond 2^53, and ids of that size are common: their digits come from the text. */
function wideInteger(value: number, { name, path }: FieldPath, text: string): string {
  const member = jsonMember(text, [name]) ?? jsonMember(text, path)
  const literal = member ? text.slice(member.start, member.end) : ''
  return /^-?\d+$/.test(literal) ? literal : String(value)
}

/**
 * Readers disagree on `{"text":"a","text":"b"}` (RFC 8259 §4), so a reviewer might see another text than the reader of a release.
 * The members are only walked when the name stands in the text twice, or could be hidden behind an escape.
 */
function duplicateName(text: string, names: readonly string[]): string | undefined {
  const suspects = text.includes('\\u00')
    ? names
    : names.filter((name) => standsTwice(text, JSON.stringify(name)))
  if (suspects.length === 0) return undefined
  const members = jsonMembers(text).map(({ name }) => name)
  return suspects.find((name) => members.indexOf(name) !== members.lastIndexOf(name))
}

function standsTwice(text: string, quoted: string): boolean {
  const first = text.indexOf(quoted)
  return first >= 0 && text.indexOf(quoted, first + quoted.length) >= 0
}

function firstAddress(object: JsonObject, fields: readonly FieldPath[]): string | null {
  for (const field of fields) {
    const value = lookUp(object, field)
    if (typeof value === 'string' && value !== '') return value
  }
  return null
}

/** Longer ones identify nothing and would not fit an index. */
const MAX_INDEXED = 2048

/** Postgres and Parquet text hold neither NUL nor half a surrogate pair. */
function indexed(value: string | null): string | null {
  if (value === null || value === '' || value.length > MAX_INDEXED) return null
  return value.toWellFormed().replaceAll('\0', '\ufffd')
}
