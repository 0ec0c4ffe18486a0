import { FormatError } from './format-error'

/** Reads a list as its text comes in: `push` returns the rows completed by it, `end` refuses a rest. */
export interface ListReader<T> {
  push(text: string): T[]
  end(): T[]
}

/** A file of rows in canonical order: text for a row, and rows from text that could not be written in any other way. */
export interface List<T> {
  readonly path: string
  /** What the file begins with: the header line of a table, else nothing. */
  readonly head: string
  line(row: T): string
  reader(): ListReader<T>
}

/** Longest record of a list: an id or a field name of this length is no honest one. */
const MAX_RECORD = 1024 * 1024

/** Cuts text at the line feeds that end a record and keeps count of lines for messages. Linear, whatever the text. */
export class RecordCutter {
  /** Physical line of the record that `cut` yielded last. */
  line = 0
  private nextLine = 1
  private rest = ''
  /** What of `rest` was looked at: line feeds inside quotes, and whether a quote is open at its end. */
  private lines = 1
  private quoted = false

  constructor(
    private readonly path: string,
    /** Whether a line feed between quotes belongs to the record. */
    private readonly quotes: boolean,
  ) {}

  *cut(text: string): Generator<string> {
    const buffer = this.rest + text
    let start = 0
    let from = this.rest.length
    let quote = this.quotes ? indexOrEnd(buffer, '"', from) : buffer.length
    for (;;) {
      const feed = buffer.indexOf('\n', from)
      for (; quote < (feed < 0 ? buffer.length : feed); quote = indexOrEnd(buffer, '"', quote + 1))
        this.quoted = !this.quoted
      if (feed < 0) break
      from = feed + 1
      if (this.quoted) {
        this.lines += 1
        continue
      }
      this.line = this.nextLine
      this.nextLine += this.lines
      this.lines = 1
      yield buffer.slice(start, feed)
      start = from
    }
    this.rest = buffer.slice(start)
    if (this.rest.length > MAX_RECORD)
      throw new FormatError(this.path, this.nextLine, 'a record is over 1 MiB long')
  }

  end(): void {
    if (this.rest !== '') throw new FormatError(this.path, this.nextLine, 'the last line is cut off')
  }
}

function indexOrEnd(text: string, wanted: string, from: number): number {
  const found = text.indexOf(wanted, from)
  return found < 0 ? text.length : found
}
