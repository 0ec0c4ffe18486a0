import 'server-only'
import { and, eq, ne, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { type Db, db, transact, type Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { category, dataset, takedownRequest, urgentReport } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { enqueue } from '@/lib/jobs/enqueue'
import { suppressionHmac } from '@/lib/suppression/match'
import { eraseLater } from '@/lib/takedowns/contact'
import { locate } from '@/lib/takedowns/locate'
import { newToken } from '@/lib/takedowns/tokens'
import { fileReport, hide } from './file'
import { tellOfficers } from './tell-officers'

type Found = { datasetId: string; digest: string }

type Restricted = {
  requestId: string
  datasetId: string
  category: string
  attestation: string
  submittedAt: Date
  network: Buffer | null
  passedBy: string | null
  passedAt: Date | null
}

/**
 * Reports about the same item that come at once find each other's. Before anything of an item is locked: whoever has the turn goes on to
 * lock items of every dataset.
 */
export const takeTurnElsewhere = (tx: Tx): Promise<void> => takeTurns(tx, 'takedown/elsewhere')

/**
 * Takes the items of a restricted request out of sight in every other dataset that has them: as a report of its own there, with its own
 * clock and answer, of which its sender has no page and hears nothing. In the transaction of the request, so that nothing has to run first.
 */
export async function hideElsewhere(tx: Tx, requestId: string): Promise<void> {
  const of = await restrictedRequest(tx, requestId)
  if (!of) return
  const rows = await tx.execute<Found>(sql`
    select distinct i.dataset_id as "datasetId", encode(i.digest, 'hex') as digest
    from takedown_match m
    join dataset s on s.id <> m.dataset_id
    join item i on i.dataset_id = s.id and i.digest = m.digest
    where m.request_id = ${requestId}`)
  await reportIn(tx, of, [...rows])
}

/** The same of what only files hold, by the index of the newest revision of every other dataset. Without a lock on anything while it looks. */
export async function lookElsewhere(requestId: string): Promise<void> {
  const of = await restrictedRequest(db(), requestId)
  if (!of) return
  const found = await inFiles(db(), of)
  await transact(async (tx) => {
    await hideElsewhere(tx, requestId)
    await reportIn(tx, of, found)
  })
}

/** What a report of its own elsewhere says as the request does. Null of what is not restricted, of which nothing is looked for elsewhere. */
export async function restrictedRequest(on: Db | Tx, requestId: string): Promise<Restricted | null> {
  const [of] = await on
    .select({
      requestId: takedownRequest.id,
      datasetId: takedownRequest.datasetId,
      category: takedownRequest.category,
      attestation: takedownRequest.attestation,
      submittedAt: takedownRequest.submittedAt,
      network: urgentReport.network,
      passedBy: urgentReport.passedBy,
      passedAt: urgentReport.passedAt,
    })
    .from(takedownRequest)
    .innerJoin(category, and(eq(category.id, takedownRequest.category), eq(category.restricted, 1)))
    .leftJoin(urgentReport, eq(urgentReport.requestId, takedownRequest.id))
    .where(eq(takedownRequest.id, requestId))
  return of ?? null
}

async function inFiles(on: Db, of: Restricted): Promise<Found[]> {
  const { requestId } = of
  const matched = await on.execute<{ digest: string }>(sql`
    select distinct encode(digest, 'hex') as digest from takedown_match where request_id = ${requestId}`)
  if (matched.length === 0) return []
  const targets = matched.map(({ digest }) => ({
    id: randomUUID(),
    target: { kind: 'digest' as const, value: digest },
  }))
  const pending = new Set(targets.map(({ id }) => id))
  const others = await on.select({ id: dataset.id }).from(dataset).where(ne(dataset.id, of.datasetId))
  const found: Found[] = []
  for (const { id: datasetId } of others) {
    const located = await locate(on, { requestId, datasetId, targets, pending })
    for (const { digest } of located?.hits ?? []) found.push({ datasetId, digest: digest.toString('hex') })
  }
  return found
}

/** What somebody has answered or works on there in this category is in hand already, and not what a request names that waits. `revisionId`: what is read in there, when it is. */
export async function reportIn(
  tx: Tx,
  of: Restricted,
  found: readonly Found[],
  revisionId?: string,
): Promise<void> {
  if (found.length === 0) return
  await takeTurnElsewhere(tx)
  const isInHand = await inHand(tx, of.category, found)
  const { attestation, network, passedBy, passedAt, submittedAt } = of
  for (const datasetId of [...new Set(found.map((one) => one.datasetId))].sort()) {
    const digests = new Set(found.filter((one) => one.datasetId === datasetId).map(({ digest }) => digest))
    const targets = [...digests]
      .filter((digest) => !isInHand({ datasetId, digest }))
      .map((value) => ({ kind: 'digest' as const, value }))
    if (targets.length === 0) continue
    const report = await fileReport(tx, system('takedown'), {
      ...{ datasetId, attestation, network, targets, submittedAt },
      ...{ answers: { concern: of.category }, trackingHash: newToken().hash, passed: { passedBy, passedAt } },
    })
    await eraseLater(tx, report.id, submittedAt)
    await hide(tx, report, revisionId)
    await enqueue(tx, 'takedown.match', { requestId: report.id }, { first: true })
    await tellOfficers(tx)
  }
}

async function inHand(tx: Tx, categoryId: string, found: readonly Found[]): Promise<(one: Found) => boolean> {
  const keys = found.map(({ datasetId, digest }) => ({
    ...{ datasetId, digest },
    source: suppressionHmac(datasetId, 'digest', digest).toString('hex'),
  }))
  const rows = await tx.execute<Found>(sql`
    select a."datasetId", a.digest
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as a ("datasetId" uuid, digest text, source text)
    where exists (
      select from review_case c
      where c.dataset_id = a."datasetId" and c.digest = decode(a.digest, 'hex') and c.category = ${categoryId})
    or exists (
      select from takedown_target t join takedown_request q on q.id = t.request_id
      where t.source = decode(a.source, 'hex') and q.dataset_id = a."datasetId" and q.category = ${categoryId}
        and q.status in ('received', 'under_review', 'duplicate'))`)
  const known = new Set(rows.map(({ datasetId, digest }) => `${datasetId} ${digest}`))
  return ({ datasetId, digest }) => known.has(`${datasetId} ${digest}`)
}
