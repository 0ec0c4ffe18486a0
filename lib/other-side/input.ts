import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import { METHODS } from '@/lib/takedowns/proof-methods'
import { EXTENTS } from './choose'
import { COUNTER_ELEMENTS, IDENTIFIED_AS } from './counter-elements'
import { SENDER_POLICY } from './numbers'

const token = z.string().max(200)
const requestId = z.uuid()
const note = z
  .string()
  .trim()
  .min(10, asks('otherSide.input.grounds'))
  .max(5_000, asks('takedowns.input.long', { max: '5000' }))

/** `targets`: ids of what was marked. */
export const retractInput = z.object({
  token,
  extent: z.enum(EXTENTS, asks('otherSide.input.extent')),
  targets: z.array(z.uuid()).max(2_000).default([]),
  sure: z.literal('on', asks('takedowns.input.sure')),
})

export const checkCounterInput = z.object({
  requestId,
  identifiedAs: z.enum(IDENTIFIED_AS, asks('otherSide.input.identified')),
})
export const lookAgainInput = z.object({ requestId })
export const hearComplaintInput = z.object({
  requestId,
  how: z.enum(METHODS, asks('otherSide.input.identified')),
})
export const approveCounterInput = z.object({ requestId })
export const refuseCounterInput = z.object({
  requestId,
  missing: z.array(z.enum(COUNTER_ELEMENTS)).min(1, asks('otherSide.input.missing')),
})

/** `requestId`: of the copyright request; `counterId`: of the counter notice that the action is about. */
export const filingInput = z.object({
  requestId,
  counterId: z.uuid(),
  court: z.string().trim().min(3, asks('otherSide.input.court')).max(300),
  caseNumber: z.string().trim().min(1, asks('otherSide.input.caseNumber')).max(100),
  filedOn: z.iso.date(asks('otherSide.input.filedOn')),
})

/** `requestId`: of the copyright request; `counterId`: of the counter notice whose claimant nobody could tell. */
export const putBackInput = z.object({ requestId, counterId: z.uuid() })

export const findSenderInput = z.object({
  requestId,
  finding: z.enum(['unfounded', 'not_unfounded'], asks('otherSide.input.finding')),
})
export const warnSenderInput = z.object({ requestId })
export const suspendSenderInput = z.object({
  requestId,
  days: z.coerce
    .number(asks('otherSide.input.days'))
    .int(asks('otherSide.input.days'))
    .min(1, asks('otherSide.input.days'))
    .max(SENDER_POLICY.suspensionDays.most, asks('otherSide.input.days')),
})
export const contestSenderInput = z.object({ token, grounds: note })
export const answerSenderInput = z.object({
  requestId,
  answer: z.enum(['upheld', 'lifted'], asks('otherSide.input.finding')),
})
export const letThroughInput = z.object({ requestId })

/** `author`: the fingerprint in hex, as the page shows it. */
const author = z.string().regex(/^[0-9a-f]{64}$/)
export const warnAuthorInput = z.object({ datasetId: z.uuid(), author })
export const leaveOutAuthorInput = z.object({
  datasetId: z.uuid(),
  author,
  reasonCode: z.string(asks('takedowns.input.reason')).min(1, asks('takedowns.input.reason')).max(60),
})
