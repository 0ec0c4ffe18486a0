import 'server-only'
import { eq } from 'drizzle-orm'
import { type Db, transact } from '@/db/client'
import { takedownRequest } from '@/db/schema'
import { fileComplaint } from './file-complaint'
import { fileCounter } from './file-counter'
import { heldForLook } from './suspension'
import { listedRows } from './listed-rows'
import { retractByRequest } from './retract-verbs'

/** What is not looked for in the dataset, or not yet: a request that answers another one, and one whose sender is looked at first. */
export async function isDealtWith(on: Db, requestId: string): Promise<boolean> {
  const [request] = await on
    .select({ kind: takedownRequest.kind })
    .from(takedownRequest)
    .where(eq(takedownRequest.id, requestId))
  switch (request?.kind) {
    case 'counter_notice': {
      const rows = await listedRows(on, requestId)
      await transact((tx) => fileCounter(tx, requestId, rows), on)
      return true
    }
    case 'complaint':
      await fileComplaint(on, requestId)
      return true
    case 'retraction':
      await transact((tx) => retractByRequest(tx, requestId), on)
      return true
    default:
      return transact((tx) => heldForLook(tx, requestId), on)
  }
}
