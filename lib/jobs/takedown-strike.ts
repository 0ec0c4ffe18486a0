import 'server-only'
import { z } from 'zod'
import { db } from '@/db/client'
import { strikeAuthors } from '@/lib/other-side/authors-of'

const payload = z.object({ requestId: z.uuid() })

/** Counts an upheld copyright request against the authors of what it removed. */
export async function takedownStrike(given: unknown): Promise<void> {
  const { requestId } = payload.parse(given)
  await strikeAuthors(db(), requestId)
}
