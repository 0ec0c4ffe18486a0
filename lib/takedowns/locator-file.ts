/**
 * A file that lists where something is: CSV, JSON or plain lines, recognised by what it holds and not by its name. Read into the lines
 * somebody could have typed, one for each record, so that a line that is not understood has the number of its record. Pure.
 */

/** The field of the form that takes it. */
export const LIST_FILE = 'list'

/** Largest file, in bytes, and most records in it. */
export const LOCATOR_FILE = { bytes: 5 * 1024 * 1024, records: 20_000 } as const
/** Longest list read from a file, in UTF-16 units: what is carried from page to page. */
export const MAX_LOCATORS_TEXT = 3_000_000

export type LocatorFile =
  | {
      ok: true
      lines: string[]
      /** The whole in one line, where it may as well be words as a list: neither JSON nor a table with columns we know. */
      words: string | null
    }
  | { ok: false; why: 'too_large' | 'not_text' | 'not_a_list' | 'too_many' | 'empty' }

export function readLocatorFile(bytes: Uint8Array): LocatorFile {
  if (bytes.length > LOCATOR_FILE.bytes) return { ok: false, why: 'too_large' }
  const text = textOf(bytes)
  if (text === null) return { ok: false, why: 'not_text' }
  const start = text.trimStart()
  if (start === '') return { ok: false, why: 'empty' }
  // Markup, PostScript, PDF and RTF are text to a decoder, and lists to nobody.
  if (/^(?:<|%!PS|%PDF|\{\\rtf)/i.test(start)) return { ok: false, why: 'not_a_list' }
  const isJson = /^[[{]/.test(start)
  const { records, named } = isJson ? { records: recordsOfJson(start), named: true } : recordsOfTable(text)
  if (records === null) return { ok: false, why: 'not_a_list' }
  if (records.length > LOCATOR_FILE.records + 1) return { ok: false, why: 'too_many' }
  const lines = records.map((record) => oneLine(record))
  if (lines.every((line) => line === '')) return { ok: false, why: 'empty' }
  return { ok: true, lines, words: named ? null : oneLine(text) }
}

/** UTF-8, or UTF-16 that says so, as spreadsheets write it; null for anything else. */
function textOf(bytes: Uint8Array): string | null {
  const [a, b] = bytes
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\u0000') ? null : text
  } catch {
    return null // not text in the encoding it would have to be in
  }
}

/** A list of addresses, or of objects with the columns below; also under one name, or one object in each line. */
function recordsOfJson(text: string): string[] | null {
  const whole = parsed(text)
  const list = Array.isArray(whole)
    ? whole
    : isObject(whole)
      ? Object.values(whole).find(Array.isArray)
      : text.split('\n').map((line) => (line.trim() === '' ? '' : parsed(line)))
  if (!Array.isArray(list)) return isObject(whole) ? [lineOf(whole)] : null
  if (list.some((entry) => entry === undefined)) return null
  return list.map((entry: unknown) =>
    isObject(entry) ? lineOf(entry) : typeof entry === 'string' ? entry : String(JSON.stringify(entry)),
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // which JSON never is
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Comma, semicolon or tab, by the first line (RFC 4180). A first line that names columns is none of the records. */
function recordsOfTable(text: string): { records: string[]; named: boolean } {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const delimiter = [',', ';', '\t'].reduce((best, mark) =>
    first.split(mark).length > first.split(best).length ? mark : best,
  )
  const rows = cellsOf(text, delimiter)
  const names = rows[0]?.map(columnOf) ?? []
  if (!names.some((name) => name !== null))
    return { records: rows.map((cells) => cells.find((cell) => cell !== '') ?? ''), named: false }
  const records = rows.map((cells, at) =>
    at === 0 ? '' : lineOf(Object.fromEntries(cells.map((cell, i) => [names[i] ?? '', cell]))),
  )
  return { records, named: true }
}

function cellsOf(text: string, delimiter: string): string[][] {
  const rows: string[][] = []
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false]
  const endCell = () => {
    row.push(cell.trim())
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (quoted) {
      if (char !== '"') cell += char
      else if (text.charAt(at + 1) === '"') cell += text.charAt(at++)
      else quoted = false
    } else if (char === '"' && cell.trim() === '') [quoted, cell] = [true, '']
    else if (char === delimiter) endCell()
    else if (char === '\n' || char === '\r') {
      if (char === '\r' && text.charAt(at + 1) === '\n') at++
      endCell()
      rows.push(row)
      row = []
    } else cell += char
  }
  if (cell !== '' || row.length > 0) {
    endCell()
    rows.push(row)
  }
  return rows
}

const COLUMNS = {
  url: /^(?:urls?|links?|address(?:es)?|web ?address|locators?|webadresse|adresse)$/,
  file: /^(?:files?|datei|shard)$/,
  row: /^(?:rows?|lines?|zeile|index)$/,
  source_id: /^(?:(?:source)?[ _-]?id|quellenkennung|key)$/,
  digest: /^(?:digest|sha-?256|hash|prüfsumme)$/,
  quote: /^(?:quote|text|passage|words|wortlaut|textstelle)$/,
  author: /^(?:author|user(?:[ _-]?name)?|account|autor(?:in|enname)?)$/,
  domain: /^(?:domain|site|host)$/,
} as const
type Column = keyof typeof COLUMNS

function columnOf(name: string): Column | null {
  const cleaned = name.trim().toLowerCase()
  return (Object.keys(COLUMNS) as Column[]).find((column) => COLUMNS[column].test(cleaned)) ?? null
}

/** One record as the line somebody would type. What has no column we know is left out. */
function lineOf(record: Record<string, unknown>): string {
  const cells: Partial<Record<Column, string>> = {}
  for (const [name, value] of Object.entries(record)) {
    const column = columnOf(name)
    if (column && (typeof value === 'string' || typeof value === 'number'))
      cells[column] ??= String(value).trim()
  }
  const { url, file, row, source_id: id, digest, quote, author, domain } = cells
  if (url) return url
  if (row) return file ? `${file}#${row}` : `row ${row}`
  if (digest) return digest
  if (id) return `id: ${id}`
  if (author) return `author: ${author}`
  if (domain) return domain
  if (quote) return `“${quote}”`
  return file ?? ''
}

/** Nothing in a record may start another line of the list. */
const oneLine = (record: string) => record.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
