import 'server-only'
import { sql } from 'drizzle-orm'
import { transact, type Tx } from '@/db/client'
import { openCases } from './open-cases'
import { sweepArrivals } from './rounds'

/** Items whose cases are locked at a time. */
const CHUNK = 500

/**
 * The open cases of a dataset that any of these detectors, or members, flagged take the weights that hold now: their points, and with
 * them their place in every order. In chunks of one transaction each; done again it changes nothing.
 */
export async function repoint(datasetId: string, detectors: readonly string[]): Promise<void> {
  await transact((tx) => sweepArrivals(tx, datasetId))
  for (let after: Buffer | undefined = Buffer.alloc(0); after;) {
    const from: Buffer = after
    after = await transact((tx) => repointSome(tx, datasetId, { detectors, after: from }))
  }
}

type Some = { detectors: readonly string[]; after: Buffer }

/** @returns the last digest of a full chunk */
async function repointSome(
  tx: Tx,
  datasetId: string,
  { detectors, after }: Some,
): Promise<Buffer | undefined> {
  const rows = await tx.execute<{ digest: Buffer }>(sql`
    select distinct c.digest from review_case c
    where c.dataset_id = ${datasetId} and c.status = 'open' and c.digest > ${after}
      and exists (
        select from flag f
        where f.dataset_id = c.dataset_id and f.digest = c.digest and f.category = c.category
          and f.detector = any (${sql.param([...detectors])}::text[]))
    order by c.digest limit ${CHUNK}`)
  await openCases(
    tx,
    datasetId,
    rows.map(({ digest }) => digest),
  )
  return rows.length === CHUNK ? rows.at(-1)?.digest : undefined
}
