import 'server-only'
import type { Member } from '@/lib/auth/actor'
import { publish } from '@/lib/releases/publish'
import { releasesOf } from '@/lib/releases/queries'

/** The releases of the first revision: the second shows what changed since the first. Each once. */
export async function publishDemoRelease(which: 1 | 2, datasetId: string, maintainer: Member): Promise<void> {
  if ((await releasesOf(datasetId)).length >= which) return
  await publish(maintainer, { datasetId })
}
