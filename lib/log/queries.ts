import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { database, db } from '@/db/client'
import { ENTRY_DATASET, ENTRY_TYPE } from '@/db/schema/log'
import { openAll } from '@/lib/crypto/subject-seal'
import { unavailable } from '@/lib/errors'
import { fromBase64Url } from '@/lib/tlog/base64'
import { textOf, toHex } from '@/lib/tlog/bytes'
import type { Opening } from '@/lib/tlog/commitment'
import { type Entry, type EntryType, parseEntry } from './entries'
import { logIdentity } from './identity'
import { witnesses } from './witnesses'

export type CheckpointView = { size: number; root: string; note: string }

/**
 * The checkpoint to show: the newest that a witness has signed, if it is at most five seconds older than the newest of all, which
 * is shown otherwise: witnesses that are silent do not stop the log. `note` is the body of GET /log/checkpoint. Null before
 * a sequencer ran for the first time.
 */
export async function latestCheckpoint(): Promise<CheckpointView | null> {
  const [row] = await database().sql<{ size: string; root: Buffer; note: string; lines: string[] }[]>`
    with newest as (select size, root, note, created_at from log_checkpoint order by size desc limit 1),
    witnessed as (
      select c.size, c.root, c.note, c.created_at from log_checkpoint c, newest
      where c.size = (select size from log_cosignature order by size desc limit 1)
        and c.created_at > newest.created_at - interval '5 seconds'),
    shown as (
      select size, root, note from witnessed
      union all select size, root, note from newest where not exists (select from witnessed))
    select size, root, note,
      array(select line from log_cosignature s where s.size = shown.size order by witness collate "C") as lines
    from shown`
  return row ? { size: Number(row.size), root: toHex(row.root), note: row.note + row.lines.join('') } : null
}

export type WitnessView = {
  name: string
  vkey: string
  /** Of the checkpoint it signed last; 0 before the first. */
  size: number
  answeredAt: Date | null
  /** Since when it has not answered; null while it does. */
  failingSince: Date | null
  problem: string | null
}

/** How the witnesses do that are configured now. */
export async function witnessViews(): Promise<WitnessView[]> {
  const among = witnesses()
  if (among.length === 0) return []
  const rows = await database().sql<
    { witness: string; size: string; answered: Date | null; failing: Date | null; problem: string | null }[]
  >`select witness, size, answered_at as answered, failing_since as failing, problem from log_witness`
  return among.map(({ name, vkey }) => {
    const row = rows.find(({ witness }) => witness === vkey)
    return {
      name,
      vkey,
      size: Number(row?.size ?? 0),
      answeredAt: row?.answered ?? null,
      failingSince: row?.failing ?? null,
      problem: row?.problem ?? null,
    }
  })
}

/** The verifier key: the body of GET /log/vkey but for its newline. */
export const logVkey = (): string => logIdentity().vkey

export type EntryView = {
  index: number
  entry: Entry
  /** The exact bytes that were hashed, which are ASCII. */
  body: string
  /** Hexadecimal leaf hash. */
  leaf: string
}

export type EntryPage = {
  entries: EntryView[]
  /** `before` of the next page; null on the last. */ next: number | null
}

export type EntryFilter = { type?: EntryType; dataset?: string; before?: number; limit?: number }

/** Entries, newest first, by keyset on the index. `limit` is at most 200. */
export async function listEntries(filter: EntryFilter = {}): Promise<EntryPage> {
  const { type, dataset, before = Number.MAX_SAFE_INTEGER } = filter
  const limit = Math.min(Math.max(filter.limit ?? 50, 1), 200)
  const { sql } = database()
  const rows = await sql<{ idx: string; body: Buffer; leaf: Buffer }[]>`
    select idx, body, leaf from log_entry
    where idx < ${before}
      ${type ? sql`and ${sql.unsafe(ENTRY_TYPE)} = ${type}` : sql``}
      ${dataset ? sql`and ${sql.unsafe(ENTRY_DATASET)} = ${dataset}` : sql``}
    order by idx desc limit ${limit + 1}`
  const entries = rows.slice(0, limit).map(viewOf)
  return { entries, next: rows.length > limit ? (entries.at(-1)?.index ?? null) : null }
}

/** One entry by its id; null while it waits for its index, or when there is none. */
export async function findEntry(entryId: string): Promise<EntryView | null> {
  const [row] = await database().sql<{ idx: string; body: Buffer; leaf: Buffer }[]>`
    select idx, body, leaf from log_entry where entry_id = ${entryId}`
  return row ? viewOf(row) : null
}

/** What opens an entry's commitment, for those who may see it; null when there is none, or it was erased. */
export async function openingOf(entryId: string): Promise<Opening | null> {
  return (await openingsOf([entryId])).get(entryId) ?? null
}

/** Openings of many entries at once, by entry id; those without one are not in the map. */
export async function openingsOf(entryIds: readonly string[]): Promise<ReadonlyMap<string, Opening>> {
  const rows = await database().sql<{ entry_id: string; field: string; sealed: Buffer }[]>`
    select entry_id, field, sealed from log_opening where entry_id = any(${entryIds}::uuid[])`
  const opened = await openAll(
    db(),
    rows.map(({ entry_id, sealed }) => ({ place: `log_opening/${entry_id}`, sealed })),
  )
  return new Map(
    rows.flatMap(({ entry_id, field }, i) => {
      const bytes = opened[i]
      return bytes ? [[entry_id, openingIn(field, bytes)]] : []
    }),
  )
}

/**
 * Resolves when all these entries have their index, with a log size that holds them: what a release names. Throws
 * AppError `unavailable` after `timeoutMs` (30 s): then no worker runs, or it is far behind.
 */
export async function waitUntilSequenced(
  entryIds: readonly string[],
  { timeoutMs = 30_000, signal }: { timeoutMs?: number; signal?: AbortSignal } = {},
): Promise<{ size: number }> {
  const deadline = Date.now() + timeoutMs
  let waiting = [...new Set(entryIds)]
  for (;;) {
    waiting = await withoutIndex(waiting)
    if (waiting.length === 0) return { size: await logSize() }
    if (Date.now() > deadline) {
      throw unavailable(
        `The log has not taken in ${waiting.length} of the decisions yet. Is the worker running?`,
      )
    }
    await sleep(100, undefined, { signal })
  }
}

const sealedOpening = z.strictObject({ salt: z.string(), value: z.unknown() })

function openingIn(field: string, bytes: Buffer): Opening {
  const { salt, value } = sealedOpening.parse(JSON.parse(bytes.toString('utf8')))
  return { field, value, salt: fromBase64Url(salt) }
}

function viewOf({ idx, body, leaf }: { idx: string; body: Buffer; leaf: Buffer }): EntryView {
  return { index: Number(idx), entry: parseEntry(body), body: textOf(body), leaf: toHex(leaf) }
}

async function withoutIndex(entryIds: readonly string[]): Promise<string[]> {
  const rows = await database().sql<{ id: string }[]>`
    select id from unnest(${entryIds}::uuid[]) as t (id)
    where not exists (select from log_entry where entry_id = t.id)`
  return rows.map(({ id }) => id)
}

async function logSize(): Promise<number> {
  const [row] = await database().sql<{ size: string }[]>`select size from log_head`
  return Number(row?.size ?? 0)
}
