/** A field of a CSV or TSV record: its value and its UTF-16 range in the record's text, quotes included. */
export type CsvField = { value: string; start: number; end: number }

/**
 * Fields of one record (RFC 4180, any one-character delimiter), without its line end.
 *
 * @returns null if a quoted field is not closed, or is followed by anything but a delimiter
 */
export function csvFields(record: string, delimiter: string): CsvField[] | null {
  const fields: CsvField[] = []
  let start = 0
  for (;;) {
    const field = record[start] === '"' ? quotedField(record, start) : plainField(record, start, delimiter)
    if (!field) return null
    fields.push(field)
    if (field.end === record.length) return fields
    if (record[field.end] !== delimiter) return null
    start = field.end + 1
  }
}

/** The values alone: three times as fast where no field is quoted. */
export function csvValues(record: string, delimiter: string): string[] | null {
  if (!record.includes('"')) return record.split(delimiter)
  return csvFields(record, delimiter)?.map(({ value }) => value) ?? null
}

function plainField(record: string, start: number, delimiter: string): CsvField {
  const found = record.indexOf(delimiter, start)
  const end = found < 0 ? record.length : found
  return { value: record.slice(start, end), start, end }
}

function quotedField(record: string, start: number): CsvField | null {
  let escaped = false
  for (let at = start + 1; ; at += 2) {
    at = record.indexOf('"', at)
    if (at < 0) return null
    if (record[at + 1] !== '"') {
      const inner = record.slice(start + 1, at)
      return { value: escaped ? inner.replaceAll('""', '"') : inner, start, end: at + 1 }
    }
    escaped = true
  }
}
