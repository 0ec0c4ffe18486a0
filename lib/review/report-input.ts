import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import { optionalText } from './input'

const reported = {
  category: z.string(asks('review.input.category')).min(1, asks('review.input.category')).max(40),
  note: optionalText(2_000),
}

export const reportInput = z
  .object({
    datasetId: z.uuid(),
    /** The case on which it is reported, or the digest of a row that is in none. */
    caseId: z.uuid().optional(),
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/, asks('review.input.digest'))
      .optional(),
    ...reported,
  })
  .refine(
    ({ caseId, digest }) => (caseId === undefined) !== (digest === undefined),
    asks('review.input.item'),
  )
export type ReportInput = z.output<typeof reportInput>

/** A row by its place, as its address says it. */
export const reportRowInput = z.object({
  datasetId: z.uuid(),
  revision: z.coerce.number().int().min(1).max(999_999_999),
  file: z.string().min(1).max(4_096),
  row: z.coerce.number().int().min(0).max(999_999_999_999),
  ...reported,
})
export type ReportRowInput = z.output<typeof reportRowInput>

/** Everything that one person reported beyond what their reports hide. */
export const hideReportedInput = z.object({ personId: z.uuid() })
