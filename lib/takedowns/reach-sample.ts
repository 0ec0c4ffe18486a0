import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { wilson } from '@/lib/agreement/wilson'

/** What the lower end of the interval has to reach before the ones that nobody looked at are taken: 20 of 20, or 28 of 29. */
export const SAMPLE_BELONGS = 0.8

export type Looked = {
  /** Drawn by lot, and how many of these somebody has looked at and found to belong. */
  drawn: number
  looked: number
  belong: number
  /** Nobody has looked at these. */
  rest: number
  /** The 95 % interval of the share that belongs, once all that were drawn are looked at. */
  interval: { low: number; high: number } | null
  mayTake: boolean
}

/** What the sample of a target says of what is only like it. */
export async function lookedAt(on: Db | Tx, requestId: string, targetId: string): Promise<Looked> {
  const [row] = await on.execute<{ drawn: number; looked: number; belong: number; rest: number }>(sql`
    select count(*) filter (where drawn)::int as drawn,
           count(*) filter (where drawn and state <> 'found')::int as looked,
           count(*) filter (where drawn and state = 'taken')::int as belong,
           count(*) filter (where state = 'found')::int as rest
    from takedown_candidate where request_id = ${requestId} and target_id = ${targetId} and tier = 'fuzzy'`)
  const counts = row ?? { drawn: 0, looked: 0, belong: 0, rest: 0 }
  const interval =
    counts.drawn > 0 && counts.looked === counts.drawn ? wilson(counts.belong, counts.drawn) : null
  return { ...counts, interval, mayTake: interval !== null && interval.low >= SAMPLE_BELONGS }
}
