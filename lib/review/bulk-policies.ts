import 'server-only'
import { db } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { cannot } from '@/lib/auth/cannot'
import { policyInForce } from '@/lib/policies/queries'
import type { Scope } from './scope'

export type BulkPolicy = {
  datasetId: string
  /** Why this member cannot decide many at once here. */
  denied: string | null
  policyVersionId: string
  policyNumber: number
  reasons: { code: string; category: string; label: string; actions: string[] }[]
}

/** For each dataset in sight the grounds a bulk decision can rest on, or why there can be none. */
export function bulkPolicies(
  actor: Member,
  scopes: readonly Pick<Scope, 'datasetId'>[],
): Promise<BulkPolicy[]> {
  return Promise.all(
    scopes.map(async ({ datasetId }) => {
      const denied = cannot(actor, 'case.bulk', datasetId) ?? null
      const { id, number, reasons } = await policyInForce(db(), datasetId)
      return {
        datasetId,
        denied,
        policyVersionId: id,
        policyNumber: number,
        reasons: denied === null ? reasons : [],
      }
    }),
  )
}
