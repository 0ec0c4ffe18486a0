import 'server-only'
import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { auditDraw, dataset } from '@/db/schema'
import { type Actor, actorRef } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { can } from '@/lib/auth/permissions'
import { invalid, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { appendEntry } from '@/lib/log/append'
import { witnesses } from '@/lib/log/witnesses'
import type { AnnounceInput } from './input'
import { population } from './population'
import { witnessDigest } from './proof'

export type AnnouncedDraw = {
  drawId: string
  entryId: string
  from: number
  to: number
  witness: string | null
}

/**
 * Announces that decisions will be drawn: those since the last draw of the same kind, up to the log as it is now. Which they are is
 * settled later, by what nobody can know yet (select.ts).
 */
export async function announceDraw(
  tx: Tx,
  actor: Actor,
  { dataset: slug, k }: AnnounceInput,
): Promise<AnnouncedDraw> {
  const of = slug ? await datasetNamed(tx, slug) : null
  if (!can(actor, 'draw.announce_site'))
    if (of) authorize(actor, 'draw.announce', { datasetId: of.id })
    else authorize(actor, 'draw.announce_site')
  // One announcement at a time: two at once would both draw from where the last one ended.
  await takeTurns(tx, 'audit-draw')
  const { from, to } = await rangeOf(tx, of?.id ?? null)
  if ((await population(tx, { from, to, dataset: of?.slug ?? null })).length === 0)
    throw invalid(say('audit.errors.nothingDecided'))
  const [watching] = witnesses()
  const witness = watching?.vkey ?? null
  const drawId = randomUUID()
  const { entryId } = await appendEntry(tx, actor, {
    type: 'audit_draw',
    public: {
      dataset: of?.slug ?? null,
      k,
      from,
      to,
      witness: witness === null ? null : witnessDigest(witness),
    },
    private: { draw: drawId },
  })
  await tx.insert(auditDraw).values({
    ...{ id: drawId, datasetId: of?.id ?? null, k, fromIndex: from, toIndex: to, witness, entryId },
    announcedBy: actorRef(actor),
  })
  await enqueue(tx, 'audit.draw', { drawId })
  return { drawId, entryId, from, to, witness }
}

async function datasetNamed(tx: Tx, slug: string): Promise<{ id: string; slug: string }> {
  const [found] = await tx
    .select({ id: dataset.id, slug: dataset.slug })
    .from(dataset)
    .where(eq(dataset.slug, slug))
  if (!found) throw notFound('dataset')
  return found
}

/** Up to what has its index: an entry that still waits for one would be in no range for sure. */
async function rangeOf(tx: Tx, datasetId: string | null): Promise<{ from: number; to: number }> {
  const [range] = await tx.execute<{ from: number; to: number }>(sql`
    select coalesce((select max(to_index) from audit_draw where dataset_id is not distinct from ${datasetId}), 0)::float8 as "from",
      coalesce((select size from log_head), 0)::float8 as "to"`)
  return range ?? { from: 0, to: 0 }
}
