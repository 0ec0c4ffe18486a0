import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { person, revision, takedownCandidate, takedownReach, takedownTarget } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import type { Target } from './parse-targets'
import { type Beyond, beyondOf } from './beyond'
import { fuzzyWaiting } from './candidates'
import { isSource, type WiderSource, widerSources } from './reach-sources'
import { requestView } from './queries'
import { lookedAt, type Looked } from './reach-sample'
import { secondPersonOf, type SecondPerson } from './second-person'
import { scanProgress } from './scan'
import { shownTexts, type ShownText } from './shown-texts'
import { type Stretch, stretchOf } from './stretch'

/** So many of what a target was found to be are shown: the first to be looked at first. */
const SHOWN = 20

export type Candidate = Omit<typeof takedownCandidate.$inferSelect, 'digest'> & {
  digest: string
  text: ShownText
}

export type TargetReach = {
  id: string
  kind: Target['kind']
  /** Null for who reads only of which kind it is. */
  text: string | null
  state: string
  rows: number | null
  added: boolean
  candidates: Candidate[]
  /** All there are, and those of them that somebody took out. */
  items: number
  dropped: number
  /** Of what is only like it. */
  fuzzy: Looked | null
  /** Rows that are like it, beyond those of the items in hand. */
  beyond: Beyond | null
  isWhole: boolean
}

/** How many that are only like what was named wait for somebody's look. */
export const alikeOf = (requestId: string): Promise<number> => fuzzyWaiting(db(), requestId)

/** Rows that are like a text that was named, beyond those in hand, and that nobody has said anything of. */
export const beyondInSum = async (requestId: string): Promise<number> =>
  (await beyondOf(db(), requestId)).reduce((sum, { rows, left }) => sum + (left ? 0 : rows), 0)

/** What the shown items of a target come from, with the rows of each: counted before anything is widened. */
export const widerThan = (candidates: readonly Candidate[]): Promise<WiderSource[]> =>
  widerSources(
    db(),
    candidates.filter(({ state }) => state !== 'dropped'),
  )

export type ReachSummary = NonNullable<Awaited<ReturnType<typeof reachSummary>>>

/** How far a request reaches, in one line. */
export async function reachSummary(requestId: string) {
  const [reach] = await db()
    .select({
      reach: takedownReach,
      revision: revision.number,
      first: sql<
        string | null
      >`(select ${person.pseudonym} from ${person} where ${person.id} = ${takedownReach.firstBy})`,
    })
    .from(takedownReach)
    .innerJoin(
      revision,
      and(eq(revision.datasetId, takedownReach.datasetId), eq(revision.id, takedownReach.revisionId)),
    )
    .where(eq(takedownReach.requestId, requestId))
  return reach ? { ...reach.reach, revision: reach.revision, first: reach.first } : null
}

/** A section with its form for each; a list can name thousands. */
const TARGETS = 20

/** All that is shown of how far a request reaches, of a long list the stretch that an address `asked` for. The same 404 for one that is not theirs. */
export async function reachView(actor: Member, id: string, asked?: unknown) {
  const request = await requestView(actor, id)
  const stretch = stretchOf(request.targets.length, asked, TARGETS)
  const [summary, progress, limits, targets] = await Promise.all([
    reachSummary(id),
    scanProgress(id),
    secondPersonOf(request.datasetId),
    targetsOfReach(actor, request, stretch),
  ])
  return { request, summary, progress, limits, targets, stretch }
}

export type ReachView = { limits: SecondPerson } & Awaited<ReturnType<typeof reachView>>

async function targetsOfReach(
  actor: Member,
  request: Awaited<ReturnType<typeof requestView>>,
  { from, to, all }: Stretch,
): Promise<TargetReach[]> {
  const facts = await db()
    .select({ id: takedownTarget.id, rows: takedownTarget.rows, addedBy: takedownTarget.addedBy })
    .from(takedownTarget)
    .where(eq(takedownTarget.requestId, request.id))
  const factOf = new Map(facts.map((fact) => [fact.id, fact]))
  const isAdded = ({ id }: { id: string }) => (factOf.get(id)?.addedBy ?? null) !== null
  // At the end of a long list nobody would come to what the team has added.
  const named =
    all > TARGETS
      ? [...request.targets].sort((a, b) => Number(isAdded(b)) - Number(isAdded(a)))
      : request.targets
  const here = named.slice(from, to)
  const candidates = await sampleOf(
    request.id,
    here.map(({ id }) => id),
  )
  const texts = await shownTexts(actor, request.datasetId, candidates)
  const [counts, beyond] = await Promise.all([countsOf(request.id), beyondOf(db(), request.id)])
  const shown: TargetReach[] = []
  for (const { id, kind, text, state } of here) {
    const own = candidates.filter(({ targetId }) => targetId === id)
    const fuzzy = own.some(({ tier }) => tier === 'fuzzy') ? await lookedAt(db(), request.id, id) : null
    shown.push({
      ...{ id, kind, text, state, fuzzy },
      rows: factOf.get(id)?.rows ?? null,
      added: isAdded({ id }),
      candidates: own.map((candidate) => {
        const digest = candidate.digest.toString('hex')
        return { ...candidate, digest, text: texts.get(digest) ?? { state: 'gone' } }
      }),
      items: counts.get(id)?.items ?? 0,
      dropped: counts.get(id)?.dropped ?? 0,
      beyond: beyond.find(({ targetId }) => targetId === id) ?? null,
      isWhole: isSource(kind),
    })
  }
  return shown
}

/** Of each target what was drawn first, then what is most like it; what is exact in an order that chance made. */
async function sampleOf(requestId: string, targetIds: readonly string[]) {
  const chosen = await db().execute<{ targetId: string; digest: string }>(sql`
    select target_id as "targetId", encode(digest, 'hex') as digest from (
      select target_id, digest, row_number() over (
        partition by target_id order by state = 'dropped', not drawn, similarity desc nulls last, md5(digest::text || target_id::text)) as n
      from takedown_candidate where request_id = ${requestId} and target_id = any(${sql.param(targetIds)}::uuid[])) c
    where n <= ${SHOWN}`)
  if (chosen.length === 0) return []
  const wanted = new Set(chosen.map(({ targetId, digest }) => `${targetId}\n${digest}`))
  const rows = await db()
    .select()
    .from(takedownCandidate)
    .where(
      and(
        eq(takedownCandidate.requestId, requestId),
        inArray(
          takedownCandidate.digest,
          chosen.map(({ digest }) => Buffer.from(digest, 'hex')),
        ),
      ),
    )
    .orderBy(
      sql`${takedownCandidate.similarity} desc nulls last`,
      takedownCandidate.ordinal,
      takedownCandidate.row,
    )
  return rows.filter(({ targetId, digest }) => wanted.has(`${targetId}\n${digest.toString('hex')}`))
}

async function countsOf(requestId: string): Promise<Map<string, { items: number; dropped: number }>> {
  const rows = await db().execute<{ id: string; items: number; dropped: number }>(sql`
    select target_id as id, count(*)::int as items, count(*) filter (where state = 'dropped')::int as dropped
    from takedown_candidate where request_id = ${requestId} group by 1`)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}
