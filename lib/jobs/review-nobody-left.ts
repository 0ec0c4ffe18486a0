import 'server-only'
import { z } from 'zod'
import { settleNobodyLeft } from '@/lib/review/nobody-left'

const payload = z.object({ datasetId: z.uuid() })

/** Somebody reviews in a dataset no more: where nobody is left for a case that others began, a lead is asked. */
export async function reviewNobodyLeft(given: unknown): Promise<void> {
  await settleNobodyLeft(payload.parse(given).datasetId)
}
