import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import { NOT_MEANT } from './not-meant-reasons'

const requestId = z.uuid()
const ofTarget = { requestId, targetId: z.uuid() }
const digests = z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(200)

/** That all it reaches is meant; `covers`: what was on the screen, as its fingerprint. */
export const agreeInput = z.object({ requestId, covers: z.string().regex(/^[0-9a-f]{64}$/) })

/** Items that do not belong, and why not: whoever asked is told. */
export const narrowInput = z.object({
  ...ofTarget,
  drop: digests.default([]),
  why: z.enum(NOT_MEANT, asks('reach.input.why')),
})

/** Of those that were shown, which belong; the others do not. */
export const lookInput = z.object({
  ...ofTarget,
  shown: digests.min(1, asks('reach.input.shown')),
  belong: digests.default([]),
})

/** What becomes of the ones nobody looked at. */
export const restInput = z.object({ ...ofTarget, rest: z.enum(['take', 'drop'], asks('reach.input.rest')) })

/** The next of what is nearly a text. */
export const nextInput = z.object(ofTarget)
/** That those beyond what is in hand are not looked at, and why not: whoever asked is told that there are more. */
export const leaveInput = z.object({ ...ofTarget, why: z.enum(NOT_MEANT, asks('reach.input.why')) })

/** A source beyond what was named, as `kind value`; of the row that a target was found to be. */
export const widenInput = z.object({
  ...ofTarget,
  source: z
    .string(asks('reach.input.source'))
    .max(4_200)
    .regex(/^(?:author|url|prefix|host|domain) \S/, asks('reach.input.source'))
    .transform((text) => {
      const at = text.indexOf(' ')
      return {
        kind: z.enum(['author', 'url', 'prefix', 'host', 'domain']).parse(text.slice(0, at)),
        value: text.slice(at + 1),
      }
    }),
})

/** A text whose near-duplicates are looked for: pasted, or a file of plain text. */
export const nearInput = z.object({
  requestId,
  text: z.string().max(400_000, asks('reach.input.text')).optional().default(''),
  file: z.instanceof(File).optional(),
})
