import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import { opened } from '@/lib/review/queue-input'
import { labelText, territories } from '@/lib/review/input'
import { ACTIONS } from '@/lib/review/status'

const thisBulk = { datasetId: z.uuid(), bulkId: z.uuid() }

const score = z.coerce.number(asks('bulk.input.score')).min(0).max(1)

/** At most as many as a page of the table can hold ticked; more are chosen by their filter. */
const MOST_TICKED = 500

/** What is decided about many cases: those that are ticked, those of a filter of the triage table, or those of a band of scores. */
export const prepareInput = z
  .object({
    datasetId: z.uuid(),
    action: z.enum(ACTIONS, asks('bulk.input.action')),
    reasonCode: z.string(asks('bulk.input.reason')).min(1, asks('bulk.input.reason')).max(60),
    /** The version whose reasons were on the screen. */
    policyVersionId: z.uuid(),
    label: labelText,
    /** Where it holds; everywhere if none is named. */
    territories,
    caseIds: z
      .array(z.uuid())
      .max(MOST_TICKED, asks('bulk.input.ticked', { most: MOST_TICKED }))
      .default([]),
    /** Query string of the triage table. */
    queue: z.string().max(2_000).optional(),
    detector: z.string().max(200).optional(),
    category: z.string().max(40).optional(),
    low: score.optional(),
    high: score.optional(),
  })
  .refine(({ low, high }) => low === undefined || high === undefined || low < high, {
    path: ['high'],
    ...asks('bulk.input.band'),
  })
export type PrepareInput = z.output<typeof prepareInput>

export const bulkInput = z.object(thisBulk)
export type BulkInput = z.output<typeof bulkInput>

export const bandSettingsInput = z.object({
  datasetId: z.uuid(),
  opened,
  bandSample: z.coerce
    .number(asks('bulk.input.sample'))
    .int(asks('bulk.input.sample'))
    .min(5, asks('bulk.input.sampleLeast'))
    .max(500, asks('bulk.input.sampleMost')),
  /** In percent on the screen. */
  bandAgreement: z.coerce
    .number(asks('bulk.input.agreement'))
    .min(50, asks('bulk.input.agreementLeast'))
    .max(99, asks('bulk.input.agreementMost'))
    .transform((percent) => percent / 100),
})
export type BandSettingsInput = z.output<typeof bandSettingsInput>
