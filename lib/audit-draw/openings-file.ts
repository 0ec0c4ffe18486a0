import { fromBase64Url, toBase64Url } from '@/lib/tlog/base64'
import { canonicalJson, parseCanonical } from '@/lib/tlog/canonical-json'
import { utf8 } from '@/lib/tlog/bytes'
import type { Opening } from '@/lib/tlog/commitment'
import { z } from 'zod'

/*
 * What an auditor takes along of a draw: canonical JSON, one entry a line, by index. `winnow log draw --check` and `winnow verify
 * --openings` hold it against the log, which the lines name by index alone. It says which texts decisions are about: it is for the
 * eyes of auditors.
 */

const at = { index: z.int().nonnegative(), id: z.uuid() }

/** `drawn` is false for a decision that replaced one which was drawn, and goes along to show that. */
const opened = z.strictObject({
  ...at,
  drawn: z.boolean(),
  field: z.string(),
  salt: z.string().regex(/^[\w-]{43}$/),
  value: z.unknown(),
})

/** `sealed`: for the safety officer alone. `erased`: an entry of type `erasure` names it. */
const closed = z.strictObject({ ...at, drawn: z.literal(true), closed: z.enum(['sealed', 'erased']) })

export type OpenedLine = { index: number; id: string; drawn: boolean; opening: Opening }
export type ClosedLine = z.infer<typeof closed>
export type AuditLine = OpenedLine | ClosedLine

export const isClosed = (line: AuditLine): line is ClosedLine => 'closed' in line

export function auditLine(line: AuditLine): string {
  if (isClosed(line)) return `${canonicalJson(line)}\n`
  const { opening, ...rest } = line
  return `${canonicalJson({ ...rest, ...opening, salt: toBase64Url(opening.salt) })}\n`
}

/** Throws a RangeError that names the line. */
export function parseAuditLines(text: string): AuditLine[] {
  const lines = text.split('\n')
  if (lines.pop() !== '') throw new RangeError(`line ${lines.length + 1} is cut off`)
  let last = -1
  return lines.map((record, i) => {
    const line = lineOf(record)
    if (!line) throw new RangeError(`line ${i + 1} is not an opening in canonical form`)
    if (line.index <= last) throw new RangeError(`line ${i + 1} is out of order`)
    last = line.index
    return line
  })
}

function lineOf(record: string): AuditLine | undefined {
  let value: unknown
  try {
    value = parseCanonical(utf8(record))
  } catch {
    return undefined
  }
  const shut = closed.safeParse(value)
  if (shut.success) return shut.data
  const open = opened.safeParse(value)
  if (!open.success) return undefined
  const { field, salt, value: told, ...rest } = open.data
  return { ...rest, opening: { field, value: told, salt: fromBase64Url(salt) } }
}
