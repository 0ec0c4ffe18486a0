import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { occurrence, revisionFile, takedownCandidate } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { lookUp } from '@/lib/suppression/ask'
import { canonicalUrls } from '@/lib/suppression/canonical-url'
import { upholds } from '@/lib/suppression/labels'
import { suppressionHmac } from '@/lib/suppression/match'
import { makeRules, planRules } from '@/lib/suppression/rules'
import { canonicalSource, type Source } from '@/lib/suppression/sources'
import type { Target } from './parse-targets'
import type { LockedRequest } from './request-row'
import { broadTargets, byTarget, type DecidedMatch, targetsOf } from './results'
import { holdsLater } from './standing'

/**
 * What an opt-out asks to leave out, of one item that a target was found to be. A target that names a source of several items
 * is about its source when all of them are upheld ({@link addNamedRules}), and until then about each text.
 */
export async function sourceAsked(
  tx: Tx,
  datasetId: string,
  { target, digest, alone }: { target: Target; digest: Buffer; alone: boolean },
): Promise<Source> {
  if (target.kind !== 'source_id' && target.kind !== 'url') return sourceOf(tx, datasetId, target, digest)
  return (alone && sourceNamed(target)) || textItself(digest)
}

/**
 * Leaves out the sources that an opt-out names, or by which a lead widened a request of any kind, those rows included that do not exist yet, when every item found by them was taken
 * out. For items taken out one by one their decisions have made the rules.
 */
export async function addNamedRules(
  tx: Tx,
  request: LockedRequest,
  matches: readonly DecidedMatch[],
): Promise<void> {
  const by = await known(tx, request, matches)
  for (const named of await targetsOf(tx, request.id)) {
    const whole = keptOutWhole(named, by)
    if (!whole) continue
    const { source, ...because } = whole
    const planned = await planRules(tx, request.datasetId, async (on) => [await lookUp(on, request, source)])
    await makeRules(tx, system('takedown'), request, planned, because)
  }
}

/**
 * What of a request stands for more than was looked at, and is not kept out as a whole either: not all of what was asked for is done, whatever
 * was decided about the rest.
 */
export async function leftInPart(
  tx: Tx,
  request: LockedRequest,
  matches: readonly DecidedMatch[],
): Promise<LeftInPart[]> {
  const broad = await broadTargets(tx, request.id)
  if (broad.size === 0) return []
  const by = await known(tx, request, matches)
  const named = await targetsOf(tx, request.id)
  return named
    .filter((one) => broad.has(one.id) && keptOutWhole(one, by) === null)
    .map(({ id, target }) => ({
      ...{ id, kind: target.kind, found: by.found.get(id) ?? [], isNarrowed: by.narrowed.has(id) },
    }))
}

/** `found`: what was looked at of it; `isNarrowed`: somebody found single items of it not to be meant. */
export type LeftInPart = {
  id: string
  kind: Target['kind']
  found: readonly DecidedMatch[]
  isNarrowed: boolean
}

type Named = Awaited<ReturnType<typeof targetsOf>>[number]
type KeptOut = { source: Source } & Parameters<typeof makeRules>[4]

/** What is known of the targets of a request: what they were found to be, and of which somebody took single items out. */
type Known = {
  later: boolean
  found: ReadonlyMap<string, readonly DecidedMatch[]>
  narrowed: ReadonlySet<string>
}

const known = async (tx: Tx, request: LockedRequest, matches: readonly DecidedMatch[]): Promise<Known> => ({
  later: await holdsLater(tx, request),
  found: byTarget(matches),
  narrowed: await narrowedTargets(tx, request),
})

/** What is kept out of all that a target stands for, by the decisions about what was found of it; null where it is not. */
function keptOutWhole({ id, target, addedBy }: Named, { later, found, narrowed }: Known): KeptOut | null {
  if (!later && addedBy === null) return null
  // A source of which somebody took single items out of the request is not meant as a whole.
  if (narrowed.has(id)) return null
  // A text that was found is decided about as a text.
  const source = target.kind === 'digest' ? null : sourceNamed(target)
  const own = found.get(id) ?? []
  const [first] = own
  if (!source || !first?.decisionId || !first.entryId) return null
  if (!own.every(({ action }) => action !== null && upholds(action))) return null
  const { decisionId, entryId, territories } = first
  return { source, decisionId, entryId, territories }
}

/** Of which somebody found single items not to be meant. */
async function narrowedTargets(
  tx: Tx,
  { id: requestId, datasetId }: Pick<LockedRequest, 'id' | 'datasetId'>,
): Promise<ReadonlySet<string>> {
  const dropped = await tx
    .selectDistinct({ id: takedownCandidate.targetId })
    .from(takedownCandidate)
    .where(
      and(
        eq(takedownCandidate.datasetId, datasetId),
        eq(takedownCandidate.requestId, requestId),
        eq(takedownCandidate.state, 'dropped'),
      ),
    )
  return new Set(dropped.map(({ id }) => id))
}

/** Sources that an opt-out names, that no row came from, and about which no lead has decided. */
export async function namedButNotFound(
  on: Db | Tx,
  request: Pick<LockedRequest, 'id' | 'kind'>,
): Promise<{ id: string; source: Source }[]> {
  if (!(await holdsLater(on, request))) return []
  return (await targetsOf(on, request.id)).flatMap(({ id, target, state }) => {
    const source = state === 'not_found' ? sourceNamed(target) : null
    return source ? [{ id, source }] : []
  })
}

/** What a target stands for, whatever rows there are of it; null for what only names rows or words. */
export function sourceNamed(target: Target): Source | null {
  switch (target.kind) {
    case 'source_id':
    case 'url':
    case 'prefix':
    case 'domain':
    case 'host':
    case 'author':
    case 'digest':
      return canonicalSource(target.kind, target.value)
    default:
      return null
  }
}

/** The same as a rule about it would be known by; nobody can tell from it what it is. */
export function sourceKeyOf(datasetId: string, target: Target): Buffer | null {
  const source = sourceNamed(target)
  return source && suppressionHmac(datasetId, source.kind, source.value)
}

const textItself = (digest: Buffer): Source => ({ kind: 'digest', value: digest.toString('hex') })

/**
 * Where an item comes from. Of a row: that row's source. Of a text: its source when it has only one ("Thanks!" occurs ten
 * thousand times, and one author's opt-out is not the others'); else the text itself.
 */
async function sourceOf(tx: Tx, datasetId: string, target: Target, digest: Buffer): Promise<Source> {
  const rows = await tx
    .selectDistinct({ sourceId: occurrence.sourceId, url: occurrence.url })
    .from(occurrence)
    .innerJoin(
      revisionFile,
      and(
        eq(revisionFile.datasetId, occurrence.datasetId),
        eq(revisionFile.revisionId, occurrence.revisionId),
        eq(revisionFile.ordinal, occurrence.ordinal),
      ),
    )
    .where(and(eq(occurrence.datasetId, datasetId), eq(occurrence.digest, digest), rowOf(target)))
    .limit(2)
  const only = rows.length === 1 ? rows[0] : undefined
  const url = only?.url ? (canonicalUrls(only.url).at(-1) ?? null) : null
  if (only?.sourceId) return { kind: 'source_id', value: only.sourceId }
  return url ? { kind: 'url', value: url } : textItself(digest)
}

function rowOf(target: Target) {
  if (target.kind !== 'row') return undefined
  const row = eq(occurrence.row, target.row)
  const ending = `/${target.file}`
  const file = sql`(${revisionFile.path} = ${target.file} or right(${revisionFile.path}, ${ending.length}) = ${ending})`
  return target.file === null ? row : and(row, file)
}
