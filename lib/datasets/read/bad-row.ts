/** Why a row is not an item. It is counted, listed with its place, and in no release. */
export const badRowReasons = [
  'bad_json',
  'not_object',
  'duplicate_field',
  'missing_text',
  'not_text',
  'wrong_column_count',
  'bad_quotes',
  'invalid_utf8',
  'too_large',
] as const

export type BadRowReason = (typeof badRowReasons)[number]

/** `detail` names fields and counts, never the row's content. */
export type BadRow = { reason: BadRowReason; detail: string }

/** Longest record that is read, in bytes; a longer one is quarantined without being held in memory. */
export const MAX_RECORD_BYTES = 16 * 1024 * 1024
