import 'server-only'
import { sql } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { openingsOf } from '@/lib/log/queries'
import { type AuditLine, auditLine } from './openings-file'
import { drawnEntries, drawView } from './queries'

/**
 * The openings of a draw as lines of a file, with those of the decisions that replaced a drawn one. Recorded as a view of every entry
 * in it. For auditors.
 */
export async function exportDraw(actor: Member, drawId: string): Promise<string> {
  authorize(actor, 'draw.open')
  const { draw } = await drawView(drawId)
  const entries = await drawnEntries(draw.id)
  const open = entries.filter(({ state }) => state === 'open')
  await transact(async (tx) => {
    for (let from = 0; from < open.length; from += 1_000)
      await tx.execute(sql`
        insert into audit_view (draw_id, index, person_id)
        select ${draw.id}, index, ${actor.id} from unnest(${sql.param(open.slice(from, from + 1_000).map(({ index }) => index))}::bigint[]) as t (index)`)
  })
  const replaced = await replacements(open.map(({ entry }) => entry.id))
  const drawn = new Set(entries.map(({ index }) => index))
  const along = replaced.filter(({ index }) => !drawn.has(index))
  const openings = await openingsOf([...open.map(({ entry }) => entry.id), ...along.map(({ id }) => id)])
  const lines = [
    ...entries.map(({ index, entry: { id }, state }): AuditLine => {
      const opening = openings.get(id)
      if (opening && state !== 'sealed') return { index, id, drawn: true, opening }
      return { index, id, drawn: true, closed: state === 'sealed' ? 'sealed' : 'erased' }
    }),
    ...along.flatMap(({ index, id }): AuditLine[] => {
      const opening = openings.get(id)
      return opening ? [{ index, id, drawn: false, opening }] : []
    }),
  ]
  return lines
    .sort((a, b) => a.index - b.index)
    .map(auditLine)
    .join('')
}

/** Log entries of the decisions that replaced these, and of those that replaced them, as far as they are not sealed. */
async function replacements(entryIds: readonly string[]): Promise<{ id: string; index: number }[]> {
  const rows = await db().execute<{ id: string; index: number }>(sql`
    with recursive later as (
      select d.dataset_id, d.id, d.entry_id from decision d
      join decision first on first.dataset_id = d.dataset_id and first.id = d.supersedes
      where first.entry_id = any(${sql.param([...entryIds])}::uuid[])
      union
      select d.dataset_id, d.id, d.entry_id from decision d
      join later on later.dataset_id = d.dataset_id and later.id = d.supersedes)
    select later.entry_id as id, e.idx::float8 as index from later join log_entry e on e.entry_id = later.entry_id
    join log_opening o on o.entry_id = later.entry_id and o.field = 'decision'`)
  return [...rows]
}
