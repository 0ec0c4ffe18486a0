import 'server-only'
import { createHash } from 'node:crypto'
import { and, eq, notInArray, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { takedownReach, takedownTarget } from '@/db/schema'
import type { ReachTally } from '@/db/schema/reach'
import { byteaArray, inBatches } from '@/lib/datasets/arrays'
import type { Counted, Located } from './found'
import type { LockedRequest } from './request-row'
import { reachesFar, secondPersonOf } from './second-person'
import { isBeyondUnseen } from './unseen'

/** What of the counted rows is out, masked or kept already, and what others ask about too. Outside the transaction: it reads for every item. */
export async function tallyOf(
  on: Db,
  { requestId, datasetId }: { requestId: string; datasetId: string },
  { ofItem }: Counted,
): Promise<ReachTally> {
  const tally: ReachTally = { gone: 0, masked: 0, kept: 0, asked: 0, requests: 0 }
  const requests = new Set<string>()
  await inBatches([...ofItem], async (slice) => {
    const digests = byteaArray(slice.map(([hex]) => Buffer.from(hex, 'hex')))
    const rows = await on.execute<{
      digest: string
      gone: boolean
      masked: boolean
      kept: boolean
      others: string[]
    }>(sql`
      select encode(c.digest, 'hex') as digest, coalesce(bool_or(d.action in ('remove', 'restrict')), false) as gone,
             coalesce(bool_or(d.action = 'redact'), false) as masked, coalesce(bool_or(d.action = 'keep'), false) as kept,
             array(select distinct m.request_id::text from takedown_match m
                   where m.dataset_id = ${datasetId} and m.digest = c.digest and m.request_id <> ${requestId}) as others
      from review_case c
      left join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
      where c.dataset_id = ${datasetId} and c.digest = any(${digests})
      group by c.digest`)
    const counts = new Map(slice)
    for (const { digest, gone, masked, kept, others } of rows) {
      const n = counts.get(digest) ?? 0
      if (gone) tally.gone += n
      else if (masked) tally.masked += n
      if (kept) tally.kept += n
      if (others.length > 0) tally.asked += n
      for (const other of others) requests.add(other)
    }
  })
  return { ...tally, requests: requests.size }
}

/**
 * Writes how far a request reaches now. Beyond the limits of its dataset it waits for two people, unless they have agreed to exactly
 * this before: as many rows of something else are not what they saw. What is restricted is taken out of sight at once and by others: it
 * waits only where one network, or all, hide more than anybody has looked at.
 */
export async function recordReach(
  tx: Tx,
  request: LockedRequest,
  { revisionId, reach, hits }: Located,
  tally: ReachTally,
): Promise<'open' | 'waiting' | 'approved'> {
  const { id: requestId, datasetId } = request
  const { rows, ofRows, byTarget } = reach
  // Those of words are counted while the files are read.
  for (const [id, n] of byTarget)
    await tx
      .update(takedownTarget)
      .set({ rows: n })
      .where(and(eq(takedownTarget.id, id), notInArray(takedownTarget.kind, ['quote', 'near'])))
  const [before] = await tx
    .select()
    .from(takedownReach)
    .where(eq(takedownReach.requestId, requestId))
    .for('update')
  const large = request.restricted
    ? await isBeyondUnseen(tx, requestId, new Set(hits.map(({ digest }) => digest.toString('hex'))).size)
    : reachesFar(reach, await secondPersonOf(datasetId, tx))
  const fingerprints = fingerprintsOf(revisionId, reach)
  const agreed = fingerprints.find((fingerprint) => before?.agreed?.equals(fingerprint) === true)
  const covers = agreed ?? fingerprints[0]
  const same = large && agreed !== undefined
  const state: 'open' | 'waiting' | 'approved' = !large
    ? 'open'
    : same && before?.state === 'approved'
      ? 'approved'
      : 'waiting'
  const counted = { revisionId, rows, ofRows, tally, covers, state, countedAt: new Date() } as const
  if (!before) await tx.insert(takedownReach).values({ requestId, datasetId, ...counted })
  else
    await tx
      .update(takedownReach)
      .set({ ...counted, ...(same ? {} : NOBODY) })
      .where(eq(takedownReach.requestId, requestId))
  return state
}

/** Nobody stands for it any more. */
const NOBODY = { agreed: null, firstBy: null, firstAt: null, secondBy: null, secondAt: null }

/**
 * What a request means was changed: who stood for it before does not stand for that, and until it is counted nobody can. What was
 * never counted stays so.
 */
export async function recount(tx: Tx, requestId: string): Promise<void> {
  await tx
    .update(takedownReach)
    .set({ ...NOBODY, covers: null, state: 'waiting' })
    .where(eq(takedownReach.requestId, requestId))
}

/**
 * What there is to agree to: the targets, and the rows that each item among what they mean stands in. Where there is no room to tell the
 * items apart it is the revision and the rows of each target: who agreed to these has agreed to their items, which are told apart as they
 * are followed in rounds (more.ts), so that holds as well.
 */
function fingerprintsOf(
  revisionId: string,
  { rows, looked, byTarget, ofItem }: Counted,
): [Buffer, ...Buffer[]] {
  const ofRevision = ofTargets(byTarget).update(`revision ${revisionId} ${rows}\n`).digest()
  if (looked < rows) return [ofRevision]
  const ofItems = ofTargets(byTarget)
  for (const [digest, n] of sorted(ofItem)) ofItems.update(`item ${digest} ${n}\n`)
  return [ofItems.digest(), ofRevision]
}

function ofTargets(byTarget: Counted['byTarget']) {
  const hash = createHash('sha256').update('winnow-reach/1\n')
  for (const [id, n] of sorted(byTarget)) hash.update(`target ${id} ${n}\n`)
  return hash
}

const sorted = (counts: ReadonlyMap<string, number>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1))

/** Whether two people still have to say that what a request reaches is meant. */
export async function waitsForSecond(on: Db | Tx, requestId: string): Promise<boolean> {
  const [row] = await on
    .select({ state: takedownReach.state })
    .from(takedownReach)
    .where(eq(takedownReach.requestId, requestId))
  return row?.state === 'waiting'
}

/** Whether what it reaches is being counted anew. */
export async function isCounted(on: Db | Tx, requestId: string): Promise<boolean> {
  const [row] = await on
    .select({ covers: takedownReach.covers })
    .from(takedownReach)
    .where(and(eq(takedownReach.requestId, requestId), eq(takedownReach.state, 'waiting')))
  return row?.covers === null
}
