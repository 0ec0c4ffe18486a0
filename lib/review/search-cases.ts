import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, count, eq, gt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Db, db, type Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { caseSearch, dataset } from '@/db/schema'
import type { Actor, Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { can } from '@/lib/auth/permissions'
import { searchSubject } from '@/lib/crypto/subject'
import { destroyKey, keyFor } from '@/lib/crypto/subject-keys'
import { openAll, sealFor } from '@/lib/crypto/subject-seal'
import { notFound, rateLimited } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'
import { asks, say } from '@/lib/i18n/say'
import { type ItemFields, openContents } from './item-fields'
import { holds } from '@/lib/text/find'
import type { Scope } from './scope'
import { isRecused, refuseRecused } from './voters'

/** Searching is a people-search too: no more than a day of careful work asks for. */
export const SEARCHES_PER_DAY = 200

/** Texts are sealed one by one, so each has to be opened: this many, the most urgent first, and no longer than this. */
const MOST_LOOKED = 50_000
const MOST_MS = 4_000
const MOST_FOUND = 1_000
const BATCH = 1_000

/** How long it is kept what somebody searched for: as long as it takes until anybody asks why. */
const KEPT_FOR_MS = 90 * 24 * 3_600_000

/** How long what was found can be looked at under its address. */
const STANDS_FOR_MS = 24 * 3_600_000

export const searchInput = z.object({
  datasetId: z.uuid(),
  text: z
    .string(asks('views.input.search'))
    .trim()
    .min(3, asks('views.input.searchShort'))
    .max(200, asks('views.input.searchLong')),
})
export type SearchInput = z.output<typeof searchInput>

export type SearchView = { searchId: string; slug: string; found: number; looked: number; total: number }

/**
 * Cases of a dataset whose item holds these words, in capitals or not, for leads only and on record: who searched for what. The
 * address of what was found names the search, not the words.
 */
export async function casesMatchingText(tx: Tx, actor: Member, input: SearchInput): Promise<SearchView> {
  authorize(actor, 'case.search', input)
  await refuseRecused(tx, actor, input.datasetId)
  const [home] = await tx.select({ slug: dataset.slug }).from(dataset).where(eq(dataset.id, input.datasetId))
  if (!home) throw notFound('dataset')
  await takeTurns(tx, `search/${actor.id}`)
  await refuseBeyondCap(tx, actor)
  const lane = can(actor, 'restricted.handle') ? sql`true` : sql`not c.restricted`
  const { caseIds, looked } = await look(tx, input, lane)
  const [counted] = await tx.execute<{ total: number }>(
    sql`select count(*)::int as total from review_case c where c.dataset_id = ${input.datasetId} and ${lane}`,
  )
  const total = Math.max(looked, counted?.total ?? 0)
  const searchId = randomUUID()
  const key = await keyFor(tx, searchSubject(searchId))
  await tx.insert(caseSearch).values({
    id: searchId,
    datasetId: input.datasetId,
    personId: actor.id,
    query: sealFor(key, 'case_search.query', Buffer.from(input.text)),
    caseIds,
    looked,
    total,
  })
  await enqueue(tx, 'search.forget', { searchId }, { runAt: new Date(Date.now() + KEPT_FOR_MS) })
  return { searchId, slug: home.slug, found: caseIds.length, looked, total }
}

export type FoundCases = {
  datasetId: string
  text: string
  caseIds: string[]
  looked: number
  total: number
  /** There may be more than are listed. */
  capped: boolean
}

/** Of these the datasets whose texts this actor may search. */
export async function searchable(actor: Member, scopes: readonly Scope[]): Promise<Scope[]> {
  const led = scopes.filter(({ datasetId }) => can(actor, 'case.search', datasetId))
  const recused = await Promise.all(led.map(({ datasetId }) => isRecused(actor, datasetId)))
  return led.filter((_, i) => !recused[i])
}

/** What a search of this actor's own found, for a day; null for anybody else, once they are no lead, and once they declared a conflict. */
export async function casesOfSearch(
  actor: Actor,
  searchId: string,
  on: Db | Tx = db(),
): Promise<FoundCases | null> {
  if (actor.kind !== 'member' || !z.uuid().safeParse(searchId).success) return null
  const [row] = await on
    .select()
    .from(caseSearch)
    .where(
      and(
        eq(caseSearch.id, searchId),
        eq(caseSearch.personId, actor.id),
        gt(caseSearch.createdAt, new Date(Date.now() - STANDS_FOR_MS)),
      ),
    )
  if (!row || !can(actor, 'case.search', row.datasetId)) return null
  if (await isRecused(actor, row.datasetId, on)) return null
  const { datasetId, caseIds, looked, total } = row
  const [query] = await openAll(on, [{ place: 'case_search.query', sealed: row.query }])
  if (!query) return null
  const text = query.toString('utf8')
  return { datasetId, text, caseIds, looked, total, capped: caseIds.length >= MOST_FOUND }
}

/** The cases a view is narrowed to by a search; none of them when it is not, or no longer, this actor's to look at. */
export async function foundBy(
  actor: Actor,
  { search }: { search?: string },
  on: Db | Tx = db(),
): Promise<string[] | null> {
  return search === undefined ? null : ((await casesOfSearch(actor, search, on))?.caseIds ?? [])
}

/** What was searched for and found is gone, in backups too; who searched, when, and how far it looked stays. */
export async function forgetSearch(tx: Tx, searchId: string): Promise<void> {
  await destroyKey(tx, searchSubject(searchId))
  await tx.update(caseSearch).set({ caseIds: [] }).where(eq(caseSearch.id, searchId))
}

type Place = { priority: number; id: string; body: Buffer; keyId: string | null }

async function look(tx: Tx, { datasetId, text }: SearchInput, lane: ReturnType<typeof sql>) {
  const finds = holds(text)
  const isIn = (fields: ItemFields | null) => fields !== null && Object.values(fields).some(finds)
  const until = Date.now() + MOST_MS
  const caseIds: string[] = []
  let looked = 0
  let last: Place | undefined
  do {
    const beyond = last ? sql`(c.priority, c.id) < (${last.priority}, ${last.id}::uuid)` : sql`true`
    const rows = await tx.execute<Place>(sql`
      select c.id, c.priority, t.body, t.key_id as "keyId"
      from review_case c join item_content t on t.dataset_id = c.dataset_id and t.digest = c.digest
      where c.dataset_id = ${datasetId} and ${lane} and ${beyond}
      order by c.priority desc nulls last, c.id desc limit ${BATCH}`)
    const contents = await openContents(tx, rows)
    rows.forEach(({ id }, i) => {
      if (caseIds.length < MOST_FOUND && isIn(contents[i] ?? null)) caseIds.push(id)
    })
    looked += rows.length
    last = rows.length === BATCH ? rows.at(-1) : undefined
  } while (last && looked < MOST_LOOKED && caseIds.length < MOST_FOUND && Date.now() < until)
  return { caseIds, looked }
}

async function refuseBeyondCap(tx: Tx, actor: Member): Promise<void> {
  const [row] = await tx
    .select({ searches: count() })
    .from(caseSearch)
    .where(
      and(eq(caseSearch.personId, actor.id), gt(caseSearch.createdAt, new Date(Date.now() - 24 * 3_600_000))),
    )
  if ((row?.searches ?? 0) >= SEARCHES_PER_DAY) {
    throw rateLimited(say('views.errors.searches', { most: SEARCHES_PER_DAY }))
  }
}
