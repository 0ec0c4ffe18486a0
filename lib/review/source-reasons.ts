import 'server-only'
import { db } from '@/db/client'
import { listCategories } from '@/lib/flags/queries'
import { policyInForce, type Reason } from '@/lib/policies/queries'
import type { Action } from './status'

/** Reasons of the policy in force that carry an action about a source as such: not those of restricted categories. */
export async function sourceReasons(datasetId: string, action: Action, category?: string): Promise<Reason[]> {
  const [policy, categories] = await Promise.all([policyInForce(db(), datasetId), listCategories()])
  const open = new Set(categories.filter(({ restricted }) => !restricted).map(({ id }) => id))
  return policy.reasons.filter(
    (reason) =>
      reason.actions.includes(action) &&
      open.has(reason.category) &&
      (category === undefined || reason.category === category),
  )
}
