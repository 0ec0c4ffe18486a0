import 'server-only'
import { sql } from 'drizzle-orm'
import { transact, type Tx } from '@/db/client'
import { byteaArray } from '@/lib/datasets/arrays'
import { openAll } from '@/lib/crypto/subject-seal'
import type { Target } from './parse-targets'
import { sourceKeyOf } from './suppress'

/** Targets that are opened at once. */
const PER_BATCH = 500

/**
 * Notes of every target that was named before sources were noted which source it stands for, so that whoever takes a request back is
 * told what others still ask for. In short transactions: killed anywhere, or run again, it does what is left. What was erased stays unnamed.
 */
export async function nameSources(signal?: AbortSignal): Promise<number> {
  let named = 0
  let last: string | null = null
  for (;;) {
    signal?.throwIfAborted()
    const batch: { named: number; last: string | null } = await transact((tx) => nameSome(tx, last))
    named += batch.named
    if (batch.last === null) return named
    last = batch.last
  }
}

async function nameSome(tx: Tx, after: string | null): Promise<{ named: number; last: string | null }> {
  const rows = await tx.execute<{ id: string; datasetId: string; sealed: Buffer }>(sql`
    select t.id, r.dataset_id as "datasetId", t.sealed from takedown_target t
    join takedown_request r on r.id = t.request_id
    where t.source is null and t.kind::text = any (${sql.param([...NAMING])}::text[])
      and ${after === null ? sql`true` : sql`t.id > ${after}::uuid`}
    order by t.id limit ${PER_BATCH}`)
  const opened = await openAll(
    tx,
    rows.map(({ sealed }) => ({ place: 'takedown_target', sealed })),
  )
  const found = rows.flatMap(({ id, datasetId }, i) => {
    const box = opened[i]
    const source = box ? sourceKeyOf(datasetId, JSON.parse(box.toString('utf8')) as Target) : null
    return source ? [{ id, source }] : []
  })
  if (found.length > 0)
    await tx.execute(sql`
      update takedown_target t set source = told.source
      from unnest(${sql.param(found.map(({ id }) => id))}::uuid[], ${byteaArray(found.map(({ source }) => source))}) as told (id, source)
      where t.id = told.id and t.source is null`)
  return { named: found.length, last: rows.at(-1)?.id ?? null }
}

/** Kinds that name a source (sourceNamed). */
const NAMING = ['source_id', 'url', 'prefix', 'domain', 'host', 'author', 'digest'] as const
