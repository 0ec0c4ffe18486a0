import 'server-only'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { cannot } from '@/lib/auth/cannot'
import { keeping } from '@/lib/i18n/kept'
import { say } from '@/lib/i18n/say'
import type { PolicyInForce } from '@/lib/policies/queries'
import { isRecused } from '@/lib/review/voters'

type Begun = { datasetId: string; kind: string; policyVersionId: string | null }

/** Why what somebody decided together cannot go on, as it is stored; null when it can. */
export const whyStopped = (
  tx: Tx,
  actor: Member | null,
  policy: PolicyInForce,
  { datasetId, kind, policyVersionId }: Begun,
  permission: 'case.bulk' | 'takedown.handle',
): Promise<string | null> =>
  keeping(async (keep) => {
    const denied = actor ? cannot(actor, permission, datasetId) : say('bulk.carried.closed')
    if (denied) return keep(denied)
    if (kind === 'decide' && policy.id !== policyVersionId)
      return keep(say('bulk.carried.policy', { number: String(policy.number) }))
    return actor && (await isRecused(actor, datasetId, tx)) ? keep(say('bulk.carried.recused')) : null
  })
