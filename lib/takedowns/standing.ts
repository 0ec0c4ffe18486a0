import 'server-only'
import type { Db, Tx } from '@/db/client'
import { contactOf } from './contact'
import type { LockedRequest } from './request-row'

/** Whether a request also holds for what comes from the same sources later: an opt-out does, unless whoever sent it asked for less. */
export async function holdsLater(on: Db | Tx, request: Pick<LockedRequest, 'id' | 'kind'>): Promise<boolean> {
  if (request.kind !== 'opt_out') return false
  return (await contactOf(on, request.id))?.answers.include_future !== 'no'
}
