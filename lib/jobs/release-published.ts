import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { afterRelease, releaseToFulfil } from '@/lib/fulfilment/after-release'
import { fulfilBy } from '@/lib/fulfilment/fulfil'

const payload = z.object({ datasetId: z.uuid(), releaseId: z.uuid() })

/** A head moved: requests that the release fulfils are closed, then everybody whom it concerns is told. */
export async function releasePublished(
  given: unknown,
  { abortSignal }: { abortSignal?: AbortSignal } = {},
): Promise<void> {
  const release = await releaseToFulfil(payload.parse(given))
  if (!release) return
  await fulfilBy(release, abortSignal)
  await transact((tx) => afterRelease(tx, release))
}
