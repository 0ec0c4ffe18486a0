import 'server-only'
import { open } from 'node:fs/promises'
import { invalid } from '@/lib/errors'
import type { Messages } from '@/lib/i18n/catalogues'
import { say } from '@/lib/i18n/say'
import { csvBoundary, lineBoundary, type Boundary } from './boundaries'
import { csvValues } from './csv'
import { decodeUtf8 } from './decode'
import type { Format, TextFormat } from './format'
import { parquetColumns } from './parquet'
import { openBytes } from './source'

/** Enough for a header and some rows. */
const SAMPLE_BYTES = 1024 * 1024
const SAMPLE_RECORDS = 100

/**
 * What a file is, from its content. The name only decides where the content leaves a choice: a table of one column, rows that are
 * all damaged.
 *
 * @param name as the person gave it
 * @throws AppError `invalid` that says what the file seems to be and what to do about it
 */
export async function sniff(path: string, name = path): Promise<Format> {
  const head = await firstBytes(path)
  if (head.length === 0) throw invalid(say('importing.file.empty', { name }))
  if (startsWith(head, 'PAR1')) return { kind: 'parquet', columns: await parquetColumns(path) }
  const gzip = startsWith(head, '\x1f\x8b')
  const sample = gzip ? await firstDecompressed(path) : head
  return sniffText(sample, gzip, name)
}

async function firstBytes(path: string): Promise<Buffer> {
  await using file = await open(path)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0)
  return buffer.subarray(0, bytesRead)
}

async function firstDecompressed(path: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of openBytes(path, true)) {
    pieces.push(piece)
    size += piece.length
    if (size >= SAMPLE_BYTES) break
  }
  return Buffer.concat(pieces).subarray(0, SAMPLE_BYTES)
}

function sniffText(sample: Buffer, gzip: boolean, name: string): TextFormat {
  refuseOthers(sample, name)
  const whole = sample.length < SAMPLE_BYTES
  const body = startsWith(sample, '\xef\xbb\xbf') ? sample.subarray(3) : sample
  const lines = firstRecords(body, lineBoundary(), whole)
  if (looksLikeJsonl(lines, name)) return { kind: 'jsonl', gzip }
  const first = lines.find((line) => line.trim() !== '')?.trimStart()[0]
  if (first === '{') throw invalid(say('importing.file.document', { name }))
  if (first === '[' && !hinted(name, 'csv', 'tsv'))
    throw invalid(say('importing.file.array', { name, command: "'.[]'" }))
  if (!body.includes('\n') && body.includes('\r')) throw invalid(say('importing.file.returns', { name }))
  return sniffTable(body, whole, gzip, name)
}

/** Formats people do have, so that the refusal can name them. */
const OTHERS: [magic: string, is: keyof Messages['importing']['is']][] = [
  ['\x28\xb5\x2f\xfd', 'zstandard'],
  ['BZh', 'bzip2'],
  ['\xfd7zXZ', 'xz'],
  ['PK\x03\x04', 'zip'],
  ['\x1f\x8b', 'twice'],
  ['PAR1', 'packedParquet'],
  ['ARROW1', 'arrow'],
  ['Obj\x01', 'avro'],
  ['ORC', 'orc'],
  ['SQLite format 3', 'sqlite'],
  ['%PDF', 'pdf'],
  ['\xff\xfe', 'utf16'],
  ['\xfe\xff', 'utf16'],
  ['<!doctype html', 'page'],
  ['<!DOCTYPE html', 'page'],
  ['<html', 'page'],
  ['<?xml', 'xml'],
]

function refuseOthers(sample: Buffer, name: string): void {
  const other = OTHERS.find(([magic]) => startsWith(sample, magic))
  if (other) throw invalid(say(`importing.is.${other[1]}`, { name }))
  const start = sample.subarray(0, 4096)
  const control = start.filter(
    (byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d,
  ).length
  if (control * 10 > start.length) throw unknown(name)
}

const unknown = (name: string) => invalid(say('importing.file.unknown', { name }))

function looksLikeJsonl(lines: readonly string[], name: string): boolean {
  const candidates = lines.filter((line) => line.trim() !== '')
  if (candidates.filter(isJsonObject).length * 2 > candidates.length) return true
  // Rows that are mostly damaged, or one that is longer than the sample: the name speaks.
  return hinted(name, 'jsonl', 'ndjson') || (candidates.length === 1 && /^\s*\{"/.test(candidates[0] ?? ''))
}

function isJsonObject(line: string): boolean {
  if (!/^\s*\{/.test(line)) return false
  try {
    return Object.keys(JSON.parse(line)).length > 0
  } catch {
    return false
  }
}

/** The delimiter under which most rows have as many columns as the header. */
function sniffTable(body: Buffer, whole: boolean, gzip: boolean, name: string): TextFormat {
  const order = hinted(name, 'tsv', 'tab') ? ['\t', ',', ';', '|'] : [',', '\t', ';', '|']
  const tables = order.map((delimiter) => tableUnder(delimiter, body, whole))
  const wide = tables.filter(({ columns }) => columns.length > 1)
  const best = wide.sort((a, b) => b.agreement - a.agreement)[0]
  const named = hinted(name, 'csv', 'tsv', 'tab')
  const table = best && (named || best.agreement >= 0.9) ? best : named ? tables[0] : undefined
  if (!table || table.columns.every((column) => column.trim() === '')) throw unknown(name)
  const { delimiter, columns } = table
  return { kind: delimiter === '\t' ? 'tsv' : 'csv', gzip, delimiter, columns }
}

function tableUnder(delimiter: string, body: Buffer, whole: boolean) {
  const records = firstRecords(body, csvBoundary(delimiter), whole).filter((record) => record !== '')
  const [columns = [], ...rows] = records.map((record) => csvValues(record, delimiter) ?? [])
  const agreeing = rows.filter((row) => row.length === columns.length).length
  return { delimiter, columns, agreement: rows.length === 0 ? 1 : agreeing / rows.length }
}

/** Text of the first records of a sample, '' where it is not UTF-8; the last one only if it is whole. */
function firstRecords(body: Buffer, boundary: Boundary, whole: boolean): string[] {
  const records: string[] = []
  let start = 0
  while (records.length < SAMPLE_RECORDS && start < body.length) {
    const next = boundary.next(body, start)
    if (next < 0 && !whole && records.length > 0) break
    const record = body.subarray(start, next < 0 ? body.length : next)
    records.push((decodeUtf8(record) ?? '').replace(/\r?\n$/, ''))
    if (next < 0) break
    start = next
  }
  return records
}

const startsWith = (bytes: Buffer, magic: string) =>
  bytes.subarray(0, magic.length).equals(Buffer.from(magic, 'latin1'))

const hinted = (name: string, ...endings: string[]) =>
  endings.some((ending) => name.toLowerCase().replace(/\.gz$/, '').endsWith(`.${ending}`))
