/**
 * Puts notices into the register of a running demonstration: one that stands, one that was rescinded, and a request of a lead's that
 * was answered and is in no register yet. Run as a process beside the product; says on its output where they are.
 */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import { dataset, registerEntry, registerFact, takedownRequest } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { buildNotice } from '@/lib/register/build'
import { openDatabase } from '@/lib/runtime/open-database'
import { prepareEnvironment } from '@/lib/runtime/prepare'
import type { TakedownKind } from '@/lib/takedowns/attestations'
import { submissionInput } from '@/lib/takedowns/input'
import { receive } from '@/lib/takedowns/receive'
import { lockRequest, recordEvent } from '@/lib/takedowns/request-row'
import { marked } from '../db/register-fields'

await prepareEnvironment()
const opened = await openDatabase()
const [set] = await db().select().from(dataset).where(eq(dataset.slug, 'harbour-forum'))
if (!set) throw new Error('there is no Harbour Forum')

/** A request that was answered: refused, so that nothing of the demonstration changes. */
async function answered(kind: TakedownKind, mark: string): Promise<string> {
  const fields = { ...marked(kind, mark), dataset: 'harbour-forum', email: `${mark}@people.example` }
  const before = new Set(await requests())
  await transact((tx) =>
    receive(tx, { kind: 'visitor', network: randomUUID() }, submissionInput.parse(fields)),
  )
  const id = (await requests()).find((one) => !before.has(one))
  if (!id) throw new Error('nothing was received')
  await transact(async (tx) => {
    await tx
      .update(takedownRequest)
      .set({ status: 'no_action', confirmedAt: new Date(), closedAt: new Date() })
      .where(eq(takedownRequest.id, id))
    await recordEvent(tx, system('test'), await lockRequest(tx, id), 'outcome', { outcome: 'no_action' })
  })
  return id
}

const requests = async () =>
  (
    await db()
      .select({ id: takedownRequest.id })
      .from(takedownRequest)
      .where(eq(takedownRequest.datasetId, set.id))
  ).map(({ id }) => id)

/** As two people and ten days would have it. */
async function published(requestId: string, rescinded: boolean): Promise<string> {
  return transact(async (tx) => {
    const request = await lockRequest(tx, requestId)
    const { notice } = await buildNotice(tx, request, {
      summary: 'The work is not in the dataset in a form that the claim is about.',
      hidden: [],
    })
    const [entry] = await tx
      .insert(registerEntry)
      .values({ requestId, datasetId: request.datasetId })
      .returning({ id: registerEntry.id })
    if (!entry) throw new Error('no entry was made')
    const fact = { registerId: entry.id, actor: 'system:test', entryId: randomUUID() }
    const past = new Date(Date.now() - 60_000)
    await tx.insert(registerFact).values({
      ...{ ...fact, type: 'released', notice, publishFrom: past, proposedBy: 'system:other', fourEyes: true },
      createdAt: past,
    })
    if (rescinded) await tx.insert(registerFact).values({ ...fact, type: 'rescinded', reason: 'delisted' })
    return entry.id
  })
}

const mark = `zq${Date.now().toString(36)}`
const made = {
  mark,
  entry: await published(await answered('copyright', `${mark}a`), false),
  rescinded: await published(await answered('licence', `${mark}b`), true),
  request: await answered('licence', `${mark}c`),
}
process.stdout.write(JSON.stringify(made))
await opened.close()
