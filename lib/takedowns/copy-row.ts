import type { AnswerRow } from './answer-rows'

/** A row as somebody gets it whom it is about. */
export type CopyRow = {
  file: string | null
  row: number | null
  id: string | null
  address: string | null
  /** In how many rows of the revision this text stands. */
  rows: number
  fields: AnswerRow['fields']
  /** How many passages are left out because they are about others. */
  left_out: number
  /** What programs and people said of it. */
  marked: { category: string; kind: string; by: string }[]
  decided: { category: string; action: string; on: string }[]
  /** What the newest releases do with it. */
  releases: { release: string; row: 'as_it_is' | 'masked' | 'left_out' }[]
}
