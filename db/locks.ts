import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'

/**
 * One transaction at a time under this name, until it ends: for what no row stands for that could be locked. Names begin with
 * what is taken in turns, and end with whose it is.
 */
export async function takeTurns(tx: Tx, name: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`winnow/${name}`}, 0))`)
}

/** Any number of transactions under this name at a time, but none that takes turns under it. */
export async function shareTurn(tx: Tx, name: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended(${`winnow/${name}`}, 0))`)
}
