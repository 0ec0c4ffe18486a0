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
