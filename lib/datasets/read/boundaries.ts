const LF = 0x0a
const QUOTE = 0x22

/** Finds where records end, byte-wise and across chunks. `next` may be fed a record in as many pieces as it comes in. */
export interface Boundary {
  /** Line ends inside the current record, its terminator included once it is found. */
  lines: number
  /**
   * @param from first byte not seen yet
   * @returns the index after the record's line feed, or -1 if it ends beyond `chunk`
   */
  next(chunk: Buffer, from: number): number
}

export function lineBoundary(): Boundary {
  return {
    lines: 0,
    next(chunk, from) {
      const end = chunk.indexOf(LF, from)
      this.lines = end < 0 ? 0 : 1
      return end + 1 || -1
    },
  }
}

/**
 * RFC 4180: a line feed inside quotes belongs to the field. A quote opens a field only at its start; elsewhere it is text,
 * so that `6" pipe` does not swallow the rest of the file.
 */
export function csvBoundary(delimiter: string): Boundary {
  return new CsvBoundary(delimiter.charCodeAt(0))
}

const UNQUOTED = 0
const QUOTED = 1
/** In a quoted field, just after a quote: an escaped quote or the end of the field. */
const QUOTE_SEEN = 2

class CsvBoundary implements Boundary {
  lines = 0
  private state = UNQUOTED
  private fresh = true
  /** Last byte of the piece before, for a quote that opens the next piece. */
  private last = LF
  private readonly feeds = new Finder(LF)
  private readonly quotes = new Finder(QUOTE)

  constructor(private readonly delimiter: number) {}

  next(chunk: Buffer, from: number): number {
    if (this.fresh) this.lines = 0
    this.fresh = false
    let at = from
    while (at < chunk.length) {
      const quote = this.quotes.after(chunk, at)
      const feed = this.feeds.after(chunk, at)
      if (this.state === UNQUOTED) {
        if (feed < quote) return this.finish(feed)
        if (quote === Infinity) break
        const before = quote > from ? chunk[quote - 1] : this.last
        if (before === this.delimiter || before === LF) this.state = QUOTED
        at = quote + 1
      } else if (this.state === QUOTE_SEEN) {
        this.state = quote === at ? QUOTED : UNQUOTED
        if (this.state === QUOTED) at++
      } else if (feed < quote) {
        this.lines++
        at = feed + 1
      } else {
        if (quote === Infinity) break
        this.state = QUOTE_SEEN
        at = quote + 1
      }
    }
    this.last = chunk[chunk.length - 1] ?? LF
    return -1
  }

  private finish(feed: number): number {
    this.lines++
    this.last = LF
    this.fresh = true
    return feed + 1
  }
}

/** `indexOf` that remembers its answer: without that, a 16 MB field of quotes and no line feed costs its length squared. */
class Finder {
  private chunk: Buffer | null = null
  private found = -1
  private from = 0

  constructor(private readonly byte: number) {}

  /** Index of the next such byte at or after `from`, or Infinity. */
  after(chunk: Buffer, from: number): number {
    if (this.chunk !== chunk || from < this.from || this.found < from) {
      const index = chunk.indexOf(this.byte, from)
      this.chunk = chunk
      this.found = index < 0 ? Infinity : index
    }
    this.from = from
    return this.found
  }
}
