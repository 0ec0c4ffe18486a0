import 'server-only'
import { z } from 'zod'
import { continueRelease } from '@/lib/releases/publish'

const payload = z.object({ datasetId: z.uuid(), releaseId: z.uuid() })

/** Makes a release that somebody has staged. Killed half-way it is tried again and goes on; done before, it does nothing. */
export async function releasePublish(given: unknown): Promise<void> {
  await continueRelease(payload.parse(given))
}
