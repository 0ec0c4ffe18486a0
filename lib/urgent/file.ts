import 'server-only'
import type { Tx } from '@/db/client'
import { urgentReport } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { insertRequest, insertTargets } from '@/lib/takedowns/insert-request'
import type { Target } from '@/lib/takedowns/parse-targets'
import { type LockedRequest, lockRequest, recordEvent } from '@/lib/takedowns/request-row'
import { received } from '@/lib/takedowns/take-up'
import { hideNow } from './hide-now'

export type Report = {
  datasetId: string
  answers: Readonly<Record<string, string>>
  /** The version of what was declared, which is that of the questions, too. */
  attestation: string
  /** Keyed fingerprint of where it came from; null of one that did not come by the urgent lane. */
  network: Buffer | null
  /** Who let pass what it is a copy of. */
  passed?: { passedBy: string | null; passedAt: Date | null }
  targets: readonly Target[]
  trackingHash: Buffer
  submittedAt: Date
}

/** Writes a report that is received at once, its clock running; what it names is hidden by {@link hideNow} afterwards. */
export async function fileReport(tx: Tx, actor: Actor, report: Report): Promise<LockedRequest> {
  const { answers, attestation, network, passed, targets, ...given } = report
  const { id } = await insertRequest(
    tx,
    { kind: 'illegal_content', answers: { ...answers }, attestation, form: attestation },
    given,
  )
  await insertTargets(tx, { id, datasetId: given.datasetId }, targets)
  if (network) await tx.insert(urgentReport).values({ requestId: id, network, ...passed })
  const sent = await lockRequest(tx, id)
  await recordEvent(tx, actor, sent, 'submitted', { targets: targets.length })
  await received(tx, sent, answers, { urgent: true })
  return sent
}

/** Out of sight what is on screens now. Locked once more, for when it is due: its cases are due then. */
export const hide = async (tx: Tx, { id }: Pick<LockedRequest, 'id'>, revisionId?: string): Promise<void> =>
  hideNow(tx, await lockRequest(tx, id), revisionId)
