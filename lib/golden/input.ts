import { z } from 'zod'
import { ACTIONS } from '@/lib/review/status'

const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

const percent = z.coerce
  .number('A share from 0 to 100 %.')
  .min(0, 'At least 0 %.')
  .max(100, 'At most 100 %.')
  .transform((value) => value / 100)

const why = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(10, missing)
    .max(2_000, 'At most 2000 characters.')
    .refine((text) => !text.includes('\0'), 'Leave the NUL character out.')

export const nominateInput = z
  .object({
    datasetId: z.uuid(),
    caseId: z.uuid(),
    /** The decision in force, as the lead saw it. */
    decisionId: z.uuid(),
    preferred: z.enum(ACTIONS, 'Choose the best answer.'),
    alsoRight: z.array(z.enum(ACTIONS)).max(ACTIONS.length).default([]),
    reasons: z.array(z.string().min(1).max(60)).max(50).default([]),
    judgePassages: ticked,
    leastOverlap: percent.refine((share) => share > 0, 'More than 0 %.').default(0.5),
    rationale: why('Say why, in a sentence at least: it is what a reviewer learns from.'),
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
  note: why('Say why, in a sentence at least: those who answered it read it.'),
})
export type RetireGoldenInput = z.output<typeof retireGoldenInput>

export const objectInput = z.object({
  datasetId: z.uuid(),
  servingId: z.uuid(),
  objection: why('Say what is wrong with it, in a sentence at least.'),
})
export type ObjectInput = z.output<typeof objectInput>

export const servingInput = z.object({ datasetId: z.uuid(), servingId: z.uuid() })
export type ServingInput = z.output<typeof servingInput>

export const goldenSettingsInput = z
  .object({
    datasetId: z.uuid(),
    every: z.coerce.number('A number of cases.').int().min(0, 'At least 0.').max(1_000, 'At most 1000.'),
    warnBelow: percent,
    holdBelow: percent,
    secondLead: ticked,
  })
  .refine(({ warnBelow, holdBelow }) => holdBelow <= warnBelow, {
    path: ['holdBelow'],
    message: 'A reminder comes before anything else: at most the share above.',
  })
export type GoldenSettingsInput = z.output<typeof goldenSettingsInput>
