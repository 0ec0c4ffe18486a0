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
import { protectText } from './safe-view'
import { isNamed, type SentSpan, type Span } from './spans'
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
  const { natural } = viewOf({ ...found, viewing: await viewingOf(tx, at.datasetId, actor.id) })
  // However long ago: the places of a page that was open then are still good.
  if (natural === 'open' || (await hasRevealed(tx, actor, at))) return
  if (isPlaced) refuse(say('review.passage.unseen'))
  if (natural === 'covered') refuse(say('review.passage.unseen'))
  const fields = Object.entries((await itemFields(tx, at.datasetId, found.digest)) ?? {})
  const shown = fields.map(([name, text]) => protectText(text, marksOf(found.flags, name), natural).text)
  const unseen = typed.find((words) => !shown.some((text) => text.includes(words)))
  if (unseen !== undefined) refuse(say('review.passage.notThere', { words: unseen }))
}

type FoundCase = {
  datasetId: string
  digest: Buffer
  category: string
  restricted: boolean
  covered: boolean
  flags: { category: string; sensitive: boolean; type: string; spans: Span[] }[]
}

/** A case as far as it decides what of its text somebody sees. */
async function caseAt(
  tx: Tx,
  actor: Member,
  at: { datasetId: string; caseId: string },
): Promise<FoundCase | null> {
  const open = can(actor, 'restricted.handle') ? sql`true` : sql`k.restricted = 0`
  const [row] = await tx.execute<FoundCase>(sql`
    select c.dataset_id as "datasetId", c.digest, c.category, c.restricted, coalesce(q.covered, false) as covered, (
      select coalesce(jsonb_agg(jsonb_build_object(
        'category', k.id, 'sensitive', k.sensitive = 1, 'type', f.type, 'spans', f.spans)), '[]')
      from flag f join category k on k.id = f.category
      where f.dataset_id = c.dataset_id and f.digest = c.digest and ${open}) as flags
    from review_case c
    left join review_queue q on q.dataset_id = c.dataset_id and q.id = c.queue_id and q.retired_at is null
    where c.dataset_id = ${at.datasetId} and c.id = ${at.caseId}`)
  return row ?? null
}

const marksOf = (flags: FoundCase['flags'], field: string) =>
  flags.flatMap(({ category, type, spans }) =>
    spans
      .filter((span) => span.field === field)
      .map(({ start, end }) => ({ start, end, category, label: type })),
  )

function refuse(message: string): never {
  throw invalid(message, { passages: [message] })
}
