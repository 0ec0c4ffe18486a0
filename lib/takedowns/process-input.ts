import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import { lines } from './input'
import { LIFTS } from './lift-reasons'
import { METHODS } from './proof-methods'

const requestId = z.uuid()
const token = z.string().max(200)
/** Ticked boxes: none, one or many. */
const names = z.array(z.string().max(60)).max(40).default([])

/** Words to a person, as they are printed in a letter. */
const words = (max: number) =>
  z
    .string()
    .max(max, asks('takedowns.input.long', { max: String(max) }))
    .transform(lines)

const note = words(2_000)
  .optional()
  .transform((text) => text || undefined)

export const ofRequest = z.object({ requestId })

export const askInfoInput = z.object({
  requestId,
  missing: names.refine((given) => given.length > 0, asks('process.input.missing')),
  note,
})

/** Which fields are asked depends on the request: the verb reads them. */
export const giveInfoInput = z.looseObject({ token })

export const askProofInput = z.object({
  requestId,
  method: z.enum(METHODS, asks('process.input.method')),
  /** Where each way is looked for: the fingerprint of an address in a row, a domain, a page of those offered or one that was typed. */
  address: z.string().max(64).default(''),
  domain: z.string().max(300).default(''),
  page: z.string().max(4_096).default(''),
  other_page: z.string().trim().max(2_000, asks('process.input.page')).default(''),
  /** That nobody else can write on that page. */
  sole: z.literal('on').optional(),
  doubt: z.enum(['mismatch', 'contradiction', 'high_risk']).optional().catch(undefined),
  note,
})

export const codeInput = z.object({
  token,
  code: z.string(asks('process.input.code')).transform((text) => text.replace(/\s/g, '')),
})
export const trackedInput = z.object({ token })

export const rejectInput = z.object({
  requestId,
  reason: z.enum(['unfounded', 'not_verified', 'outside_scope'], asks('process.input.reason')),
  note,
})

export const holdInput = z.object({
  requestId,
  reason: z.enum(['court_order', 'litigation'], asks('process.input.holdReason')),
  note,
})

export const liftInput = z.object({
  requestId,
  reason: z.enum(LIFTS, asks('process.input.reason')),
  note,
})

export const duplicateInput = z.object({ requestId, of: z.uuid(asks('process.input.of')) })

export const notifyOwnerInput = z.object({ requestId, note })
export const answerOwnerInput = z.object({
  requestId,
  did: z.enum(['changed', 'disputes', 'nothing'], asks('process.input.did')),
  answer: note,
})

export const agreeInput = z.object({ requestId, eventId: z.uuid() })
