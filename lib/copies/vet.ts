import 'server-only'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { copyHolder, copyHolding, copyVetting, dataset, person } from '@/db/schema'
import { type Actor, actorRef, type Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { cannot } from '@/lib/auth/cannot'
import { can } from '@/lib/auth/permissions'
import { holderSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { openAll, sealFor } from '@/lib/crypto/subject-seal'
import { conflict, forbidden, missing } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { appendEntry } from '@/lib/log/append'
import { enqueueMail } from '@/lib/mail/outbox'
import { copyApproved } from '@/lib/mail/templates/copy-approved'
import { copyRevoked } from '@/lib/mail/templates/copy-revoked'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { openHolders } from './holder'
import type { vetInput } from './input'

type Vetted = { slug: string }

/** Whether somebody may see who keeps copies of a dataset, and vet them: its maintainers, and admins. Why not, or undefined. */
export const cannotVet = (actor: Actor, datasetId: string): string | undefined =>
  can(actor, 'copies.vet_all') ? undefined : cannot(actor, 'copies.vet', datasetId)

export function authorizeVetting(actor: Actor, datasetId: string): void {
  if (!can(actor, 'copies.vet_all')) authorize(actor, 'copies.vet', { datasetId })
}

/** Who was checked is told of restricted rows, too, from now on: for this dataset, until it is revoked or they leave. */
export const approveHolder = (tx: Tx, actor: Member, input: z.output<typeof vetInput>) =>
  vet(tx, actor, input, 'approved')

/** From this moment on the restricted list is a 404 for them. What they have read already nobody takes back. */
export const revokeHolder = (tx: Tx, actor: Member, input: z.output<typeof vetInput>) =>
  vet(tx, actor, input, 'revoked')

async function vet(
  tx: Tx,
  actor: Member,
  { datasetId, holderId, reason }: z.output<typeof vetInput>,
  change: 'approved' | 'revoked',
): Promise<Vetted> {
  authorizeVetting(actor, datasetId)
  const here = and(eq(copyHolding.datasetId, datasetId), eq(copyHolding.holderId, holderId))
  const [held] = await tx
    .select({
      approvalId: copyHolding.approvalId,
      slug: dataset.slug,
      name: dataset.name,
      state: copyHolder.state,
      sealed: copyHolder.sealed,
    })
    .from(copyHolding)
    .innerJoin(copyHolder, eq(copyHolder.id, copyHolding.holderId))
    .innerJoin(dataset, eq(dataset.id, copyHolding.datasetId))
    .where(here)
    .for('update', { of: copyHolding })
  if (held?.state !== 'active') throw missing(say('copies.errors.noHolder'))
  if ((held.approvalId !== null) === (change === 'approved')) throw conflict(say(`copies.errors.${change}`))
  const [words] = await openHolders(tx, [held.sealed])
  if (change === 'approved' && words && isOwn(words.email, await addressOf(tx, actor)))
    throw forbidden(say('copies.errors.own'))
  const key = await keyFor(tx, holderSubject(holderId))
  // Openings of roles name an id: who it was goes with the key of the holder.
  const { entryId } = await appendEntry(tx, actor, {
    type: 'role',
    public: { dataset: held.slug },
    private: {
      change: change === 'approved' ? 'granted' : 'revoked',
      person: holderId,
      role: 'copy_holder',
    },
  })
  const [fact] = await tx
    .insert(copyVetting)
    .values({
      ...{ datasetId, holderId, change, actor: actorRef(actor), entryId },
      reason: sealFor(key, 'copy_vetting.reason', Buffer.from(reason)),
    })
    .returning({ id: copyVetting.id })
  if (!fact) throw new Error('a fact was written and has no id')
  await tx
    .update(copyHolding)
    .set({ approvalId: change === 'approved' ? fact.id : null })
    .where(here)
  if (words)
    await enqueueMail(tx, {
      to: words.email,
      language: words.language,
      template: change === 'approved' ? copyApproved : copyRevoked,
      data: { dataset: held.name, url: env().url + paths.copiesPage(words.page) },
      holderId,
    })
  return { slug: held.slug }
}

/** The address that somebody signs in with. */
export async function addressOf(on: Db | Tx, { id }: Pick<Member, 'id'>): Promise<string> {
  const [row] = await on.select({ email: person.email }).from(person).where(eq(person.id, id))
  return row?.email ?? ''
}

/** Nobody vouches for themselves: not for their address, nor for one that only a tag (`me+lab@…`) tells from it. */
export const isOwn = (holder: string, own: string): boolean => mailbox(holder) === mailbox(own)

const mailbox = (email: string): string =>
  email
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*(?=@)/, '')

/** `who`: the name of who decided. */
export type Vetting = { change: 'approved' | 'revoked'; who: string; reason: string | null; at: Date }

/** What was decided about the holders of a dataset, newest first, by holder. */
export async function vettingsOf(on: Db | Tx, datasetId: string): Promise<Map<string, Vetting[]>> {
  const rows = await on
    .select({
      holderId: copyVetting.holderId,
      change: copyVetting.change,
      reason: copyVetting.reason,
      at: copyVetting.createdAt,
      who: sql<string>`coalesce(${person.name}, ${copyVetting.actor})`,
    })
    .from(copyVetting)
    .leftJoin(person, sql`${copyVetting.actor} = 'member:' || ${person.id}::text`)
    .where(eq(copyVetting.datasetId, datasetId))
    .orderBy(desc(copyVetting.createdAt))
    .limit(2_000)
  const opened = await openAll(
    on,
    rows.map(({ reason }) => ({ place: 'copy_vetting.reason', sealed: reason })),
  )
  const found = new Map<string, Vetting[]>()
  for (const [i, { holderId, ...row }] of rows.entries()) {
    const reason = opened[i]?.toString('utf8') ?? null
    found.set(holderId, [...(found.get(holderId) ?? []), { ...row, reason }])
  }
  return found
}
