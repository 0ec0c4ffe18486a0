import 'server-only'
import type { Member } from '@/lib/auth/actor'
import { publish } from '@/lib/releases/publish'
import { releasesOf } from '@/lib/releases/queries'

/** The first release, once. */
export async function publishDemoRelease(datasetId: string, maintainer: Member): Promise<void> {
  if ((await releasesOf(datasetId)).length > 0) return
  await publish(maintainer, { datasetId })
}
