import 'server-only'
import { asc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takedownRequest, takedownTarget } from '@/db/schema'
import { requester } from '@/lib/auth/load-actor'
import { openAll } from '@/lib/crypto/subject-seal'
import { type Contact, keepContact } from './contact'
import { wordsOf } from './demands'
import { insertRequest, insertTargets } from './insert-request'
import type { Target } from './parse-targets'
import { type LockedRequest, lockRequest, recordEvent } from './request-row'
import { takeUp } from './take-up'
import { newToken } from './tokens'

/**
 * A demand under data protection law in another form counts all the same (GDPR Art. 12(2)), from the day it was sent: once the address is
 * confirmed it is a request beside the first, about the same targets, with its own clock, receipt and private page; neither decides the
 * other. Not for restricted ones, which only safety officers may know of. What was declared is kept as what the other form asked.
 */
export async function fileBeside(tx: Tx, request: LockedRequest, contact: Contact): Promise<void> {
  const { demanded, name, email } = contact
  if (!demanded || request.restricted) return
  const tracking = newToken()
  const statement = wordsOf(request.kind, contact.answers).join('\n\n').slice(0, 5000)
  const answers = { right: demanded, statement }
  const { id } = await insertRequest(
    tx,
    { kind: 'privacy', answers, attestation: await attestationOf(tx, request.id), form: null },
    { datasetId: request.datasetId, trackingHash: tracking.hash, submittedAt: request.submittedAt },
  )
  await insertTargets(tx, { id, datasetId: request.datasetId }, await targetsOf(tx, request.id))
  const own: Contact = { name, email, answers, tracking: tracking.token }
  await keepContact(tx, id, own, request.submittedAt)
  const beside = await lockRequest(tx, id)
  await recordEvent(tx, requester(id), beside, 'submitted', { beside: request.reference })
  await takeUp(tx, beside, own)
}

async function attestationOf(tx: Tx, requestId: string): Promise<string> {
  const [row] = await tx
    .select({ attestation: takedownRequest.attestation })
    .from(takedownRequest)
    .where(eq(takedownRequest.id, requestId))
  if (!row) throw new Error('a request that is locked is not there')
  return row.attestation
}

async function targetsOf(tx: Tx, requestId: string): Promise<Target[]> {
  const rows = await tx
    .select({ sealed: takedownTarget.sealed })
    .from(takedownTarget)
    .where(eq(takedownTarget.requestId, requestId))
    .orderBy(asc(takedownTarget.ordinal))
  const opened = await openAll(
    tx,
    rows.map(({ sealed }) => ({ place: 'takedown_target', sealed })),
  )
  return opened.flatMap((box) => (box ? [JSON.parse(box.toString('utf8')) as Target] : []))
}
