import 'server-only'
import { eq, isNull, sql } from 'drizzle-orm'
import { type Db, transact, type Tx } from '@/db/client'
import { complaint } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { lockRequest, recordEvent } from '@/lib/takedowns/request-row'
import { take } from '@/lib/takedowns/take'
import { type Answering, answering } from './bind'
import { noteKeptOut } from './kept-out'
import { casesThatRemoved, inHex, namedRows, quotedBy, removedTexts } from './removed-items'
import { askedBy, lookOn, type Search, TEXTS_AT_ONCE } from './words-search'

/**
 * A confirmed complaint of whoever wrote what was taken out: what it names by place, id, address or digest is looked up, the words of a text
 * are left to a job of their own ({@link lookAmongRemoved}), and then it is laid before the leads.
 */
export async function fileComplaint(on: Db, requestId: string): Promise<void> {
  const { datasetId } = await transact((tx) => lockRequest(tx, requestId), on)
  const rows = await namedRows(on, { id: requestId, datasetId })
  const digests = [...new Set(rows.map(({ digest }) => inHex(digest)))]
  const isQuoted = await quotedBy(on, requestId)
  await transact(async (tx) => {
    const asked = await answering(tx, requestId)
    if (!asked) return
    await begin(tx, asked, digests)
    await noteKeptOut(tx, asked.request, { digests, rows }, { anew: true })
    const since = await askedBy(tx, requestId)
    if (isQuoted && since) await lookOn(tx, { requestId, since, after: '' })
    else await lay(tx, asked)
  }, on)
}

/**
 * Looks for the words of a complaint in some of the texts that were taken out, each of which has to be opened for it, writes down what is
 * found with where it goes on, and lays the complaint before the leads behind the last. Killed anywhere it goes on behind the last step; a
 * complaint that was taken back, was heard, or says something else by now, is left alone.
 */
export async function lookAmongRemoved(
  on: Db,
  { requestId, since, after, decided }: Search,
  { signal, most = TEXTS_AT_ONCE }: { signal?: AbortSignal; most?: number } = {},
): Promise<void> {
  const { datasetId, status } = await transact((tx) => lockRequest(tx, requestId), on)
  const isQuoted = await quotedBy(on, requestId)
  if (status !== (decided ? 'under_review' : 'received') || !isQuoted) return
  const found: string[] = []
  let [behind, looked]: [string, number] = [after, 0]
  let more = false
  const of = { from: after, ...(decided && { since: new Date(decided.from) }) }
  for await (const { digest, text } of removedTexts(on, datasetId, of)) {
    signal?.throwIfAborted()
    if (isQuoted(text)) found.push(digest)
    ;[behind, looked] = [digest, looked + 1]
    if (looked === most) {
      more = true
      break
    }
  }
  await transact(async (tx) => {
    const asked = decided ? await unheard(tx, requestId) : await answering(tx, requestId)
    if (!asked || (await askedBy(tx, requestId)) !== since) return
    await add(tx, asked, found)
    await noteKeptOut(tx, asked.request, { digests: found, rows: [] })
    if (more) await lookOn(tx, { requestId, since, after: behind, decided })
    else if (decided)
      await recordEvent(tx, system('takedown'), asked.request, 'matched', { until: decided.until })
    else await lay(tx, asked)
  }, on)
}

/** A complaint that lies before the leads, locked; null when it was heard, or is somewhere else by now. */
async function unheard(tx: Tx, requestId: string): Promise<Pick<Answering, 'request'> | null> {
  const request = await lockRequest(tx, requestId)
  const [filed] = await tx.select().from(complaint).where(eq(complaint.requestId, requestId)).for('update')
  return request.status === 'under_review' && filed?.heardBy === null ? { request } : null
}

/** What it names now, in place of what it named before. */
async function begin(tx: Tx, { request }: Answering, digests: readonly string[]): Promise<void> {
  const { id: requestId, datasetId } = request
  const caseIds = await casesThatRemoved(tx, datasetId, digests)
  await tx
    .insert(complaint)
    .values({ requestId, datasetId, digests: [...digests], caseIds })
    .onConflictDoUpdate({
      target: complaint.requestId,
      set: { digests: [...digests], caseIds },
      setWhere: isNull(complaint.heardBy),
    })
}

/** And what else is found, in the order in which everybody locks the cases. */
async function add(
  tx: Tx,
  { request }: Pick<Answering, 'request'>,
  digests: readonly string[],
): Promise<void> {
  const { id: requestId, datasetId } = request
  if (digests.length === 0) return
  const caseIds = await casesThatRemoved(tx, datasetId, digests)
  await tx
    .update(complaint)
    .set({
      digests: sql`array(select unnest(${complaint.digests}) union select unnest(${sql.param([...digests])}::text[]))`,
      caseIds: sql`array(
        select c.id from review_case c
        where c.dataset_id = ${datasetId}
          and c.id in (select unnest(${complaint.caseIds} || ${sql.param(caseIds)}::uuid[]))
        order by c.digest, c.category)`,
    })
    .where(eq(complaint.requestId, requestId))
}

/**
 * Whether or not there is anything of it: before somebody has seen that its sender wrote it, they learn nothing that they could ask of a
 * stranger's text.
 */
async function lay(tx: Tx, { request }: Pick<Answering, 'request'>): Promise<void> {
  await take(tx, system('takedown'), request, 'match', { type: 'matched' })
}
