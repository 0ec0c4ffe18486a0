import 'server-only'
import { and, count, eq, gte } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { reveal as table } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { forbidden, notFound, rateLimited } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { type LockedCase, lockCase } from './case-row'
import { countAsSeen, countInTurn } from './exposure'
import type { RevealInput } from './input'
import { placeOf } from './seats'
import { mayView } from './status'
import { type Bar, barInWords, standingOf, wasSeen } from './voters'

/**
 * A queue of personal data is a people-search: what a detector masked is uncovered case by case, on record, and only so
 * often a day. Twice a full day of careful review (one case in about a minute) is beyond what anybody needs.
 */
export const REVEALS_PER_DAY = 600

/** An uncovered case stays uncovered for the person who asked, for as long as a decision takes. */
const OPEN_FOR_MS = 30 * 60_000

export type RevealView = { dataset: string; caseId: string; queue: string }

/**
 * Uncovers the text of a case for this member. Recorded; asking again while it is open records nothing. Of a case that nothing served
 * them it counts as seen, once: what they agreed to see and the limits of the day are about what is read, and hold here too, but for a
 * lead, who has to look before deciding directly.
 */
export async function reveal(
  tx: Tx,
  actor: Member,
  input: RevealInput,
  { served = false }: { served?: boolean } = {},
): Promise<RevealView> {
  const found = await lockCase(tx, input.datasetId, input.caseId)
  if (!found || !mayView(actor, found)) throw notFound('case')
  // One reveal of a person at a time: of two at the edge of the cap only one may pass.
  await takeTurns(tx, `reveal/${actor.id}`)
  if (!(await isRevealed(tx, actor, found))) {
    await refuseBeyondCap(tx, actor)
    if (!served) await seeUnserved(tx, actor, found)
    await tx.insert(table).values({ datasetId: found.datasetId, caseId: found.id, personId: actor.id })
  }
  return { dataset: found.slug, caseId: found.id, queue: input.queue }
}

async function seeUnserved(tx: Tx, actor: Member, found: LockedCase): Promise<void> {
  if ((await placeOf(tx, found, actor.id)).leaseId) return
  await countInTurn(tx, actor.id)
  const { bar } = await standingOf(tx, actor, found, { claimed: false })
  const denied = await cannotUncover(tx, actor, found, bar)
  if (denied) throw forbidden(denied)
  if (!(await wasSeen(tx, actor, found))) await countAsSeen(tx, actor.id, found.category)
}

/**
 * Why this member may not uncover a case that they hold no claim of, or undefined: whatever keeps them from voting on it. Not where they saw
 * it within a day. A lead has to look before deciding directly; of that, and of what only officers see, a conflict of interest alone keeps
 * them; it does so from the moment in which it is declared, whatever they saw before.
 */
export async function cannotUncover(
  on: Db | Tx,
  actor: Member,
  found: { datasetId: string; id: string; restricted: boolean; category: string },
  bar: Bar | null,
): Promise<string | undefined> {
  if (bar === null) return undefined
  if (bar === 'recused') return barInWords(bar, found.category)
  if (can(actor, 'case.override', found.datasetId)) return undefined
  return (await wasSeen(on, actor, found)) ? undefined : barInWords(bar, found.category)
}

/** Whether this member uncovered the case a short while ago. */
export const isRevealed = (on: Db | Tx, actor: Member, found: { datasetId: string; id: string }) =>
  revealedSince(on, actor, found, new Date(Date.now() - OPEN_FOR_MS))

/** Whether they ever did. */
export const hasRevealed = (on: Db | Tx, actor: Member, at: { datasetId: string; caseId: string }) =>
  revealedSince(on, actor, { ...at, id: at.caseId }, new Date(0))

async function revealedSince(
  on: Db | Tx,
  actor: Member,
  found: { datasetId: string; id: string },
  since: Date,
): Promise<boolean> {
  const [row] = await on
    .select({ id: table.id })
    .from(table)
    .where(
      and(
        eq(table.personId, actor.id),
        gte(table.createdAt, since),
        eq(table.datasetId, found.datasetId),
        eq(table.caseId, found.id),
      ),
    )
    .limit(1)
  return row !== undefined
}

async function refuseBeyondCap(tx: Tx, actor: Member): Promise<void> {
  const since = new Date(Date.now() - 24 * 3_600_000)
  const [row] = await tx
    .select({ reveals: count() })
    .from(table)
    .where(and(eq(table.personId, actor.id), gte(table.createdAt, since)))
  if ((row?.reveals ?? 0) >= REVEALS_PER_DAY) {
    throw rateLimited(say('review.status.reveals', { most: String(REVEALS_PER_DAY) }))
  }
}
