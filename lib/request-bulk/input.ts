import { z } from 'zod'
import { asks } from '@/lib/i18n/say'

/** Kinds of requests that are decided together: what is of law between people is decided one by one. */
export const BULK_KINDS = ['opt_out', 'privacy', 'illegal_content', 'licence', 'other'] as const
export type BulkKind = (typeof BULK_KINDS)[number]

const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

/** Requests of one kind that wait for a decision, and what is decided about all of them. */
export const prepareRequestsInput = z.object({
  datasetId: z.uuid(),
  kind: z.enum(BULK_KINDS, asks('requestBulk.input.kind')),
  exact: ticked,
  proven: ticked,
  action: z.enum(['remove', 'keep'], asks('requestBulk.input.action')),
  reasonCode: z.string(asks('requestBulk.input.reason')).min(1, asks('requestBulk.input.reason')).max(60),
  /** The version whose reasons were on the screen. */
  policyVersionId: z.uuid(),
})
export type PrepareRequestsInput = z.output<typeof prepareRequestsInput>

export const requestBulkInput = z.object({ datasetId: z.uuid(), bulkId: z.uuid() })
export type RequestBulkInput = z.output<typeof requestBulkInput>

/** The choices above the form, as they stand in the address. Nonsense is no choice. */
export const bulkChoice = z.object({
  dataset: z.string().max(64).optional().catch(undefined),
  kind: z.enum(BULK_KINDS).catch('opt_out'),
})
