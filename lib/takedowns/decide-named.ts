import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { takedownTarget } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { policyInForce } from '@/lib/policies/queries'
import { recordSourceDecision } from '@/lib/review/decide-sources'
import { groundOf } from '@/lib/review/ground'
import { lookUp } from '@/lib/suppression/ask'
import { makeRules, planRules } from '@/lib/suppression/rules'
import type { decideNamedInput } from './input'
import { lockRequest, recordEvent } from './request-row'
import { settle } from './settle'
import { may } from './status'
import { namedButNotFound } from './suppress'

/**
 * A lead's decision about the sources that an opt-out names and no row of the newest revision comes from: kept out of the revisions
 * to come, or not. Nobody else can decide it, because there is no item to look at.
 */
export async function decideNamed(
  tx: Tx,
  actor: Member,
  { requestId, action, reasonCode }: z.output<typeof decideNamedInput>,
): Promise<{ requestId: string; keptOut: boolean }> {
  const request = await lockRequest(tx, requestId)
  authorize(actor, request.restricted ? 'restricted.handle' : 'takedown.handle', {
    datasetId: request.datasetId,
    visible: !request.restricted,
    what: 'request',
  })
  const named = may(request.status, 'act') ? await namedButNotFound(tx, request) : []
  if (named.length === 0) throw conflict(say('takedowns.errors.nothingToDecide'))
  const policy = await policyInForce(tx, request.datasetId)
  groundOf(policy, request, { action, reasonCode })

  if (action === 'remove') {
    const planned = await planRules(tx, request.datasetId, (on) =>
      Promise.all(named.map(({ source }) => lookUp(on, request, source))),
    )
    const made = await recordSourceDecision(tx, actor, request, {
      ...{ policy, category: request.category, action, reasonCode },
      ruleIds: planned.map(({ id }) => id),
      requestId,
    })
    await makeRules(tx, actor, request, planned, made)
  }
  await tx
    .update(takedownTarget)
    .set({ state: action === 'remove' ? 'kept_out' : 'declined' })
    .where(
      and(
        eq(takedownTarget.requestId, requestId),
        inArray(
          takedownTarget.id,
          named.map(({ id }) => id),
        ),
      ),
    )
  await recordEvent(tx, actor, request, 'case_decided', {
    ...{ named: named.length, action, reason: reasonCode, policy: policy.id },
  })
  await settle(tx, request)
  return { requestId, keptOut: action === 'remove' }
}
