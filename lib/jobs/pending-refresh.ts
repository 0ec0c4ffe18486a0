import 'server-only'
import { z } from 'zod'
import { refreshPending } from '@/lib/pending/refresh'

const payload = z.object({ datasetId: z.uuid() })

/** Something was decided for a request, or published: the lists of what is pending follow. */
export async function pendingRefresh(given: unknown): Promise<void> {
  await refreshPending(payload.parse(given).datasetId)
}
