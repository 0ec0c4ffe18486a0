import 'server-only'
import { sql } from 'drizzle-orm'
import { transact, type Tx } from '@/db/client'
import { enqueue } from '@/lib/jobs/enqueue'
import { isHeld } from './ran-out'
import { askWhereNobodyLeft, reviewsNow } from './seats'

/** Somebody votes no more in a dataset from now on: what they were the last for is looked at anew, in a job. */
export const lookWhoIsLeft = (tx: Tx, datasetId: string): Promise<void> =>
  enqueue(tx, 'review.nobody-left', { datasetId }, { key: `review.nobody-left ${datasetId}` })

/** Cases held at a time, and so how long a reviewer can wait for one of them. */
const CHUNK = 1_000

/** A place in the order in which everybody locks cases. */
type At = { digest: string; category: string }

/**
 * Ends the claims of who reviews in a dataset no more, and asks a lead for its open cases that have votes and nobody left to give another
 * one, in chunks of one transaction each. Answers for how many. Done again it changes nothing.
 */
export async function settleNobodyLeft(datasetId: string): Promise<number> {
  await transact((tx) => endClaimsOfGone(tx, datasetId))
  let asked = 0
  for (let after: At | null = { digest: '', category: '' }; after !== null;) {
    const from: At = after
    const step: Step = await transact((tx) => settle(tx, datasetId, from))
    asked += step.asked
    after = step.last
  }
  return asked
}

/** What they hold back to undo keeps its slot for its seconds: it is refused then, and this asked again. */
async function endClaimsOfGone(tx: Tx, datasetId: string): Promise<void> {
  const gone = await tx.execute<{ id: string }>(sql`
    select l.id from review_case c
    join lease l on l.dataset_id = c.dataset_id and l.case_id = c.id and l.ended_at is null
    where c.dataset_id = ${datasetId} and not c.restricted
      and not exists (select from ${reviewsNow} and p.id = l.reviewer_id)
      and not ${isHeld}
    order by c.digest, c.category for update of c`)
  await tx.execute(sql`
    select give_back_slots(${datasetId}, ${sql.param(gone.map(({ id }) => id))}::uuid[], 'released')`)
}

type Step = { asked: number; last: At | null }

async function settle(tx: Tx, datasetId: string, after: At): Promise<Step> {
  const begun = await tx.execute<At & { id: string }>(sql`
    select id, encode(digest, 'hex') as digest, category from review_case
    where dataset_id = ${datasetId} and status = 'open' and stage = 'review' and not restricted and taken > 0
      and (digest, category) > (decode(${after.digest}, 'hex'), ${after.category})
    order by digest, category limit ${CHUNK} for update`)
  // A statement of its own: it sees what the holders of those locks committed.
  const ids = begun.map(({ id }) => id)
  return {
    asked: await askWhereNobodyLeft(tx, datasetId, ids),
    last: begun.length < CHUNK ? null : (begun.at(-1) ?? null),
  }
}
