import 'server-only'
import { csvFields } from '@/lib/datasets/read/csv'
import { decodeUtf8 } from '@/lib/datasets/read/decode'
import { extractor, isBad } from '@/lib/datasets/read/extract'
import type { TextFormat } from '@/lib/datasets/read/format'
import { jsonMember } from '@/lib/datasets/read/json-members'
import type { Mask } from '@/lib/release-format/redact-again'
import { redactText } from '@/lib/release-format/spans'

/** A record with its redactions applied: only the values they name are written anew, every other byte stays. */
export type RedactRecord = (record: Buffer, redactions: readonly Mask[]) => Buffer

/**
 * Makes the function for one file.
 *
 * @throws RangeError from the function when a redaction does not fit the record: it was made for another
 */
export function redactor(format: TextFormat): RedactRecord {
  const cellOf = format.kind === 'jsonl' ? jsonCell : csvCell(format)
  const readers = new Map<string, ReturnType<typeof extractor>>()
  const reader = (field: string) => {
    const known =
      readers.get(field) ?? extractor(format, { text: [field], url: [], mediaHash: null, id: null })
    readers.set(field, known)
    return known
  }
  return (record, redactions) => {
    let bytes = record
    for (const field of new Set(redactions.map(({ field }) => field))) {
      const row = reader(field)(bytes)
      const [value] = isBad(row) ? [] : row.values
      if (value === undefined) throw new RangeError(`the field "${field}" cannot be read`)
      bytes = cellOf(
        bytes,
        field,
        redactText(
          value,
          redactions.filter((redaction) => redaction.field === field),
        ),
      )
    }
    return bytes
  }
}

/** A number that was redacted becomes a string, as nothing else can hold what is left of it. */
function jsonCell(record: Buffer, field: string, value: string): Buffer {
  const text = decodeUtf8(record) ?? ''
  const member = jsonMember(text, [field]) ?? jsonMember(text, field.split('.'))
  if (!member) throw new RangeError(`there is no field "${field}"`)
  return Buffer.from(text.slice(0, member.start) + JSON.stringify(value) + text.slice(member.end))
}

function csvCell({ columns, delimiter }: Extract<TextFormat, { columns: string[] }>) {
  return (record: Buffer, field: string, value: string): Buffer => {
    const text = decodeUtf8(record) ?? ''
    const cell = csvFields(text, delimiter)?.[columns.indexOf(field)]
    if (!cell) throw new RangeError(`there is no column "${field}"`)
    const quoted = text[cell.start] === '"' || /["\r\n]/.test(value) || value.includes(delimiter)
    const written = quoted ? `"${value.replaceAll('"', '""')}"` : value
    return Buffer.from(text.slice(0, cell.start) + written + text.slice(cell.end))
  }
}
