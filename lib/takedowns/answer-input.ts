import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import { lines } from './input'

const words = (max: number) =>
  z
    .string()
    .max(max, asks('takedowns.input.long', { max: String(max) }))
    .transform(lines)

/** What one row comes to in an answer. */
export const VERDICTS = ['give', 'others', 'unproven', 'not_them', 'mask', 'statement', 'keep'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Of a copy: what can be said of a row. */
export const COPY_VERDICTS = ['give', 'others', 'unproven', 'not_them'] as const
/** Of a correction. */
export const CORRECTION_VERDICTS = ['mask', 'statement', 'keep', 'not_them'] as const

/** What was said of one row on the form: its verdict, and one passage to a line. */
export type Judged = { verdict: Verdict; passages: string[] }

/** The rows stand in the form by their digest: `verdict.<digest>` and `passages.<digest>`. */
const ROW = /^(verdict|passages)\.([0-9a-f]{64})$/

export const verdictField = (digest: string) => `verdict.${digest}`
export const passagesField = (digest: string) => `passages.${digest}`

const common = {
  requestId: z.uuid(),
  note: words(2_000)
    .optional()
    .transform((text) => text || undefined),
}

function rowsIn(raw: Readonly<Record<string, unknown>>): Map<string, Judged> {
  const rows = new Map<string, Judged>()
  for (const [name, given] of Object.entries(raw)) {
    const [, what, digest] = ROW.exec(name) ?? []
    if (!what || !digest || typeof given !== 'string') continue
    const row = rows.get(digest) ?? { verdict: 'keep', passages: [] }
    const verdict = VERDICTS.find((one) => one === given)
    if (what === 'verdict' && verdict) row.verdict = verdict
    // Not trimmed of what a passage has inside: it has to be found in the row as it stands there.
    if (what === 'passages')
      row.passages = given
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .slice(0, 200)
    rows.set(digest, row)
  }
  return rows
}

export const answerInput = z.looseObject(common).transform((raw) => ({
  requestId: raw.requestId,
  note: raw.note,
  rows: rowsIn(raw),
}))

export const correctionInput = z
  .looseObject({
    ...common,
    reasonCode: z.string().max(60).default(''),
    keepReason: z.string().max(60).default(''),
    statement: words(400)
      .optional()
      .transform((text) => text?.replace(/\s+/g, ' ').trim() ?? ''),
  })
  .transform((raw) => ({
    requestId: raw.requestId,
    note: raw.note,
    reasonCode: raw.reasonCode,
    keepReason: raw.keepReason,
    statement: raw.statement,
    rows: rowsIn(raw),
  }))

export const ofAnswer = z.object({ requestId: z.uuid(), answerId: z.uuid() })
export const acceptInput = z.object({
  token: z.string().max(200),
  sure: z.literal('on', asks('rights.input.sure')),
})
