import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { connect, transact } from '@/db/client'
import { migrate } from '@/db/migrate'
import { itemSubject } from '@/lib/crypto/subject'
import { appendEntries } from '@/lib/log/append'
import type { LogEvent } from '@/lib/log/entries'
import { identityOf } from '@/lib/log/identity'
import { keyOfSeed } from '@/lib/log/key'
import { BATCH } from '@/lib/log/sequence'
import { drainPending } from '@/lib/log/sequencer'
import { openEmbeddedPostgres } from '@/lib/runtime/embedded-postgres'

/** `ratio` is to the baseline of the same bytes: rows written in batches of the same width, without a log. */
export type BenchResult = { name: string; perSecond: number; unit: string; ratio: number; note: string }

/**
 * Entries per second through the log, on a Postgres of its own with fsync and synchronous commit on: appended (checked,
 * committed to, sealed, inserted) and sequenced (hashed, tiles, signed checkpoint, mirror), beside the plain insertion
 * of the same bytes.
 */
export async function benchLog(entries = 10 * BATCH): Promise<BenchResult[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'winnow-bench-log-'))
  const durable = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' }
  const server = await openEmbeddedPostgres({
    dir: path.join(folder, 'pg'),
    ephemeral: true,
    settings: durable,
  })
  try {
    return await measure(server.url, folder, entries)
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(
  url: (database: string) => string,
  folder: string,
  entries: number,
): Promise<BenchResult[]> {
  const key = (process.env.WINNOW_KEY ??= randomBytes(32).toString('base64url'))
  const admin = postgres(url('postgres'), { max: 1, onnotice: () => undefined })
  await admin`create database winnow_bench`
  const { appUrl, sequencerUrl } = await migrate(url('winnow_bench'), { key })
  await admin.end()

  const app = connect(appUrl)
  const owner = postgres(url('winnow_bench'), { max: 1, onnotice: () => undefined })
  try {
    const append = await seconds(async () => {
      for (let at = 0; at < entries; at += BATCH) {
        await transact((tx) => appendEntries(tx, { kind: 'system', name: 'bench' }, events(BATCH)), app.db)
      }
    })
    const insert = await insertPlainly(owner)
    await owner`vacuum analyze log_pending`
    const sequence = await seconds(() =>
      drainPending({
        url: sequencerUrl,
        log: identityOf('log.bench.invalid/winnow', keyOfSeed(randomBytes(32))),
        folder: path.join(folder, 'checkpoints'),
      }),
    )
    const result = (name: string, time: number, note: string): BenchResult => ({
      name,
      perSecond: Math.round(entries / time),
      unit: 'entries/s',
      ratio: Math.round((time / insert) * 10) / 10,
      note,
    })
    return [
      result('log: plain insert', insert, `the same bytes, ${BATCH} rows a transaction`),
      result('log: append', append, 'validated, committed to, opening sealed'),
      result('log: sequence', sequence, 'gapless index, leaf hash, tiles, signed checkpoint'),
    ]
  } finally {
    await Promise.all([app.close(), owner.end()])
  }
}

/** The rows the sequencer is going to write, with its batches, columns and indices, but no tree, no lock, no deletion. */
async function insertPlainly(sql: postgres.Sql): Promise<number> {
  await sql`create table plain (idx bigint primary key, entry_id uuid not null unique, body bytea not null, leaf bytea not null)`
  const rows = await sql<{ id: string; entry_id: string; body: string }[]>`
    select id, entry_id, encode(body, 'hex') as body from log_pending order by id`
  return seconds(async () => {
    for (let at = 0; at < rows.length; at += BATCH) {
      const batch = rows.slice(at, at + BATCH)
      await sql`
        insert into plain (idx, entry_id, body, leaf)
        select id, entry_id, decode(body, 'hex'), sha256(decode(body, 'hex'))
        from unnest(${batch.map(({ id }) => id)}::bigint[], ${batch.map((row) => row.entry_id)}::uuid[], ${batch.map(({ body }) => body)}::text[])
          as t (id, entry_id, body)`
    }
  })
}

const DATASET = '00000000-0000-4000-8000-000000000001'

/** Decisions about items of their own. */
export function events(count: number): LogEvent[] {
  return Array.from({ length: count }, () => {
    const digest = randomBytes(32)
    return {
      type: 'decision',
      public: { dataset: 'bench', policy: 'ab'.repeat(32) },
      private: {
        scope: 'content',
        target: { digest: digest.toString('hex') },
        action: 'redact',
        category: 'pii',
        reason: 'pii-phone',
        spans: [{ field: 'text', start: 3, end: 14 }],
        supersedes: null,
      },
      about: itemSubject(DATASET, digest),
    }
  })
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
