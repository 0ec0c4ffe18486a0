import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import type postgres from 'postgres'
import { connect } from '@/db/client'
import { logFault } from '@/lib/http/error-view'
import { env } from '@/lib/runtime/env'
import { proveConsistency } from '@/lib/tlog/light-client'
import type { HashTile } from '@/lib/tlog/tile-reader'
import { sha256 } from './sha256'
import { readTileOf } from './tiles'
import { addCheckpoint, WitnessError } from './witness-client'
import { type Witness, witnesses } from './witnesses'

export type WitnessingOptions = {
  signal: AbortSignal
  /** Address of a connection as winnow_sequencer. */
  url?: string
  among?: readonly Witness[]
  /** Time between two looks at the log, and the first wait after a failure. */
  everyMs?: number
}

/**
 * Submits each new checkpoint to every witness and keeps what they sign, until `signal` aborts. Each is asked on its own, and
 * none is waited for: a witness that is down is asked again at growing intervals, is shown as silent, and never holds up the log.
 */
export async function runWitnesses({
  signal,
  url,
  among = witnesses(),
  everyMs = 1_000,
}: WitnessingOptions): Promise<void> {
  if (among.length === 0) return
  const database = connect(url ?? env().sequencerUrl ?? '', { max: Math.min(among.length, 4) })
  try {
    await Promise.all(among.map((witness) => follow(database.sql, witness, everyMs, signal)))
  } finally {
    await database.close()
  }
}

async function follow(
  sql: postgres.Sql,
  witness: Witness,
  everyMs: number,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0
  while (!signal.aborted) {
    try {
      await witnessNewest(sql, witness, signal)
      failures = 0
    } catch (error) {
      if (signal.aborted) return
      failures += 1
      await noteFailure(sql, witness, error)
    }
    await sleep(waitAfter(failures, everyMs), undefined, { signal }).catch(() => undefined)
  }
}

/** Doubling up to five minutes, and never two witnesses in step. */
function waitAfter(failures: number, everyMs: number): number {
  if (failures === 0) return everyMs
  return Math.min(everyMs * 2 ** failures, 300_000) * (0.75 + Math.random() / 2)
}

/** Submits the newest checkpoint, if this witness has not signed it yet. Throws a WitnessError when it does not. */
export async function witnessNewest(sql: postgres.Sql, witness: Witness, signal: AbortSignal): Promise<void> {
  const [newest] = await sql<{ size: string; root: Buffer; note: string }[]>`
    select size, root, note from log_checkpoint order by size desc limit 1`
  const size = Number(newest?.size ?? 0)
  const seen = await seenBy(sql, witness)
  // An unchanged log is not submitted again, and of an empty one there is nothing to witness.
  if (!newest || size === 0 || seen === size) return
  const tree = { size, root: newest.root }
  const proofFrom = (oldSize: number) =>
    oldSize === 0 || oldSize === size ? [] : proveConsistency(oldSize, tree, tilesOf(sql), sha256)
  const submit = async (oldSize: number) =>
    addCheckpoint(witness, { oldSize, proof: await proofFrom(oldSize), note: newest.note }, signal)
  let answer = await submit(seen)
  if (answer.kind === 'conflict') {
    if (answer.size > size)
      throw new WitnessError(
        `${witness.name} has seen this log at ${answer.size} entries, and it has ${size}: the database is behind, or another log has its name`,
      )
    answer = await submit(answer.size)
  }
  if (answer.kind === 'conflict')
    throw new WitnessError(`${witness.name} does not say twice what it has seen`)
  await keep(sql, witness, size, answer.line)
}

const tilesOf = (sql: postgres.Sql) => (tiles: readonly HashTile[]) =>
  Promise.all(tiles.map((tile) => readTileOf(sql, tile)))

async function seenBy(sql: postgres.Sql, { vkey }: Witness): Promise<number> {
  const [row] = await sql<{ size: string }[]>`
    select size from log_cosignature where witness = ${vkey} order by size desc limit 1`
  return Number(row?.size ?? 0)
}

async function keep(sql: postgres.Sql, { vkey, name }: Witness, size: number, line: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`
      insert into log_cosignature (size, witness, line) values (${size}, ${vkey}, ${line}) on conflict do nothing`
    await tx`
      insert into log_witness (witness, name, size, answered_at) values (${vkey}, ${name}, ${size}, now())
      on conflict (witness) do update set size = excluded.size, answered_at = now(), failing_since = null, problem = null`
  })
}

/** Shown on the log's page. What is not the witness's fault is ours, and goes to the operator as well. */
async function noteFailure(sql: postgres.Sql, { vkey, name }: Witness, error: unknown): Promise<void> {
  if (!(error instanceof WitnessError)) logFault('witness', error)
  const problem = error instanceof WitnessError ? error.message : 'The submission failed on our side.'
  await sql`
    insert into log_witness (witness, name, size, failing_since, problem) values (${vkey}, ${name}, 0, now(), ${problem})
    on conflict (witness) do update set problem = excluded.problem,
      failing_since = coalesce(log_witness.failing_since, now())`.catch((fault: unknown) =>
    logFault('witness', fault),
  )
}
