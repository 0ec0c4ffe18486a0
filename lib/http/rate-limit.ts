import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { rateLimit as table } from '@/db/schema'
import { fingerprint } from '@/lib/crypto/seal'
import { rateLimited } from '@/lib/errors'

export type Limit = { name: string; max: number; windowSeconds: number }

/**
 * Counts one attempt and refuses beyond `max` per window. Its own statement, outside the caller's transaction: an
 * attempt that fails still counts. The subject (address, account) is stored only as a keyed fingerprint.
 */
export async function countAttempt(limit: Limit, subject: string, message?: string): Promise<void> {
  const windowStart = new Date(
    Math.floor(Date.now() / (limit.windowSeconds * 1000)) * limit.windowSeconds * 1000,
  )
  const key = fingerprint(`limit/${limit.name}`, subject)
  const [row] = await db()
    .insert(table)
    .values({ key, windowStart, count: 1 })
    .onConflictDoUpdate({ target: [table.key, table.windowStart], set: { count: sql`${table.count} + 1` } })
    .returning({ count: table.count })
  if (row && row.count > limit.max) throw rateLimited(message)
}
