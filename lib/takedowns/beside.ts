import 'server-only'
import { asc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takedownRequest, takedownTarget } from '@/db/schema'
import { requester } from '@/lib/auth/load-actor'
import { openAll } from '@/lib/crypto/subject-seal'
import { attestationField } from './attestations'
import { type Contact, keepContact } from './contact'
import { wordsOf } from './demands'
import { insertRequest, insertTargets } from './insert-request'
import type { Target } from './parse-targets'
import { type LockedRequest, lockRequest, recordEvent } from './request-row'
import type { Right } from './rights'
import { takeUp } from './take-up'
import { newToken } from './tokens'

/**
 * What else is asked for under data protection law, each a request beside the first, about the same targets, with its own clock, receipt and
 * private page; neither decides the other. Rights that were asked for together in the form for them, and a demand in another form, which
 * counts all the same (GDPR Art. 12(2)), from the day it was sent. Not for restricted ones, which only safety officers may know of.
 */
export async function fileBeside(tx: Tx, request: LockedRequest, contact: Contact): Promise<void> {
  if (request.restricted) return
  const { demanded, also = [], answers } = contact
  const { attestation, form } = await versionsOf(tx, request.id)
  const targets = await targetsOf(tx, request.id)
  const file = (own: Pick<Contact, 'answers' | 'asked'>, asked: string | null) =>
    fileOne(tx, request, { ...contactAlone(contact), ...own }, { attestation, form: asked, targets })
  for (const right of also) await file({ answers: ofRight(answers, right), asked: contact.asked }, form)
  // What was declared is kept as what the other form asked.
  const statement = wordsOf(request.kind, answers).join('\n\n').slice(0, 5000)
  if (demanded)
    await file({ answers: { right: demanded, statement }, asked: declaredOf(contact.asked) }, null)
}

/** The answers of the form as they are about one of the rights that were asked for. */
const ofRight = (answers: Contact['answers'], right: Right): Contact['answers'] => ({
  ...{ ...answers, right },
  ...(right === 'rectification' ? {} : { correction: '' }),
})

async function fileOne(
  tx: Tx,
  request: LockedRequest,
  contact: Omit<Contact, 'tracking'>,
  { attestation, form, targets }: { attestation: string; form: string | null; targets: readonly Target[] },
): Promise<void> {
  const { datasetId, submittedAt } = request
  const tracking = newToken()
  const { id } = await insertRequest(
    tx,
    { kind: 'privacy', answers: contact.answers, attestation, form },
    { datasetId, trackingHash: tracking.hash, submittedAt },
  )
  await insertTargets(tx, { id, datasetId }, targets)
  const own: Contact = { ...contact, tracking: tracking.token }
  await keepContact(tx, id, own, submittedAt)
  const beside = await lockRequest(tx, id)
  await recordEvent(tx, requester(id), beside, 'submitted', { beside: request.reference })
  await takeUp(tx, beside, own)
}

/** What was declared in the form that was sent, without its questions. */
const declaredOf = (asked: Contact['asked'] = {}): Contact['asked'] =>
  Object.fromEntries(Object.entries(asked).filter(([name]) => name.startsWith(attestationField(''))))

/** Who asks, without what they asked for. */
const contactAlone = ({ name, email }: Contact) => ({ name, email })

async function versionsOf(tx: Tx, requestId: string): Promise<{ attestation: string; form: string | null }> {
  const [row] = await tx
    .select({ attestation: takedownRequest.attestation, form: takedownRequest.form })
    .from(takedownRequest)
    .where(eq(takedownRequest.id, requestId))
  if (!row) throw new Error('a request that is locked is not there')
  return row
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
