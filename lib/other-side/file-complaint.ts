import 'server-only'
import { eq, isNull, sql } from 'drizzle-orm'
import { type Db, transact, type Tx } from '@/db/client'
import { complaint } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { enqueue } from '@/lib/jobs/enqueue'
import { lockRequest } from '@/lib/takedowns/request-row'
import { lastEvent } from '@/lib/takedowns/said'
import { take } from '@/lib/takedowns/take'
import { type Answering, answering } from './bind'
import { noteKeptOut } from './kept-out'
import { casesThatRemoved, inHex, namedRows, quotedIn, removedTexts } from './removed-items'

/** Texts that are opened before the next step is left to the next run of the job. */
const TEXTS_AT_ONCE = 5_000

/** Where the search for the words of a complaint goes on: behind `after`, a digest in hex. `since`: the event that asked for it. */
export type Search = { requestId: string; since: string; after: string }

/**
 * A confirmed complaint of whoever wrote what was taken out: what it names by place, id, address or digest is looked up, the words of a text
 * are left to a job of their own ({@link lookAmongRemoved}), and then it is laid before the leads.
 */
export async function fileComplaint(on: Db, requestId: string): Promise<void> {
  const { datasetId } = await transact((tx) => lockRequest(tx, requestId), on)
  const rows = await namedRows(on, { id: requestId, datasetId })
  const digests = [...new Set(rows.map(({ digest }) => inHex(digest)))]
  const quotes = await quotedIn(on, requestId)
  await transact(async (tx) => {
    const asked = await answering(tx, requestId)
    if (!asked) return
    await begin(tx, asked, digests)
    await noteKeptOut(tx, asked.request, { digests, rows }, { anew: true })
    const since = await askedBy(tx, requestId)
    if (quotes.length > 0 && since) await lookOn(tx, { requestId, since, after: '' })
    else await lay(tx, asked)
  }, on)
}

/**
 * Looks for the words of a complaint in some of the texts that were taken out, each of which has to be opened for it, writes down what is
 * found with where it goes on, and lays the complaint before the leads behind the last. Killed anywhere it goes on behind the last step; a
 * complaint that was taken back, or says something else by now, is left alone.
 */
export async function lookAmongRemoved(
  on: Db,
  { requestId, since, after }: Search,
  { signal, most = TEXTS_AT_ONCE }: { signal?: AbortSignal; most?: number } = {},
): Promise<void> {
  const { datasetId, status } = await transact((tx) => lockRequest(tx, requestId), on)
  const quotes = await quotedIn(on, requestId)
  if (status !== 'received' || quotes.length === 0) return
  const found: string[] = []
  let [behind, looked]: [string, number] = [after, 0]
  let more = false
  for await (const { digest, text } of removedTexts(on, datasetId, { from: after })) {
    signal?.throwIfAborted()
    if (quotes.some(({ find }) => text.some(find))) found.push(digest)
    ;[behind, looked] = [digest, looked + 1]
    if (looked === most) {
      more = true
      break
    }
  }
  await transact(async (tx) => {
    const asked = await answering(tx, requestId)
    if (!asked || (await askedBy(tx, requestId)) !== since) return
    await add(tx, asked, found)
    await noteKeptOut(tx, asked.request, { digests: found, rows: [] })
    if (more) await lookOn(tx, { requestId, since, after: behind })
    else await lay(tx, asked)
  }, on)
}

/** One of all complaints at a time: anybody can send one, and each opens every text that is out. */
const lookOn = (tx: Tx, search: Search): Promise<void> =>
  enqueue(tx, 'takedown.look-among-removed', search, {
    queue: 'takedown/look-among-removed',
    key: `takedown.look-among-removed/${search.since}`,
  })

/** The event by which it says what it says now. */
const askedBy = async (tx: Tx, requestId: string): Promise<string | undefined> =>
  (await lastEvent(tx, requestId, ['confirmed', 'info_given']))?.id

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
async function add(tx: Tx, { request }: Answering, digests: readonly string[]): Promise<void> {
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
async function lay(tx: Tx, { request }: Answering): Promise<void> {
  await take(tx, system('takedown'), request, 'match', { type: 'matched' })
}
