import 'server-only'
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import type { ExtractTablesWithRelations } from 'drizzle-orm'
import type { PgTransaction } from 'drizzle-orm/pg-core'
import postgres from 'postgres'
import { preparing } from '@/db/prepared'
import { isReadOnly } from '@/db/read-only'
import { hasSqlState } from '@/db/sql-state'

/** None is named to drizzle: nobody asks by its `db.query`, which is made anew, table by table, for each transaction. */
type Schema = Record<string, never>
declare const pool: unique symbol

/** A pool. Reads only: a write needs a `Tx`, so a verb called outside a transaction does not compile. */
export type Db = PostgresJsDatabase<Schema> & { readonly [pool]?: true }
export type Tx = PgTransaction<PostgresJsQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>

export type Database = { db: Db; sql: postgres.Sql; close: () => Promise<void> }

/**
 * Opens a pool for a role of the running product (`winnow_app`, `winnow_sequencer`). In a read-only instance Postgres itself
 * refuses every write on it; `recovering` is for what ends that state.
 */
export function connect(
  url: string,
  { max = 10, recovering = false }: { max?: number; recovering?: boolean } = {},
): Database {
  const sql = postgres(url, {
    max,
    onnotice: () => undefined,
    connection: {
      application_name: 'winnow',
      ...(isReadOnly() && !recovering ? { default_transaction_read_only: true } : {}),
    },
    connect_timeout: 10,
  })
  return { db: drizzle(preparing(sql)), sql, close: () => sql.end({ timeout: 5 }) }
}

// One pool per process; kept across module reloads in development.
const shared = globalThis as typeof globalThis & { winnowDatabase?: Database }

/** The pool of this process, at `DATABASE_URL` (set by the launcher to the application role). */
export function database(): Database {
  if (!shared.winnowDatabase) {
    const url = process.env.DATABASE_URL
    if (!url) throw new Error('DATABASE_URL is not set: start the product with `npm start` or `npm run dev`')
    shared.winnowDatabase = connect(url)
  }
  return shared.winnowDatabase
}

/** For reads in queries.ts. */
export const db = (): Db => database().db

/** The only door to writes: runs `work` in one transaction and hands it the `Tx` that verbs ask for. */
export function transact<T>(work: (tx: Tx) => Promise<T>, on: Db = db()): Promise<T> {
  return on.transaction(work)
}

const ATTEMPTS = 3

/**
 * The same for a verb, which does nothing but in its transaction: where Postgres ended that because it and another one waited for each other
 * (40P01 deadlock_detected), it is done from the beginning, three times at most.
 */
export async function transactAnew<T>(work: (tx: Tx) => Promise<T>, on: Db = db()): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transact(work, on)
    } catch (error) {
      if (attempt === ATTEMPTS || !hasSqlState(error, '40P01')) throw error
    }
  }
}

/** Closes the pool of this process, if it was opened: a command that is done must be able to end. */
export async function closeDatabase(): Promise<void> {
  const open = shared.winnowDatabase
  delete shared.winnowDatabase
  await open?.close()
}
