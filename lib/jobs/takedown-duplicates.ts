import 'server-only'
import { z } from 'zod'
import { freeDuplicates } from '@/lib/takedowns/duplicates'

const payload = z.object({ requestId: z.uuid() })

/** Lets requests go on their own that went with one that is not decided now. */
export async function takedownDuplicates(given: unknown): Promise<void> {
  await freeDuplicates(payload.parse(given).requestId)
}
