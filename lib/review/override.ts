import 'server-only'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { conflict, forbidden, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { policyInForce } from '@/lib/policies/queries'
import { type LockedCase, lockCase } from './case-row'
import type { DecideView } from './decide'
import { decisionSpans } from './decision-spans'
import { groundOf } from './ground'
import type { OverrideInput } from './input'
import { judgedPassages } from './judged-passages'
import { type Resolution, resolve } from './resolve'
import { dropHeld, standDown } from './seats'
import { findingsNow, findingsVersion } from './seen'
import { sourceChosen } from './case-sources'
import { whyNotDirectly } from './refused-directly'
import { alreadyDecided, mayView } from './status'
import { refuseForeignTerritories } from './territories'

/**
 * A lead's direct decision: on an open case over its votes, on a decided one in place of the decision in force, which
 * stays on record as superseded. It never fills a quorum. Refuses when somebody else changed the decision first, and when the case was
 * opened again or got another finding since it was shown.
 */
export async function override(tx: Tx, actor: Member, input: OverrideInput): Promise<DecideView> {
  const checked = await checkOverride(tx, actor, input)
  const { found } = checked
  await standDown(tx, found, actor.id)
  await dropHeld(tx, found, actor.id)
  const { decisionId } = await resolve(tx, actor, checked)
  const { datasetId, slug: dataset, id: caseId } = found
  return {
    datasetId,
    dataset,
    caseId,
    action: input.action,
    state: 'decided',
    decisionId,
    queue: input.queue,
  }
}

/** Locks the case and refuses what could not be recorded now; writes nothing. */
export async function checkOverride(tx: Tx, actor: Member, input: OverrideInput): Promise<Resolution> {
  const found = await lockCase(tx, input.datasetId, input.caseId)
  if (!found || !mayView(actor, found)) throw notFound('case')
  const denied = await whyNotDirectly(tx, actor, found)
  if (denied) throw forbidden(denied)
  if ((found.inForce?.id ?? null) !== input.supersedes) throw conflict(alreadyDecided(found))
  const seen = await findingsNow(tx, found)
  refuseUnshown(found, findingsVersion(seen), input)

  const policy = await policyInForce(tx, found.datasetId)
  groundOf(policy, found, input)
  await refuseForeignTerritories(tx, found.datasetId, input.territories ?? [])
  return {
    ...input,
    found,
    policy,
    kind: 'override',
    sources: input.source ? [await sourceChosen(tx, found, input.action, input.source)] : [],
    spans: await decisionSpans(tx, found, input),
    judged: await judgedPassages(tx, found, input.judged ?? []),
    seen,
  }
}

function refuseUnshown(found: LockedCase, findings: string, shown: OverrideInput): void {
  if (shown.round !== found.round) throw conflict(say('review.status.reopened'))
  if (shown.findings !== findings) throw conflict(say('review.status.newFinding'))
}
