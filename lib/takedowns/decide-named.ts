import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { takedownEvent, takedownTarget } from '@/db/schema'
import { actorRef, type Member } from '@/lib/auth/actor'
import { conflict, forbidden } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { policyInForce } from '@/lib/policies/queries'
import { recordSourceDecision } from '@/lib/review/decide-sources'
import { groundOf } from '@/lib/review/ground'
import { refuseRecused } from '@/lib/review/voters'
import { lookUp } from '@/lib/suppression/ask'
import { makeRules, planRules } from '@/lib/suppression/rules'
import { wasContested } from './appeal'
import type { decideNamedInput } from './input'
import { refuseOwnRequest } from './own-request'
import { recordEvent } from './request-row'
import { settle } from './settle'
import { may } from './status'
import { namedButNotFound } from './suppress'
import { handled } from './take'

/**
 * A lead's decision about the sources that an opt-out names and no row of the newest revision comes from: kept out of the revisions
 * to come, or not. Nobody else can decide it, because there is no item to look at.
 */
export async function decideNamed(
  tx: Tx,
  actor: Member,
  { requestId, action, reasonCode }: z.output<typeof decideNamedInput>,
): Promise<{ requestId: string; keptOut: boolean }> {
  const request = await handled(tx, actor, requestId)
  await refuseOwnRequest(tx, actor, requestId)
  await refuseRecused(tx, actor, request.datasetId)
  const named = may(request.status, 'act') ? await namedButNotFound(tx, request) : []
  if (named.length === 0) throw conflict(say('takedowns.errors.nothingToDecide'))
  if (await hasDecided(tx, actor, requestId)) throw forbidden(say('process.errors.declinedByYou'))
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

/** Contested, it is not decided again by the same person (Regulation (EU) 2022/2065 Art. 20(6)). */
async function hasDecided(tx: Tx, actor: Member, requestId: string): Promise<boolean> {
  if (!(await wasContested(tx, requestId))) return false
  const [decided] = await tx
    .select({ id: takedownEvent.id })
    .from(takedownEvent)
    .where(
      and(
        eq(takedownEvent.requestId, requestId),
        eq(takedownEvent.type, 'case_decided'),
        eq(takedownEvent.actor, actorRef(actor)),
        sql`${takedownEvent.data} ? 'named'`,
      ),
    )
    .limit(1)
  return decided !== undefined
}
