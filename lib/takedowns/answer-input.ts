import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import { lines } from './input'
import { RECALLS } from './recalls'

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

/**
 * What was said of one row on the form: its verdict, null for one that nobody has judged, and what is to be left out. `whereabouts`: in a
 * copy, the address it comes from and its number there, too, since either can name somebody else.
 */
export type Judged = { verdict: Verdict | null; passages: string[]; whereabouts: boolean }

/** The rows stand in the form by their digest: `verdict.<digest>`, `passages.<digest>`, one to a line, and `whereabouts.<digest>`. */
const ROW = /^(verdict|passages|whereabouts)\.([0-9a-f]{64})$/

export const verdictField = (digest: string) => `verdict.${digest}`
export const passagesField = (digest: string) => `passages.${digest}`
export const whereaboutsField = (digest: string) => `whereabouts.${digest}`

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
    const row = rows.get(digest) ?? { verdict: null, passages: [], whereabouts: false }
    const verdict = VERDICTS.find((one) => one === given)
    if (what === 'verdict' && verdict) row.verdict = verdict
    // Not trimmed of what a passage has inside: it has to be found in the row as it stands there.
    if (what === 'passages')
      row.passages = given
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '')
    if (what === 'whereabouts') row.whereabouts = given === 'on'
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
export const recallInput = z.object({
  ...common,
  answerId: z.uuid(),
  reason: z.enum(RECALLS, asks('rights.input.recall')),
})
export const acceptInput = z.object({
  token: z.string().max(200),
  answerId: z.uuid(),
  sure: z.literal('on', asks('rights.input.sure')),
})
