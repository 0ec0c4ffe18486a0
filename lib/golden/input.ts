import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import { escalateInput, skipInput } from '@/lib/review/input'
import { opened } from '@/lib/review/queue-input'
import { reportInput } from '@/lib/review/report-input'
import { ACTIONS } from '@/lib/review/status'

const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

const percent = z.coerce
  .number(asks('golden.input.share'))
  .min(0, asks('golden.input.atLeastPercent', { n: '0' }))
  .max(100, asks('golden.input.atMostPercent', { n: '100' }))
  .transform((value) => value / 100)

const why = (missing: 'rationale' | 'note' | 'objection') =>
  z
    .string(asks(`golden.input.${missing}`))
    .trim()
    .min(10, asks(`golden.input.${missing}`))
    .max(2_000, asks('golden.input.characters', { n: '2000' }))
    .refine((text) => !text.includes('\0'), asks('golden.input.nul'))

export const nominateInput = z
  .object({
    datasetId: z.uuid(),
    caseId: z.uuid(),
    /** The decision in force, as the lead saw it. */
    decisionId: z.uuid(),
    preferred: z.enum(ACTIONS, asks('golden.input.preferred')),
    alsoRight: z.array(z.enum(ACTIONS)).max(ACTIONS.length).default([]),
    reasons: z.array(z.string().min(1).max(60)).max(50).default([]),
    judgePassages: ticked,
    leastOverlap: percent.refine((share) => share > 0, asks('golden.input.moreThanNone')).default(0.5),
    rationale: why('rationale'),
  })
  .transform(({ preferred, alsoRight, ...rest }) => ({
    ...rest,
    actions: [preferred, ...alsoRight.filter((action) => action !== preferred)],
  }))
export type NominateInput = z.output<typeof nominateInput>

const thisItem = { datasetId: z.uuid(), goldenId: z.uuid() }
export const confirmGoldenInput = z.object(thisItem)
export type ConfirmGoldenInput = z.output<typeof confirmGoldenInput>

export const retireGoldenInput = z.object({
  ...thisItem,
  note: why('note'),
})
export type RetireGoldenInput = z.output<typeof retireGoldenInput>

export const objectInput = z.object({
  datasetId: z.uuid(),
  servingId: z.uuid(),
  objection: why('objection'),
})
export type ObjectInput = z.output<typeof objectInput>

export const servingInput = z.object({ datasetId: z.uuid(), servingId: z.uuid() })
export type ServingInput = z.output<typeof servingInput>

export const goldenSettingsInput = z
  .object({
    datasetId: z.uuid(),
    opened,
    every: z.coerce
      .number(asks('golden.input.cases'))
      .int(asks('golden.input.cases'))
      .min(0, asks('golden.input.atLeast', { n: '0' }))
      .max(1_000, asks('golden.input.atMost', { n: '1000' })),
    warnBelow: percent,
    holdBelow: percent,
    secondLead: ticked,
  })
  .refine(({ warnBelow, holdBelow }) => holdBelow <= warnBelow, {
    path: ['holdBelow'],
    ...asks('golden.input.order'),
  })
export type GoldenSettingsInput = z.output<typeof goldenSettingsInput>

/** As a form sends it that a browser without scripts posts: with what its reviewer works through. */
const through = { queue: z.string().max(2_000).default('') }
export const skipFormInput = skipInput.extend(through)
export type SkipFormInput = z.output<typeof skipFormInput>
export const escalateFormInput = escalateInput.extend(through)
export type EscalateFormInput = z.output<typeof escalateFormInput>
export const reportFormInput = reportInput.and(z.object({ caseId: z.uuid(), ...through }))
export type ReportFormInput = z.output<typeof reportFormInput>
