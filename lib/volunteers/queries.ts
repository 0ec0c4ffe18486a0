import 'server-only'
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { dataset, person, volunteerApplication } from '@/db/schema'
import type { Actor, Member } from '@/lib/auth/actor'
import { datasetsWhere } from '@/lib/auth/permissions'
import { openWords, type Words } from './application'
import type { ApplicationState } from './labels'
import { tokenHash } from './tokens'

export type Confirmation =
  | { state: 'unknown' | 'used' | 'over' }
  | { state: 'open'; dataset: string; pseudonym: string; email: string; hasAccount: boolean }

/** What the page behind a confirmation link shows. Looking changes nothing. */
export async function confirmationOf(token: string): Promise<Confirmation> {
  const [row] = await db()
    .select({
      state: volunteerApplication.state,
      sealed: volunteerApplication.sealed,
      expiresAt: volunteerApplication.expiresAt,
      dataset: dataset.name,
    })
    .from(volunteerApplication)
    .innerJoin(dataset, eq(dataset.id, volunteerApplication.datasetId))
    .where(eq(volunteerApplication.tokenHash, tokenHash(token)))
  if (!row) return { state: 'unknown' }
  if (row.state !== 'sent') return { state: row.state === 'lapsed' ? 'over' : 'used' }
  const [words] = await openWords(db(), [row.sealed])
  if (!words || row.expiresAt <= new Date()) return { state: 'over' }
  const [account] = await db().select({ id: person.id }).from(person).where(eq(person.email, words.email))
  const { pseudonym, email } = words
  return { state: 'open', dataset: row.dataset, pseudonym, email, hasAccount: account !== undefined }
}

/** Without the address: a lead answers by the product. */
export type Offer = Omit<Words, 'email'> & {
  id: string
  dataset: string
  state: ApplicationState
  at: Date
  answeredAt: Date | null
  answeredBy: string | null
}

/** Offers that wait for a lead of their datasets, oldest first, and those that were answered lately, newest first. */
export async function offersFor(actor: Actor): Promise<{ waiting: Offer[]; answered: Offer[] }> {
  const own = datasetsWhere(actor, 'volunteer.answer')
  if (own.length === 0) return { waiting: [], answered: [] }
  const of = inArray(volunteerApplication.datasetId, own)
  const [waiting, answered] = await Promise.all([
    offers(and(of, eq(volunteerApplication.state, 'waiting')), asc(volunteerApplication.confirmedAt), 200),
    offers(
      and(of, inArray(volunteerApplication.state, ['accepted', 'declined'])),
      desc(volunteerApplication.answeredAt),
      20,
    ),
  ])
  return { waiting, answered }
}

async function offers(
  where: ReturnType<typeof and>,
  order: ReturnType<typeof asc>,
  limit: number,
): Promise<Offer[]> {
  const rows = await db()
    .select({
      id: volunteerApplication.id,
      dataset: dataset.name,
      state: volunteerApplication.state,
      at: sql<Date>`coalesce(${volunteerApplication.confirmedAt}, ${volunteerApplication.createdAt})`.mapWith(
        volunteerApplication.createdAt,
      ),
      answeredAt: volunteerApplication.answeredAt,
      answeredBy: person.pseudonym,
      sealed: volunteerApplication.sealed,
    })
    .from(volunteerApplication)
    .innerJoin(dataset, eq(dataset.id, volunteerApplication.datasetId))
    .leftJoin(person, eq(person.id, volunteerApplication.answeredBy))
    .where(where)
    .orderBy(order)
    .limit(limit)
  const words = await openWords(
    db(),
    rows.map(({ sealed }) => sealed),
  )
  return rows.flatMap(({ sealed: _, ...row }, i) => {
    const said = words[i]
    if (!said) return []
    const { email: _email, ...shown } = said
    return [{ ...row, ...shown }]
  })
}

export type OwnInterest = { id: string; dataset: string; interest: string }

/** What somebody said of an interest of their own in the offers of theirs that were accepted, while the words are kept. */
export async function ownInterests(actor: Member): Promise<OwnInterest[]> {
  const rows = await db()
    .select({ id: volunteerApplication.id, dataset: dataset.name, sealed: volunteerApplication.sealed })
    .from(volunteerApplication)
    .innerJoin(dataset, eq(dataset.id, volunteerApplication.datasetId))
    .where(and(eq(volunteerApplication.personId, actor.id), eq(volunteerApplication.state, 'accepted')))
    .orderBy(asc(dataset.name))
  const words = await openWords(
    db(),
    rows.map(({ sealed }) => sealed),
  )
  return rows.flatMap(({ sealed: _, ...row }, i) => {
    const interest = words[i]?.interest ?? ''
    return interest === '' ? [] : [{ ...row, interest }]
  })
}

/** What became of somebody's own offers, newest first. */
export function ownOffers(actor: Member) {
  return db()
    .select({
      id: volunteerApplication.id,
      dataset: dataset.name,
      state: volunteerApplication.state,
      at: volunteerApplication.createdAt,
    })
    .from(volunteerApplication)
    .innerJoin(dataset, eq(dataset.id, volunteerApplication.datasetId))
    .where(eq(volunteerApplication.personId, actor.id))
    .orderBy(desc(volunteerApplication.createdAt))
    .limit(20)
}
