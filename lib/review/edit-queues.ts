import 'server-only'
import { and, eq, inArray, max, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { category, dataset, reviewQueue } from '@/db/schema'
import { actorRef, type Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { conflict, invalid, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { refuseStale } from './opened'
import { recordChange } from './queue-changes'
import type { moveQueueInput, QueueRulesInput } from './queue-input'
import { type Queue, takesEverything } from './queue-rules'
import { ensureQueues } from './queues'
import { countWouldTake } from './queue-preview'
import { changeRules } from './route'

export type QueueSaved = {
  slug: string
  name: string
  saved: boolean
  /** Open cases that would be here, when only that was asked. */
  preview: { cases: number; capped: boolean } | null
}

/**
 * Adds a queue before the one that takes everything, or changes one; or, when only asked what it would take, counts. The open cases
 * follow by a job: those nobody has begun take the new rules.
 */
export async function saveQueue(tx: Tx, actor: Member, input: QueueRulesInput): Promise<QueueSaved> {
  const { datasetId, queueId, intent, opened, ...rules } = input
  authorize(actor, 'queue.edit', { datasetId })
  await refuseUnknown(tx, rules.categories)
  if (intent === 'preview') {
    const preview = await countWouldTake(tx, { datasetId, queueId, rules })
    return { slug: await slugOf(tx, datasetId), name: rules.name, saved: false, preview }
  }
  const { slug, queues } = await lockQueues(tx, datasetId)
  if (queueId === null) await add(tx, actor, { datasetId, rules, queues })
  else await change(tx, actor, { datasetId, queueId, rules, queues, opened })
  await enqueue(tx, 'review.reroute', { datasetId })
  return { slug, name: rules.name, saved: true, preview: null }
}

export type QueueMoved = { slug: string; name: string }

/** Moves a queue one place up or down: what it takes, those below it never see. */
export async function moveQueue(
  tx: Tx,
  actor: Member,
  { datasetId, queueId, by, from: seen }: z.output<typeof moveQueueInput>,
): Promise<QueueMoved> {
  authorize(actor, 'queue.edit', { datasetId })
  const { slug, queues } = await lockQueues(tx, datasetId)
  const from = queues.findIndex(({ id }) => id === queueId)
  const moved = queues[from]
  if (!moved) throw notFound('queue')
  if (seen !== undefined && seen !== from + 1)
    throw conflict(say('queues.errors.orderChanged', { queue: moved.name, place: String(from + 1) }))
  const to = by === 'up' ? from - 1 : from + 1
  if (!queues[to])
    throw conflict(say(`queues.errors.${by === 'up' ? 'first' : 'last'}`, { queue: moved.name }))
  const ids = queues.map(({ id }) => id)
  await writeOrder(tx, datasetId, ids.toSpliced(from, 1).toSpliced(to, 0, queueId))
  await recordChange(
    tx,
    actor,
    { datasetId, queue: moved, change: 'moved' },
    { before: { place: from + 1 }, after: { place: to + 1 } },
  )
  await enqueue(tx, 'review.reroute', { datasetId })
  return { slug, name: moved.name }
}

/** Takes a queue out of use: its open cases go to the first of the others that takes them. Never the last that takes everything. */
export async function retireQueue(
  tx: Tx,
  actor: Member,
  { datasetId, queueId }: { datasetId: string; queueId: string },
): Promise<QueueMoved> {
  authorize(actor, 'queue.edit', { datasetId })
  const { slug, queues } = await lockQueues(tx, datasetId)
  const found = queues.find(({ id }) => id === queueId)
  if (!found) throw notFound('queue')
  refuseGap(queues.filter(({ id }) => id !== queueId))
  await tx.update(reviewQueue).set({ retiredAt: new Date() }).where(isQueue(datasetId, queueId))
  await recordChange(
    tx,
    actor,
    { datasetId, queue: found, change: 'retired' },
    { before: { ...rulesOf(found) }, after: {} },
  )
  await enqueue(tx, 'review.reroute', { datasetId })
  return { slug, name: found.name }
}

type Rules = Omit<QueueRulesInput, 'datasetId' | 'queueId' | 'intent' | 'opened'>
type Known = { datasetId: string; rules: Rules; queues: Queue[] }

async function add(tx: Tx, actor: Member, { datasetId, rules, queues }: Known): Promise<void> {
  const [last] = await tx
    .select({ ordinal: max(reviewQueue.ordinal) })
    .from(reviewQueue)
    .where(eq(reviewQueue.datasetId, datasetId))
  const [made] = await tx
    .insert(reviewQueue)
    .values({ ...rules, datasetId, ordinal: (last?.ordinal ?? 0) + 1, createdBy: actorRef(actor) })
    .returning({ id: reviewQueue.id })
  if (!made) throw new Error('a queue was written and has no id')
  const place = queues.findIndex(takesEverything)
  const ids = queues.map(({ id }) => id)
  await writeOrder(tx, datasetId, ids.toSpliced(place < 0 ? ids.length : place, 0, made.id))
  await recordChange(
    tx,
    actor,
    { datasetId, queue: { ...made, name: rules.name }, change: 'added' },
    { before: {}, after: rules },
  )
}

type Changed = Known & { queueId: string; opened: string | undefined }

async function change(
  tx: Tx,
  actor: Member,
  { datasetId, queueId, rules, queues, opened }: Changed,
): Promise<void> {
  const found = queues.find(({ id }) => id === queueId)
  if (!found) throw conflict(say('queues.errors.retired'))
  await refuseStale(tx, { datasetId, queueId }, { opened, now: rulesOf(found), wanted: rules })
  refuseGap(queues.map((queue) => (queue.id === queueId ? { ...queue, ...rules } : queue)))
  await tx.update(reviewQueue).set(rules).where(isQueue(datasetId, queueId))
  await recordChange(
    tx,
    actor,
    { datasetId, queue: { id: queueId, name: rules.name }, change: 'changed' },
    { before: rulesOf(found), after: rules },
  )
}

/** Whatever fits nowhere else has to fit somewhere. */
function refuseGap(left: readonly Queue[]): void {
  if (!left.some(takesEverything)) throw conflict(say('queues.errors.gap'))
}

async function refuseUnknown(tx: Tx, categories: readonly string[] | null): Promise<void> {
  if (!categories) return
  const known = await tx
    .select({ id: category.id })
    .from(category)
    .where(inArray(category.id, [...categories]))
  if (known.length < categories.length)
    throw invalid(say('queues.errors.unknownCategory'), { categories: [say('queues.errors.chooseFromList')] })
}

async function writeOrder(tx: Tx, datasetId: string, ids: readonly string[]): Promise<void> {
  await tx.execute(sql`
    update review_queue q set ordinal = o.n
    from unnest(${sql.param([...ids])}::uuid[]) with ordinality as o (id, n)
    where q.dataset_id = ${datasetId} and q.id = o.id`)
}

/** Of two people who change the queues at a time, the second sees what the first did. */
async function lockQueues(tx: Tx, datasetId: string): Promise<{ slug: string; queues: Queue[] }> {
  const slug = await slugOf(tx, datasetId)
  await changeRules(tx, datasetId)
  return { slug, queues: await ensureQueues(tx, datasetId) }
}

async function slugOf(tx: Tx, datasetId: string): Promise<string> {
  const [row] = await tx.select({ slug: dataset.slug }).from(dataset).where(eq(dataset.id, datasetId))
  if (!row) throw notFound('dataset')
  return row.slug
}

const isQueue = (datasetId: string, id: string) =>
  and(eq(reviewQueue.datasetId, datasetId), eq(reviewQueue.id, id))

/** What of a queue its rules are. */
export const rulesOf = ({ id: _id, ordinal: _ordinal, ...rules }: Queue): Record<string, unknown> => rules
