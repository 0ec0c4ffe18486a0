import 'server-only'
import { sql } from 'drizzle-orm'
import { db, type Db, type Tx } from '@/db/client'
import { rateLimit as table } from '@/db/schema'
import { fingerprint } from '@/lib/crypto/seal'
import { rateLimited } from '@/lib/errors'
import { isReadOnly } from '@/lib/runtime/read-only'

export type Limit = { name: string; max: number; windowSeconds: number }

/**
 * Counts one attempt and refuses beyond `max` per window. Its own statement, outside the caller's transaction: an
 * attempt that fails still counts. The subject (address, account) is stored only as a keyed fingerprint.
 */
export async function countAttempt(limit: Limit, subject: string, message?: string): Promise<void> {
  if (!(await withinLimit(db(), limit, subject))) throw rateLimited(message)
}

/**
 * Counts one and says whether it was within the limit. Inside a verb it takes the verb's `tx`: a second connection from the
 * same pool, asked for by as many transactions as the pool has connections, would never come.
 */
export async function withinLimit(on: Db | Tx, limit: Limit, subject: string): Promise<boolean> {
  const windowStart = new Date(
    Math.floor(Date.now() / (limit.windowSeconds * 1000)) * limit.windowSeconds * 1000,
  )
  const key = fingerprint(`limit/${limit.name}`, subject)
  if (isReadOnly()) return countInMemory(`${key.toString('hex')} ${windowStart.getTime()}`) <= limit.max
  const [row] = await on
    .insert(table)
    .values({ key, windowStart, count: 1 })
    .onConflictDoUpdate({ target: [table.key, table.windowStart], set: { count: sql`${table.count} + 1` } })
    .returning({ count: table.count })
  return !row || row.count <= limit.max
}

/** A read-only instance counts nothing in Postgres, and signing in still must not be tried for ever. Forgotten now and then: bounded. */
const counted = new Map<string, number>()
const MOST_COUNTED = 10_000

function countInMemory(window: string): number {
  if (counted.size >= MOST_COUNTED) counted.clear()
  const count = (counted.get(window) ?? 0) + 1
  counted.set(window, count)
  return count
}
