import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takedownRequest } from '@/db/schema'
import { fileCounter } from './counter'
import { heldForLook } from './suspension'
import { retractByRequest } from './retract-verbs'

/** What is not looked for in the dataset, or not yet: a request that answers another one, and one whose sender is looked at first. */
export async function isDealtWith(tx: Tx, requestId: string): Promise<boolean> {
  const [request] = await tx
    .select({ kind: takedownRequest.kind })
    .from(takedownRequest)
    .where(eq(takedownRequest.id, requestId))
  if (request?.kind === 'counter_notice') await fileCounter(tx, requestId)
  else if (request?.kind === 'retraction') await retractByRequest(tx, requestId)
  else return heldForLook(tx, requestId)
  return true
}
