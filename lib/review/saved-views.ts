import 'server-only'
import { and, count, eq, inArray, isNull, ne, or, type SQL } from 'drizzle-orm'
import { db, type Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { dataset, person, savedView, tablePreference } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { can, datasetsWhere } from '@/lib/auth/permissions'
import { conflict, invalid, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { type ColumnId, columnsOf } from './columns'
import { parseQueue, queueOf } from './filters'
import type { ChangeViewInput, ColumnsInput, SaveViewInput, UpdateViewInput } from './view-input'

/** More than anybody finds their way in. */
export const MOST_VIEWS = 50

export type SavedView = {
  id: string
  name: string
  query: string
  columns: ColumnId[] | null
  /** The team it is shared with. */
  team: { id: string; name: string } | null
  by: string
  mayChange: boolean
}

/** The views of a person, then those their teams share, by name. */
export async function viewsFor(actor: Member): Promise<SavedView[]> {
  const teams = datasetsWhere(actor, 'case.view')
  const rows = await db()
    .select({ view: savedView, team: { id: dataset.id, name: dataset.name }, by: person.pseudonym })
    .from(savedView)
    .innerJoin(person, eq(person.id, savedView.ownerId))
    .leftJoin(dataset, eq(dataset.id, savedView.datasetId))
    .where(or(own(actor), teams.length > 0 ? inArray(savedView.datasetId, teams) : undefined))
    .orderBy(savedView.datasetId, savedView.name)
  return rows
    .map(({ view, team, by }) => ({
      id: view.id,
      name: view.name,
      query: view.query,
      columns: view.columns && columnsOf(view.columns),
      team,
      by,
      mayChange: team === null || can(actor, 'view.share', team.id),
    }))
    .sort((a, b) => Number(a.team !== null) - Number(b.team !== null))
}

/** Datasets whose team this person can share a view with. */
export async function teamsToShareWith(actor: Member): Promise<{ id: string; name: string }[]> {
  const ids = datasetsWhere(actor, 'view.share')
  return db()
    .select({ id: dataset.id, name: dataset.name })
    .from(dataset)
    .where(inArray(dataset.id, ids))
    .orderBy(dataset.name)
}

export type TablePreference = { columns: string[] | null; defaultView: string | null }

export async function tablePreferenceOf(actor: Member): Promise<TablePreference> {
  const [row] = await db().select().from(tablePreference).where(eq(tablePreference.personId, actor.id))
  return { columns: row?.columns ?? null, defaultView: row?.defaultView ?? null }
}

export type ViewSaved = { id: string; name: string; query: string }

/** Keeps a filter, its order and the columns it is looked at with under a name; for a team, by a lead of it. */
export async function saveView(tx: Tx, actor: Member, input: SaveViewInput): Promise<ViewSaved> {
  const { name, datasetId } = input
  const query = await queryFor(tx, actor, input.query, datasetId)
  await refuseTaken(tx, actor, { name, datasetId, except: null })
  const [mine] = await tx
    .select({ columns: tablePreference.columns })
    .from(tablePreference)
    .where(eq(tablePreference.personId, actor.id))
  const [made] = await tx
    .insert(savedView)
    .values({ ownerId: actor.id, datasetId, name, query, columns: columnsOf(mine?.columns) })
    .returning({ id: savedView.id, name: savedView.name, query: savedView.query })
  if (!made) throw new Error('a view was written and has no id')
  return made
}

/** Renames a view, shares it with a team, or takes it back. */
export async function changeView(tx: Tx, actor: Member, input: ChangeViewInput): Promise<ViewSaved> {
  const view = await lockView(tx, actor, input.viewId)
  const query = await queryFor(tx, actor, view.query, input.datasetId)
  await refuseTaken(tx, actor, { ...input, except: view.id })
  const { name, datasetId } = input
  // Taken back from a team it is nobody's but who takes it.
  const ownerId = datasetId === null ? actor.id : view.ownerId
  await tx
    .update(savedView)
    .set({ name, datasetId, ownerId, query, updatedAt: new Date() })
    .where(eq(savedView.id, view.id))
  return { id: view.id, name, query }
}

/** Gives a view the filter and order it is looked at with now. */
export async function updateView(tx: Tx, actor: Member, input: UpdateViewInput): Promise<ViewSaved> {
  const view = await lockView(tx, actor, input.viewId)
  const query = await queryFor(tx, actor, input.query, view.datasetId)
  await tx.update(savedView).set({ query, updatedAt: new Date() }).where(eq(savedView.id, view.id))
  return { id: view.id, name: view.name, query }
}

export async function deleteView(
  tx: Tx,
  actor: Member,
  { viewId }: { viewId: string },
): Promise<{ name: string }> {
  const { id, name } = await lockView(tx, actor, viewId)
  await tx.delete(savedView).where(eq(savedView.id, id))
  return { name }
}

/** What the table opens with for this person: one of the views they see, or all open cases. */
export async function chooseDefaultView(
  tx: Tx,
  actor: Member,
  { viewId }: { viewId: string | null },
): Promise<{ name: string | null }> {
  const name = viewId === null ? null : (await visibleView(tx, actor, viewId)).name
  await tx
    .insert(tablePreference)
    .values({ personId: actor.id, defaultView: viewId })
    .onConflictDoUpdate({ target: tablePreference.personId, set: { defaultView: viewId } })
  return { name }
}

/** Which columns this person sees, in which order: where a view brings none of its own. */
export async function saveColumns(
  tx: Tx,
  actor: Member,
  input: ColumnsInput,
): Promise<{ columns: ColumnId[] }> {
  const { order, shown, intent } = input
  const [way, id] = intent.split(':')
  const from = order.findIndex((column) => column === id)
  const moved = order[from]
  const to = way === 'up' ? from - 1 : from + 1
  const sorted = moved ? order.toSpliced(from, 1).toSpliced(Math.max(to, 0), 0, moved) : order
  const columns = intent === 'usual' ? null : columnsOf(sorted.filter((column) => shown.includes(column)))
  await tx
    .insert(tablePreference)
    .values({ personId: actor.id, columns })
    .onConflictDoUpdate({ target: tablePreference.personId, set: { columns } })
  return { columns: columnsOf(columns) }
}

const own = (actor: Member): SQL | undefined =>
  and(eq(savedView.ownerId, actor.id), isNull(savedView.datasetId))

async function visibleView(tx: Tx, actor: Member, id: string) {
  const [view] = await tx.select().from(savedView).where(eq(savedView.id, id)).for('update')
  const visible =
    view && (view.datasetId ? can(actor, 'case.view', view.datasetId) : view.ownerId === actor.id)
  if (!view || !visible) throw notFound('view')
  return view
}

async function lockView(tx: Tx, actor: Member, id: string) {
  const view = await visibleView(tx, actor, id)
  if (view.datasetId) authorize(actor, 'view.share', { datasetId: view.datasetId })
  return view
}

/** A view for a team is about its dataset. */
async function queryFor(tx: Tx, actor: Member, query: string, datasetId: string | null): Promise<string> {
  if (datasetId === null) return query
  authorize(actor, 'view.share', { datasetId })
  const [team] = await tx.select({ slug: dataset.slug }).from(dataset).where(eq(dataset.id, datasetId))
  if (!team) throw notFound('dataset')
  return queueOf({ ...parseQueue(query), dataset: team.slug })
}

type Named = { name: string; datasetId: string | null; except: string | null }

async function refuseTaken(tx: Tx, actor: Member, { name, datasetId, except }: Named): Promise<void> {
  await takeTurns(tx, `views/${datasetId ?? actor.id}`)
  const among = and(
    datasetId === null ? own(actor) : eq(savedView.datasetId, datasetId),
    except === null ? undefined : ne(savedView.id, except),
  )
  const [all] = await tx.select({ views: count() }).from(savedView).where(among)
  if ((all?.views ?? 0) >= MOST_VIEWS) throw conflict(say('views.errors.many', { most: MOST_VIEWS }))
  const [same] = await tx
    .select({ id: savedView.id })
    .from(savedView)
    .where(and(among, eq(savedView.name, name)))
  if (same) throw invalid(say('views.errors.taken', { name }), { name: [say('views.errors.otherName')] })
}
