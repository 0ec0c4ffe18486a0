import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { type Db, db, type Tx } from '@/db/client'
import { person, queueChange } from '@/db/schema'
import { type Actor, actorRef } from '@/lib/auth/actor'
import { changedBy, isActor } from './changed-by'

type Facts = Readonly<Record<string, unknown>>
type Change = (typeof queueChange.$inferInsert)['change']

/** Writes down who changed what, with only the fields that differ. Answers whether any does. */
export async function recordChange(
  tx: Tx,
  actor: Actor,
  about: { datasetId: string; queue: { id: string; name: string } | null; change: Change },
  { before, after }: { before: Facts; after: Facts },
): Promise<boolean> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
  )
  if (names.length === 0) return false
  const only = (facts: Facts) => Object.fromEntries(names.map((name) => [name, facts[name] ?? null]))
  await tx.insert(queueChange).values({
    datasetId: about.datasetId,
    change: about.change,
    queueId: about.queue?.id ?? null,
    name: about.queue?.name ?? null,
    before: only(before),
    after: only(after),
    actor: actorRef(actor),
  })
  return true
}

export type QueueChangeView = {
  id: string
  at: Date
  by: string
  change: Change
  /** Null for the settings. */
  queueId: string | null
  name: string | null
  before: Facts
  after: Facts
}

const MOST_SHOWN = 50

/** The latest changes of a dataset's queues and settings, newest first. */
export function queueChanges(datasetId: string, on: Db | Tx = db()): Promise<QueueChangeView[]> {
  return on
    .select({
      id: queueChange.id,
      at: queueChange.createdAt,
      by: changedBy(queueChange.actor),
      change: queueChange.change,
      queueId: queueChange.queueId,
      name: queueChange.name,
      before: queueChange.before,
      after: queueChange.after,
    })
    .from(queueChange)
    .leftJoin(person, isActor(queueChange.actor))
    .where(eq(queueChange.datasetId, datasetId))
    .orderBy(desc(queueChange.createdAt), desc(queueChange.id))
    .limit(MOST_SHOWN)
}
