import 'server-only'
import { eq } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { suppressionRule } from '@/db/schema'
import { contactOf } from './contact'
import type { LockedRequest } from './request-row'

/**
 * Whether a request also holds for what comes from the same sources later: an opt-out does, unless whoever sent it asked for less. Of one
 * whose sender was erased nobody knows that any more: it held for later when rules were made for it, and makes none that it had not.
 */
export async function holdsLater(on: Db | Tx, request: Pick<LockedRequest, 'id' | 'kind'>): Promise<boolean> {
  if (request.kind !== 'opt_out') return false
  const contact = await contactOf(on, request.id)
  return contact ? contact.answers.include_future !== 'no' : hasRules(on, request.id)
}

async function hasRules(on: Db | Tx, requestId: string): Promise<boolean> {
  const [rule] = await on
    .select({ id: suppressionRule.id })
    .from(suppressionRule)
    .where(eq(suppressionRule.requestId, requestId))
    .limit(1)
  return rule !== undefined
}
