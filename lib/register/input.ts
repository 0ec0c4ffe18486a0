import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import { MAX_SUMMARY } from './notice'

/** Longest embargo in days. */
const LONGEST = 365

const tooLong = asks('register.input.summary', { max: String(MAX_SUMMARY) })

const wrongDays = asks('register.input.days', { max: String(LONGEST) })
const days = z.coerce.number(wrongDays).int(wrongDays).min(0, wrongDays).max(LONGEST, wrongDays).optional()

/** What staff add to a notice: a sentence of their own, hosts to leave out, and for how long it waits. */
export const proposeInput = z.object({
  requestId: z.uuid(),
  summary: z
    .string()
    .max(MAX_SUMMARY * 2, tooLong)
    .default('')
    .transform((text) =>
      text
        .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .pipe(z.string().max(MAX_SUMMARY, tooLong)),
  hidden: z.array(z.string().max(253)).max(1_100).default([]),
  days,
})

/** Of a notice that waited for a second lead, that one says how long it is not to be read yet. */
export const releaseInput = z.object({
  requestId: z.uuid(),
  registerId: z.uuid(),
  fact: z.uuid(),
  days,
})

export const rescindInput = z.object({
  requestId: z.uuid(),
  reason: z.enum(['delisted', 'mistake', 'court'], asks('register.input.reason')),
})

export const withholdInput = z.object({ requestId: z.uuid() })
