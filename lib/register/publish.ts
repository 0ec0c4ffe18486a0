import 'server-only'
import { desc, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { registerEntry, registerFact } from '@/db/schema'
import { type Actor, actorRef, type Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { appendEntry } from '@/lib/log/append'
import { conflict, invalid, notFound } from '@/lib/errors'
import { requestSubject } from '@/lib/crypto/subject'
import { say } from '@/lib/i18n/say'
import { env } from '@/lib/runtime/env'
import { contactOf } from '@/lib/takedowns/contact'
import { questionsOf } from '@/lib/takedowns/kinds'
import { type LockedRequest, lockRequest } from '@/lib/takedowns/request-row'
import { targetsOf } from '@/lib/takedowns/results'
import { buildNotice } from './build'
import type { proposeInput, releaseInput, rescindInput, withholdInput } from './input'
import { isListed, isPersonal, needsTwo, type Notice, noticeSchema } from './notice'
import { personalDataIn, repeats } from './personal-data'

export type Fact = typeof registerFact.$inferSelect
type Told = { requestId: string }

/**
 * A lead prepares the public notice of a request that was answered. Where its kind asks for two people it waits for another; otherwise
 * it is released at once, to be read when its embargo is over.
 */
export async function proposeNotice(
  tx: Tx,
  actor: Member,
  { requestId, summary, hidden, days }: z.output<typeof proposeInput>,
): Promise<Told> {
  const request = await lockedFor(tx, actor, requestId)
  await refuseUnsafe(tx, request, summary)
  const { notice, decidedAt } = await buildNotice(tx, request, { summary: summary || null, hidden })
  const entry = await entryOf(tx, request)
  const last = await lastFact(tx, entry.id)
  if (last && last.type !== 'withheld' && last.type !== 'proposed')
    throw conflict(say('register.errors.done'))
  const publishFrom = embargoEnd(decidedAt, days)
  if (isListed(request.kind) && needsTwo(request.kind)) {
    await record(tx, actor, request, { registerId: entry.id, type: 'proposed', notice })
  } else {
    await record(tx, actor, request, {
      ...{ registerId: entry.id, type: 'released', notice, publishFrom },
      ...{ proposedBy: actorRef(actor), fourEyes: false },
    })
  }
  return { requestId }
}

/** Another lead lets out what was proposed, as they read it (`fact` is the proposal they saw), after the setting or as many `days` more as they say. */
export async function releaseNotice(
  tx: Tx,
  actor: Member,
  { requestId, registerId, fact, days }: z.output<typeof releaseInput>,
): Promise<Told> {
  const request = await lockedFor(tx, actor, requestId)
  const last = await lastFactOf(tx, request)
  if (last?.registerId !== registerId || last.type !== 'proposed' || !last.notice)
    throw conflict(say('register.errors.nothingProposed'))
  if (last.id !== fact) throw conflict(say('register.errors.changed'))
  if (last.actor === actorRef(actor)) throw conflict(say('register.errors.sameOne'))
  const notice = noticeSchema.parse(last.notice)
  await record(tx, actor, request, {
    ...{ registerId, type: 'released', notice },
    ...{ publishFrom: embargoEnd(new Date(notice.decided), days) },
    ...{ proposedBy: last.actor, fourEyes: true },
  })
  return { requestId }
}

/** Taken back before anybody outside could read it: it may be proposed anew. */
export async function withholdNotice(
  tx: Tx,
  actor: Member,
  { requestId }: z.output<typeof withholdInput>,
): Promise<Told> {
  const request = await lockedFor(tx, actor, requestId)
  const last = await lastFactOf(tx, request)
  const waiting =
    last?.type === 'proposed' ||
    (last?.type === 'released' && last.publishFrom && last.publishFrom > new Date())
  if (!last || !waiting) throw conflict(say('register.errors.nothingWaiting'))
  await record(tx, actor, request, { registerId: last.registerId, type: 'withheld' })
  return { requestId }
}

/** A notice that could be read is rescinded: its address then says so and nothing more, for ever. */
export async function rescindNotice(
  tx: Tx,
  actor: Member,
  { requestId, reason }: z.output<typeof rescindInput>,
): Promise<Told> {
  const request = await lockedFor(tx, actor, requestId)
  const last = await lastFactOf(tx, request)
  if (last?.type !== 'released') throw conflict(say('register.errors.notPublished'))
  await record(tx, actor, request, { registerId: last.registerId, type: 'rescinded', reason })
  return { requestId }
}

/** What people decided last about the entry of a request. */
export async function lastFact(on: Db | Tx, registerId: string): Promise<Fact | null> {
  const [row] = await on
    .select()
    .from(registerFact)
    .where(eq(registerFact.registerId, registerId))
    .orderBy(desc(registerFact.createdAt))
    .limit(1)
  return row ?? null
}

async function lockedFor(tx: Tx, actor: Member, requestId: string): Promise<LockedRequest> {
  const request = await lockRequest(tx, requestId)
  if (request.restricted) throw notFound('request')
  authorize(actor, 'takedown.handle', request)
  return request
}

async function entryOf(tx: Tx, request: LockedRequest): Promise<{ id: string }> {
  const [made] = await tx
    .insert(registerEntry)
    .values({ requestId: request.id, datasetId: request.datasetId })
    .onConflictDoNothing()
    .returning({ id: registerEntry.id })
  if (made) return made
  const [there] = await tx
    .select({ id: registerEntry.id })
    .from(registerEntry)
    .where(eq(registerEntry.requestId, request.id))
  if (!there) throw new Error('a register entry was neither made nor there')
  return there
}

async function lastFactOf(tx: Tx, request: LockedRequest): Promise<Fact | null> {
  const [entry] = await tx
    .select({ id: registerEntry.id })
    .from(registerEntry)
    .where(eq(registerEntry.requestId, request.id))
  return entry ? lastFact(tx, entry.id) : null
}

/** Counted from the decision; never before now. Staff may wait longer than the setting, not shorter. */
function embargoEnd(decidedAt: Date, days: number | undefined): Date {
  const least = env().registerEmbargoDays
  const end = decidedAt.getTime() + Math.max(least, days ?? least) * 86_400_000
  return new Date(Math.max(Date.now(), end))
}

async function refuseUnsafe(tx: Tx, request: LockedRequest, summary: string): Promise<void> {
  if (summary === '') return
  if (isPersonal(request.category))
    throw invalid(say('register.errors.noSummary'), { summary: [say('register.errors.noSummary')] })
  const types = personalDataIn(summary)
  if (types.length > 0)
    throw invalid(say('register.errors.personal'), {
      summary: [say('register.errors.personalFound', { found: types.join(', ') })],
    })
  if (/https?:|www\.|@|\/\//i.test(summary))
    throw invalid(say('register.errors.address'), { summary: [say('register.errors.address')] })
  const [contact, targets] = await Promise.all([contactOf(tx, request.id), targetsOf(tx, request.id)])
  const said = {
    names: contact ? [contact.name, contact.email.split('@')[0] ?? ''] : [],
    words: [
      // A choice of the form says nothing of anybody.
      ...questionsOf(request.kind).flatMap(({ name, options }) =>
        options ? [] : [contact?.answers[name] ?? ''],
      ),
      ...targets.map(({ target }) => (target.kind === 'row' ? '' : target.value)),
    ],
  }
  if (repeats(summary, said))
    throw invalid(say('register.errors.repeats'), { summary: [say('register.errors.repeats')] })
}

type NewFact = { registerId: string; type: Fact['type'] } & Partial<
  Pick<Fact, 'publishFrom' | 'proposedBy' | 'fourEyes' | 'reason'>
> & { notice?: Notice }

/** The fact with its log entry: a message about the request, whose private part says that the register was meant. */
async function record(tx: Tx, actor: Actor, request: LockedRequest, fact: NewFact): Promise<void> {
  const { entryId } = await appendEntry(tx, actor, {
    type: 'takedown',
    public: { dataset: request.slug, event: 'message' },
    private: {
      request: request.id,
      kind: request.kind,
      data: { event: 'register', register: fact.registerId, change: fact.type },
    },
    about: requestSubject(request.id),
  })
  await tx.insert(registerFact).values({ ...fact, actor: actorRef(actor), entryId })
}
