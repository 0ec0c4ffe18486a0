import 'server-only'
import { z } from 'zod'
import { hideInRevision } from '@/lib/urgent/arrived'

const payload = z.object({ datasetId: z.uuid(), revisionId: z.uuid() })

/** A revision is complete: hides what it brought of what is restricted elsewhere, or was reported before it was there. */
export async function takedownRestrictedImport(given: unknown): Promise<void> {
  await hideInRevision(payload.parse(given))
}
