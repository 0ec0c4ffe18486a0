import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { forgetStrikes } from '@/lib/other-side/strikes'

const payload = z.object({ datasetId: z.uuid() })

/** Forgets whose strikes have expired. */
export async function takedownStrikeForget(given: unknown): Promise<void> {
  const { datasetId } = payload.parse(given)
  await transact((tx) => forgetStrikes(tx, datasetId))
}
