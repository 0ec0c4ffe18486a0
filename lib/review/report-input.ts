import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import { optionalText } from './input'

export const reportInput = z
  .object({
    datasetId: z.uuid(),
    /** The case on which it is reported, or the digest of a row that is in none. */
    caseId: z.uuid().optional(),
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/, asks('review.input.digest'))
      .optional(),
    category: z.string(asks('review.input.category')).min(1, asks('review.input.category')).max(40),
    note: optionalText(2_000),
  })
  .refine(
    ({ caseId, digest }) => (caseId === undefined) !== (digest === undefined),
    asks('review.input.item'),
  )
export type ReportInput = z.output<typeof reportInput>

/** Everything that one person reported beyond what their reports hide. */
export const hideReportedInput = z.object({ personId: z.uuid() })
