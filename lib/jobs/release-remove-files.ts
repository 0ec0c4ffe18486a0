import 'server-only'
import { z } from 'zod'
import { removeReleaseFiles } from '@/lib/releases/tombstone'

const payload = z.object({ datasetId: z.uuid(), releaseId: z.uuid() })

/** Takes the bytes of a release away that a law has removed. Done before, it finds nothing; while a backup is written, it is tried again. */
export async function releaseRemoveFiles(given: unknown): Promise<void> {
  await removeReleaseFiles(payload.parse(given))
}
