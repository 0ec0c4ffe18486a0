import 'server-only'
import { desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/db/client'
import { auditDraw, auditSeed, dataset } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { notFound } from '@/lib/errors'
import { parseEntry } from '@/lib/log/entries'
import type { Entry } from '@/lib/log/entries'

export type DrawView = {
  id: string
  entryId: string
  /** Index of its announcement in the log; null while it waits for one. */
  announcedAt: number | null
  dataset: { slug: string; name: string } | null
  k: number
  from: number
  to: number
  /** Name of the witness whose signature settles it; null for none. */
  witness: string | null
  createdAt: Date
  /** Null until it is made. */
  made: { size: number; seed: string; among: number; dueAt: Date; at: Date } | null
  drawn: number
  /** Drawn entries that some auditor has opened. */
  opened: number
}

/** Announced draws, newest first. That they are, and which entries they drew, is public; what those open to is not here. */
export async function listDraws(): Promise<DrawView[]> {
  return drawRows()
}

export type DrawnEntry = {
  index: number
  entry: Entry
  /** `erased`: its opening was destroyed. `sealed`: restricted, for the safety officer. */
  state: 'open' | 'sealed' | 'erased'
  /** How many auditors have opened it. */
  views: number
}

export async function drawView(drawId: string): Promise<{ draw: DrawView; entries: DrawnEntry[] }> {
  const [draw] = z.uuid().safeParse(drawId).success ? await drawRows(drawId) : []
  if (!draw) throw notFound('draw')
  return { draw, entries: await drawnEntries(drawId) }
}

export const mayOpenDrawn = (actor: Member): boolean => can(actor, 'draw.open')

export async function drawnEntries(drawId: string): Promise<DrawnEntry[]> {
  const rows = await db().execute<{ index: number; body: string; has: boolean; views: number }>(sql`
    select d.index::float8 as index, encode(e.body, 'hex') as body,
      exists (select from log_opening o where o.entry_id = e.entry_id) as has,
      (select count(distinct v.person_id)::int from audit_view v where v.draw_id = d.draw_id and v.index = d.index) as views
    from audit_drawn d join log_entry e on e.idx = d.index
    where d.draw_id = ${drawId} order by d.index`)
  return rows.map(({ index, body, has, views }) => {
    const entry = parseEntry(Buffer.from(body, 'hex'))
    const state = entry.t === 'sealed' ? 'sealed' : has ? 'open' : 'erased'
    return { index, entry, state, views }
  })
}

async function drawRows(drawId?: string): Promise<DrawView[]> {
  const rows = await db()
    .select({
      draw: auditDraw,
      seed: auditSeed,
      slug: dataset.slug,
      name: dataset.name,
      announcedAt: sql<
        number | null
      >`(select idx::float8 from log_entry where entry_id = ${auditDraw.entryId})`,
      drawn: sql<number>`(select count(*)::int from audit_drawn where draw_id = ${auditDraw.id})`,
      opened: sql<number>`(select count(distinct index)::int from audit_view where draw_id = ${auditDraw.id})`,
    })
    .from(auditDraw)
    .leftJoin(auditSeed, eq(auditSeed.drawId, auditDraw.id))
    .leftJoin(dataset, eq(dataset.id, auditDraw.datasetId))
    .where(drawId === undefined ? undefined : eq(auditDraw.id, drawId))
    .orderBy(desc(auditDraw.createdAt))
    .limit(100)
  return rows.map(({ draw, seed, slug, name, announcedAt, drawn, opened }) => ({
    ...{ id: draw.id, entryId: draw.entryId, announcedAt, k: draw.k, from: draw.fromIndex, to: draw.toIndex },
    dataset: slug !== null && name !== null ? { slug, name } : null,
    witness: draw.witness?.split('+')[0] ?? null,
    createdAt: draw.createdAt,
    made: seed && {
      ...{ size: seed.size, seed: seed.seed.toString('hex'), among: seed.among },
      ...{ dueAt: seed.dueAt, at: seed.createdAt },
    },
    ...{ drawn, opened },
  }))
}

/** What settled the draw that an entry announced, for everybody; null before it is made. */
export async function drawProofOf(
  entryId: string,
): Promise<{ checkpoint: string; witness: string | null } | null> {
  if (!z.uuid().safeParse(entryId).success) return null
  const [row] = await db()
    .select({ checkpoint: auditSeed.checkpoint, witness: auditDraw.witness })
    .from(auditDraw)
    .innerJoin(auditSeed, eq(auditSeed.drawId, auditDraw.id))
    .where(eq(auditDraw.entryId, entryId))
  return row ?? null
}
