import { z } from 'zod'
import { optionalText } from '@/lib/review/input'
import { ACTIONS } from '@/lib/review/status'

const thisBulk = { datasetId: z.uuid(), bulkId: z.uuid() }

const score = z.coerce.number('Choose a score.').min(0).max(1)

/** At most as many as a page of the table can hold ticked; more are chosen by their filter. */
const MOST_TICKED = 500

/** What is decided about many cases: those that are ticked, those of a filter of the triage table, or those of a band of scores. */
export const prepareInput = z
  .object({
    datasetId: z.uuid(),
    action: z.enum(ACTIONS, 'Choose what happens to them.'),
    reasonCode: z.string({ error: 'Choose a reason.' }).min(1, 'Choose a reason.').max(60),
    /** The version whose reasons were on the screen. */
    policyVersionId: z.uuid(),
    label: optionalText(60),
    caseIds: z.array(z.uuid()).max(MOST_TICKED, `At most ${MOST_TICKED} cases can be ticked.`).default([]),
    /** Query string of the triage table. */
    queue: z.string().max(2_000).optional(),
    detector: z.string().max(200).optional(),
    category: z.string().max(40).optional(),
    low: score.optional(),
    high: score.optional(),
  })
  .refine(({ low, high }) => low === undefined || high === undefined || low < high, {
    path: ['high'],
    message: 'The band ends where it begins, or before.',
  })
export type PrepareInput = z.output<typeof prepareInput>

export const bulkInput = z.object(thisBulk)
export type BulkInput = z.output<typeof bulkInput>

export const bandSettingsInput = z.object({
  datasetId: z.uuid(),
  bandSample: z.coerce.number('A number from 5 to 500.').int().min(5, 'At least 5.').max(500, 'At most 500.'),
  /** In percent on the screen. */
  bandAgreement: z.coerce
    .number('A number from 50 to 99.')
    .min(50, 'At least 50.')
    .max(99, 'At most 99.')
    .transform((percent) => percent / 100),
})
export type BandSettingsInput = z.output<typeof bandSettingsInput>
