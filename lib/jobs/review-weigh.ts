import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { weighDetectors } from '@/lib/review/weigh-detectors'

const payload = z.object({ datasetId: z.uuid() })

/** A day of decisions more to know the detectors of a dataset by. */
export async function reviewWeigh(given: unknown): Promise<void> {
  const { datasetId } = payload.parse(given)
  await transact((tx) => weighDetectors(tx, datasetId))
}
