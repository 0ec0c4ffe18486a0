import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { dataset, decision, person, policyVersion, reasonCode, review } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { opensEntry } from '@/lib/log/commitments'
import { describeEntry, describeOpened } from '@/lib/log/describe'
import { openingOf } from '@/lib/log/queries'
import { sha256 } from '@/lib/log/sha256'
import { decider } from '@/lib/review/case-row'
import { itemFields } from '@/lib/review/item-fields'
import type { Action } from '@/lib/review/status'
import type { Mark } from '@/lib/text/marks'
import { hasOpened } from './open'
import { type DrawnEntry, drawView, type DrawView } from './queries'

export type OpenedDecision = {
  sentence: string
  /** Whether the opening is the one that the entry commits to: if not, the log and the product disagree. */
  isCommitted: boolean
  reason: { code: string; label: string; guidance: string } | null
  policy: { number: number; text: string; own: boolean } | null
  by: string
  at: Date
  votes: { by: string; action: Action; reasonCode: string; at: Date }[]
  /** That a later decision stands in its place. */
  isSuperseded: boolean
  digest: string
  /** The text; `restricted` when only a safety officer may see it now, null when it was erased. */
  fields: { name: string; text: string; marks: Mark[] }[] | 'restricted' | null
}

export type DrawnView = {
  draw: DrawView
  entry: DrawnEntry
  /** Null until this auditor opens it, and for what cannot be opened. */
  opened: OpenedDecision | null
}

/** One entry that was drawn. What it opens to only once this auditor has opened it, on record. */
export async function drawnView(actor: Member, drawId: string, index: number): Promise<DrawnView> {
  authorize(actor, 'draw.open')
  const { draw, entries } = await drawView(drawId)
  const entry = entries.find((drawn) => drawn.index === index)
  if (!entry) throw notFound('entry')
  const isOpen = entry.state === 'open' && (await hasOpened(db(), actor, { drawId, index }))
  return { draw, entry, opened: isOpen ? await openedDecision(entry) : null }
}

async function openedDecision({ entry }: DrawnEntry): Promise<OpenedDecision | null> {
  const opening = await openingOf(entry.id)
  const [made] = await db()
    .select({ decision, slug: dataset.slug, restricted: sql<boolean>`${RESTRICTED}`, by: decider('d') })
    .from(sql`decision d`)
    .innerJoin(decision, sql`decision.dataset_id = d.dataset_id and decision.id = d.id`)
    .innerJoin(dataset, eq(dataset.id, decision.datasetId))
    .where(sql`d.entry_id = ${entry.id}`)
  if (!opening || !made) return null
  const { datasetId, digest, policyVersionId, reviewIds, spans } = made.decision
  const [policy, reason, votes, later, content] = await Promise.all([
    policyOf(policyVersionId),
    reasonOf(policyVersionId, made.decision.reasonCode),
    votesOf(datasetId, reviewIds),
    supersededBy(datasetId, made.decision.id),
    itemFields(db(), datasetId, digest),
  ])
  const marksOf = (name: string): Mark[] =>
    spans
      .filter(({ field }) => field === name)
      .map(({ start, end }) => ({
        start,
        end,
        category: made.decision.category,
        label: say('audit.opened.redacted'),
      }))
  return {
    sentence: describeOpened(entry, opening.value),
    isCommitted: opensEntry(entry, opening, sha256),
    ...{ reason, policy, votes, isSuperseded: later },
    by: String(made.by),
    at: made.decision.createdAt,
    digest: digest.toString('hex'),
    fields: made.restricted
      ? 'restricted'
      : content && Object.entries(content).map(([name, text]) => ({ name, text, marks: marksOf(name) })),
  }
}

/** The item may have become one for the safety officer alone since it was decided. */
const RESTRICTED = sql`exists (
  select from review_case c where c.dataset_id = d.dataset_id and c.digest = d.digest and c.restricted)`

async function policyOf(id: string): Promise<OpenedDecision['policy']> {
  const [row] = await db()
    .select({
      number: policyVersion.number,
      text: policyVersion.text,
      own: sql<boolean>`${policyVersion.datasetId} is not null`,
    })
    .from(policyVersion)
    .where(eq(policyVersion.id, id))
  return row ?? null
}

async function reasonOf(policyVersionId: string, code: string): Promise<OpenedDecision['reason']> {
  const [row] = await db()
    .select({ code: reasonCode.code, label: reasonCode.label, guidance: reasonCode.guidance })
    .from(reasonCode)
    .where(and(eq(reasonCode.policyVersionId, policyVersionId), eq(reasonCode.code, code)))
  return row ?? null
}

async function votesOf(datasetId: string, ids: readonly string[]): Promise<OpenedDecision['votes']> {
  if (ids.length === 0) return []
  return db()
    .select({
      by: person.pseudonym,
      action: review.action,
      reasonCode: review.reasonCode,
      at: review.createdAt,
    })
    .from(review)
    .innerJoin(person, eq(person.id, review.reviewerId))
    .where(and(eq(review.datasetId, datasetId), inArray(review.id, [...ids])))
    .orderBy(review.createdAt)
}

async function supersededBy(datasetId: string, decisionId: string): Promise<boolean> {
  const [later] = await db()
    .select({ id: decision.id })
    .from(decision)
    .where(and(eq(decision.datasetId, datasetId), eq(decision.supersedes, decisionId)))
    .limit(1)
  return later !== undefined
}

/** What everybody may read of it. */
export const shownSentence = ({ entry }: DrawnEntry): string => describeEntry(entry)
