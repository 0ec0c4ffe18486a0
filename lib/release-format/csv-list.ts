import { FormatError } from './format-error'
import { type List, type ListReader, RecordCutter } from './list'

export type CsvShape<T> = {
  path: string
  columns: readonly string[]
  values(row: T): readonly string[]
  /** The row of a record's values, or what is wrong with them. */
  row(values: readonly string[]): T | string
  /** Negative when the first comes before the second; two rows of a list are never equal. */
  compare(a: T, b: T): number
  /** The row of a record that plainly is one and plainly follows the last; undefined leaves it to the checks above. For long lists. */
  quick?(record: string, last: T): T | undefined
}

/** A list as CSV (RFC 4180 with LF): header, quotes only where a value needs them, a line feed after every record. */
export function csvList<T>(shape: CsvShape<T>): List<T> {
  return {
    path: shape.path,
    head: csvLine(shape.columns),
    line: (row) => csvLine(shape.values(row)),
    reader: () => new CsvReader(shape),
  }
}

/** A record: fields separated by commas, quoted only if they hold a comma, a quote or a line end. */
export function csvLine(values: readonly string[]): string {
  return `${values.map(quoteWhereNeeded).join(',')}\n`
}

const quoteWhereNeeded = (value: string) =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value

class CsvReader<T> implements ListReader<T> {
  private readonly cutter: RecordCutter
  private headerDue = true
  private last: T | undefined

  constructor(private readonly shape: CsvShape<T>) {
    this.cutter = new RecordCutter(shape.path, true)
  }

  push(text: string): T[] {
    const rows: T[] = []
    for (const record of this.cutter.cut(text)) {
      if (this.headerDue) this.readHeader(record)
      else rows.push(this.readRow(record))
    }
    return rows
  }

  end(): T[] {
    this.cutter.end()
    if (this.headerDue) throw new FormatError(this.shape.path, 1, 'the header is missing')
    return []
  }

  private readHeader(record: string): void {
    if (`${record}\n` !== csvLine(this.shape.columns))
      throw this.refuse(`the header is not ${this.shape.columns.join(',')}`)
    this.headerDue = false
  }

  private readRow(record: string): T {
    const quick = this.last && this.shape.quick?.(record, this.last)
    if (quick) return (this.last = quick)
    const values = fieldsOf(record)
    if (values.length !== this.shape.columns.length)
      throw this.refuse(`${values.length} fields where ${this.shape.columns.length} belong`)
    const row = this.shape.row(values)
    if (typeof row === 'string') throw this.refuse(row)
    // Without quotes and carriage returns there is one spelling only, so the common record is not written again to compare.
    if (/["\r]/.test(record) && this.canonical(row) !== `${record}\n`)
      throw this.refuse('not in canonical form')
    if (this.last !== undefined && this.shape.compare(this.last, row) >= 0)
      throw this.refuse('out of order, or listed twice')
    this.last = row
    return row
  }

  private canonical(row: T): string {
    return csvLine(this.shape.values(row))
  }

  private refuse(problem: string): FormatError {
    return new FormatError(this.shape.path, this.cutter.line, problem)
  }
}

/** Fields of a record. Anything irregular comes out as some values or other, which then do not give the same record again. */
function fieldsOf(record: string): string[] {
  if (!record.includes('"')) return record.split(',')
  const fields: string[] = []
  let at = 0
  while (at <= record.length) {
    const end = record[at] === '"' ? closingQuote(record, at) + 1 : commaAfter(record, at)
    const field = record.slice(at, end)
    fields.push(record[at] === '"' ? field.slice(1, -1).replaceAll('""', '"') : field)
    at = end + 1
  }
  return fields
}

function commaAfter(record: string, from: number): number {
  const comma = record.indexOf(',', from)
  return comma < 0 ? record.length : comma
}

/** Of the quoted field that begins at `start`; the end of the record if there is none. */
function closingQuote(record: string, start: number): number {
  for (let at = start + 1; ; at += 2) {
    at = record.indexOf('"', at)
    if (at < 0) return record.length
    if (record[at + 1] !== '"') return at
  }
}
