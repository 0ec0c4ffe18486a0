import 'server-only'
import { type SQL, sql } from 'drizzle-orm'

/** `bytea[]` as a parameter: postgres.js takes an array of buffers for one buffer, so it travels as text. */
export const byteaArray = (values: readonly (Uint8Array | null)[]): SQL =>
  sql`${sql.param(values.map((value) => value && `\\x${Buffer.from(value).toString('hex')}`))}::text[]::bytea[]`

export const bigintArray = (values: readonly (number | null)[]): SQL => sql`${sql.param(values)}::bigint[]`
export const textArray = (values: readonly (string | null)[]): SQL => sql`${sql.param(values)}::text[]`

/** Rows per bulk statement: beyond this the round trip no longer counts, and the statement's memory does. */
export const PER_STATEMENT = 5_000

/** Runs `write` over slices of at most PER_STATEMENT. */
export async function inBatches<T>(
  rows: readonly T[],
  write: (slice: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += PER_STATEMENT)
    await write(rows.slice(from, from + PER_STATEMENT))
}
