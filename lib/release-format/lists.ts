import { csvList } from './csv-list'
import { ACTIONS, type Outcome } from './fold'
import { comparePlaces, compareText, type Place } from './order'
import { isSha256, rowNumber } from './value'

/**
 * A row the release keeps. A redacted one has neither id nor digest: its digest could be tried out against guesses of what was
 * masked, and its id may be what was masked. An untouched row has the digest, and the id where the base has one.
 */
export type KeptRow = Place & { readonly id: string; readonly digest: string }
export type ExcludedRow = Place & { readonly action: 'remove' | 'restrict' }
export type LabelledRow = Place & { readonly label: string }
export type ReasonRow = Place & { readonly action: Outcome['action']; readonly reason: string }

const UNNAMED = 'the file is not named'
const NO_ROW = 'the row is not a number'

export const manifest = csvList<KeptRow>({
  path: 'data/manifest.csv',
  columns: ['file', 'row', 'id', 'digest'],
  values: ({ file, row, id, digest }) => [file, String(row), id, digest],
  row([file = '', row = '', id = '', digest = '']) {
    const number = rowNumber(row)
    if (file === '') return UNNAMED
    if (number === undefined) return NO_ROW
    if (digest === '' && id !== '') return 'an id without a digest'
    if (digest !== '' && !isSha256(digest)) return 'the digest is not SHA-256 in lower-case hex'
    return { file, row: number, id, digest }
  },
  compare: comparePlaces,
  quick: nextKept,
})

export const exclusions = csvList<ExcludedRow>({
  path: 'data/exclusions.csv',
  columns: ['file', 'row', 'action'],
  values: ({ file, row, action }) => [file, String(row), action],
  row([file = '', row = '', action = '']) {
    const place = placeOf(file, row)
    if (typeof place === 'string') return place
    return action === 'remove' || action === 'restrict'
      ? { ...place, action }
      : 'the action is neither remove nor restrict'
  },
  compare: comparePlaces,
})

export const labels = csvList<LabelledRow>({
  path: 'data/labels.csv',
  columns: ['file', 'row', 'label'],
  values: ({ file, row, label }) => [file, String(row), label],
  row([file = '', row = '', label = '']) {
    const place = placeOf(file, row)
    return typeof place === 'string' ? place : { ...place, label }
  },
  compare: (a, b) => comparePlaces(a, b) || compareText(a.label, b.label),
})

export const reasons = csvList<ReasonRow>({
  path: 'data/reasons.csv',
  columns: ['file', 'row', 'action', 'reason'],
  values: ({ file, row, action, reason }) => [file, String(row), action, reason],
  row([file = '', row = '', name = '', reason = '']) {
    const place = placeOf(file, row)
    if (typeof place === 'string') return place
    const action = ACTIONS.find((known) => known === name)
    return action === undefined || action === 'keep' ? 'not an action' : { ...place, action, reason }
  },
  compare: comparePlaces,
})

function placeOf(file: string, text: string): Place | string {
  const row = rowNumber(text)
  if (file === '') return UNNAMED
  return row === undefined ? NO_ROW : { file, row }
}

const COMMA = 0x2c
const QUOTE = 0x22
const CR = 0x0d
const HEX_DIGITS = 64
/** Numbers of so many digits are exact. */
const SAFE_DIGITS = 15

/**
 * The next row of the file of the last one, spelt without quotes: all but a few records of a manifest, of which there may be millions.
 * Reading it in one go takes a fifth of the time of cutting it up and checking each part.
 */
function nextKept(record: string, last: KeptRow): KeptRow | undefined {
  const { file } = last
  if (!record.startsWith(file) || record.charCodeAt(file.length) !== COMMA || !isBare(file)) return undefined
  const begin = file.length + 1
  let at = begin
  let row = 0
  for (let digit = 0; (digit = record.charCodeAt(at) - 0x30) >= 0 && digit <= 9; at++) row = row * 10 + digit
  if (record.charCodeAt(at) !== COMMA || record.charCodeAt(begin) === 0x30) return undefined
  if (at === begin || at - begin > SAFE_DIGITS || row <= last.row) return undefined
  if (record.length === at + 2 && record.charCodeAt(at + 1) === COMMA)
    return { file, row, id: '', digest: '' }
  const comma = record.length - HEX_DIGITS - 1
  if (comma <= at || record.charCodeAt(comma) !== COMMA) return undefined
  for (let i = at + 1; i < comma; i++) {
    const unit = record.charCodeAt(i)
    if (unit === COMMA || unit === QUOTE || unit === CR) return undefined
  }
  for (let i = comma + 1; i < record.length; i++) {
    const unit = record.charCodeAt(i)
    if (!((unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x66))) return undefined
  }
  return { file, row, id: record.slice(at + 1, comma), digest: record.slice(comma + 1) }
}

let bareFile = ''

/** Whether a name stands in a list without quotes; asked of one name many times over. */
function isBare(file: string): boolean {
  if (file === bareFile) return true
  if (/[",\r\n]/.test(file)) return false
  bareFile = file
  return true
}
