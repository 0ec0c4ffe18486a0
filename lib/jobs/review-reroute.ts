import 'server-only'
import { z } from 'zod'
import { rerouteAll } from '@/lib/review/reroute'

const payload = z.object({ datasetId: z.uuid() })

/** The queues of a dataset changed: its open cases go where they belong now. */
export async function reviewReroute(given: unknown): Promise<void> {
  await rerouteAll(payload.parse(given).datasetId)
}
