import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { itemFields } from './item-fields'
import type { SentJudged } from './judged'
import { hasRevealed } from './reveal'
import { countsFor, foundAsJson } from './found-in-item'
import { type FoundInItem, protectField } from './protect-found'
import { isNamed, type SentSpan } from './spans'
import { type Action, mayView } from './status'
import { viewingOf, viewOf } from './viewing-of'

type Sent = {
  action: Action
  spans: readonly SentSpan[]
  passages: readonly string[]
  judged?: readonly SentJudged[] | undefined
}

/**
 * Refuses what somebody can only guess who has not uncovered the text: places, and typed words that stand in no part of it that is
 * shown. That a guess is refused, or not, would say how long the text is and what stands behind its masks.
 */
export async function refuseUnseen(
  tx: Tx,
  actor: Member,
  at: { datasetId: string; caseId: string },
  { action, spans, passages, judged = [] }: Sent,
): Promise<void> {
  const isPlaced = ![...spans, ...judged].every(isNamed)
  const typed = action === 'redact' ? passages : []
  if (!isPlaced && typed.length === 0) return
  const found = await caseAt(tx, actor, at)
  // Whoever may not know of it hears so from the verb.
  if (!found || !mayView(actor, found)) return
  const known = found.found ?? []
  const { natural } = viewOf({ ...found, found: known, viewing: await viewingOf(tx, at.datasetId, actor.id) })
  // However long ago: the places of a page that was open then are still good.
  if (natural === 'open' || (await hasRevealed(tx, actor, at))) return
  if (isPlaced) refuse(say('review.passage.unseen'))
  if (natural === 'covered') refuse(say('review.passage.unseen'))
  const fields = Object.entries((await itemFields(tx, at.datasetId, found.digest)) ?? {})
  const shown = fields.map(([field, text]) => protectField({ field, text }, known, natural).text)
  const unseen = typed.find((words) => !shown.some((text) => text.includes(words)))
  if (unseen !== undefined) refuse(say('review.passage.notThere', { words: unseen }))
}

type FoundCase = {
  datasetId: string
  digest: Buffer
  category: string
  restricted: boolean
  covered: boolean
  found: FoundInItem[] | null
}

/** A case as far as it decides what of its text somebody sees. */
async function caseAt(
  tx: Tx,
  actor: Member,
  at: { datasetId: string; caseId: string },
): Promise<FoundCase | null> {
  const [row] = await tx.execute<FoundCase>(sql`
    select c.dataset_id as "datasetId", c.digest, c.category, c.restricted, coalesce(q.covered, false) as covered,
      ${foundAsJson('c', countsFor(can(actor, 'restricted.handle')))} as found
    from review_case c
    left join review_queue q on q.dataset_id = c.dataset_id and q.id = c.queue_id and q.retired_at is null
    where c.dataset_id = ${at.datasetId} and c.id = ${at.caseId}`)
  return row ?? null
}

function refuse(message: string): never {
  throw invalid(message, { passages: [message] })
}
