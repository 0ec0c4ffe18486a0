import { canonicalJson } from '@/lib/tlog/canonical-json'
import { FormatError } from './format-error'
import { type List, type ListReader, RecordCutter } from './list'
import { comparePlaces, type Place } from './order'
import { compareSpans, type Span } from './spans'
import { isCount, isText, membersOf } from './value'

/** One stretch of a field's value and what takes its place. */
export type Redaction = Place & Span & { readonly replacement: string }

/** Canonical JSON, one redaction a line, by place, field and start; those of one field neither overlap nor touch. */
export const redactions: List<Redaction> = {
  path: 'data/redactions.jsonl',
  head: '',
  line: ({ file, row, field, start, end, replacement }) =>
    `${canonicalJson({ file, row, field, start, end, replacement })}\n`,
  reader: () => new RedactionReader(),
}

class RedactionReader implements ListReader<Redaction> {
  private readonly cutter = new RecordCutter(redactions.path, false)
  private last: Redaction | undefined

  push(text: string): Redaction[] {
    return Array.from(this.cutter.cut(text), (record) => this.read(record))
  }

  end(): Redaction[] {
    this.cutter.end()
    return []
  }

  private read(record: string): Redaction {
    const redaction = redactionOf(record)
    if (!redaction) throw this.refuse('not a redaction')
    if (redactions.line(redaction) !== `${record}\n`) throw this.refuse('not in canonical form')
    if (this.last && !follows(this.last, redaction))
      throw this.refuse('out of order, or it overlaps the one before')
    this.last = redaction
    return redaction
  }

  private refuse(problem: string): FormatError {
    return new FormatError(redactions.path, this.cutter.line, problem)
  }
}

function redactionOf(record: string): Redaction | undefined {
  const members = membersOf(parse(record), 'file', 'row', 'field', 'start', 'end', 'replacement')
  if (!members) return undefined
  const { file, row, field, start, end, replacement } = members
  if (!isText(file) || !isCount(row) || !isText(field) || !isCount(start) || !isCount(end) || end <= start)
    return undefined
  return typeof replacement === 'string' ? { file, row, field, start, end, replacement } : undefined
}

/** Undefined for what is no JSON, which is no redaction either. */
function parse(record: string): unknown {
  try {
    return JSON.parse(record)
  } catch {
    return undefined
  }
}

function follows(before: Redaction, after: Redaction): boolean {
  const order = comparePlaces(before, after)
  if (order !== 0) return order < 0
  return before.field === after.field ? before.end < after.start : compareSpans(before, after) < 0
}
