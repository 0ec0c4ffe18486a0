import 'server-only'
import { isNull } from 'drizzle-orm'
import { type Db, transact, type Tx } from '@/db/client'
import { complaint } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { lockRequest } from '@/lib/takedowns/request-row'
import { take } from '@/lib/takedowns/take'
import { answering } from './bind'
import { casesThatRemoved, namedTexts } from './removed-items'

/** A confirmed complaint of whoever wrote what was taken out: looked for, and laid before the leads. */
export async function fileComplaint(on: Db, requestId: string): Promise<void> {
  const { datasetId } = await transact((tx) => lockRequest(tx, requestId), on)
  const digests = await namedTexts(on, requestId, datasetId)
  await transact((tx) => file(tx, requestId, digests), on)
}

/**
 * Whether or not there is anything of it: before somebody has seen that its sender wrote it, they learn nothing that they could ask of a
 * stranger's text.
 */
async function file(tx: Tx, requestId: string, digests: readonly string[]): Promise<void> {
  const asked = await answering(tx, requestId)
  if (!asked) return
  const { datasetId } = asked.request
  const caseIds = await casesThatRemoved(tx, datasetId, digests)
  await tx
    .insert(complaint)
    .values({ requestId, datasetId, caseIds })
    .onConflictDoUpdate({
      target: complaint.requestId,
      set: { caseIds },
      setWhere: isNull(complaint.heardBy),
    })
  await take(tx, system('takedown'), asked.request, 'match', { type: 'matched' })
}
