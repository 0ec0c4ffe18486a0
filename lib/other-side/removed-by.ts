import 'server-only'
import { and, eq, isNull, notInArray, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { suppressionRule } from '@/db/schema'
import { type SourceRow, suppression } from '@/lib/suppression/match'
import type { Target } from '@/lib/takedowns/parse-targets'
import type { LockedRequest } from '@/lib/takedowns/request-row'
import type { Answering } from './bind'
import { countersTo, inCourt } from './counter-row'
import { leadsTo } from './leads-to'
import type { ListedRows } from './listed-rows'

/** What a request removed: by decisions on cases, and by standing rules, which also keep out rows that nobody has looked at. */
export type Removed = {
  caseIds: string[]
  ruleIds: string[]
  /** Things that are listed and were not removed on it. */
  strangers: number
}

/** What of it is listed; without a list all. What is in court over another counter notice is not for this one to bring back. */
export async function removedBy(
  tx: Tx,
  of: LockedRequest,
  { list }: Pick<Answering, 'list'>,
  rows: ListedRows,
): Promise<Removed> {
  const court = inCourt(await countersTo(tx, of.id))
  const removed = (await outBecauseOf(tx, of)).filter(({ caseId }) => !court.cases.has(caseId))
  const rules = await rulesOf(tx, of, court.rules)
  if (list.length === 0)
    return { caseIds: unique(removed.map(({ caseId }) => caseId)), ruleIds: rules.all, strangers: 0 }

  const known = new Map(removed.map(({ digest, caseId }) => [digest, caseId]))
  const found = (await leadsTo(tx, of, list)).map(({ target, digests }, n) => ({
    caseIds: digests.flatMap((digest) => known.get(digest) ?? []),
    ruleIds: rowsOf(target, rows(n)).flatMap(rules.keepingOut),
  }))
  return {
    caseIds: unique(found.flatMap(({ caseIds }) => caseIds)),
    ruleIds: unique(found.flatMap(({ ruleIds }) => ruleIds)),
    strangers: found.filter(({ caseIds, ruleIds }) => caseIds.length + ruleIds.length === 0).length,
  }
}

/**
 * What its requester was told is out, and is: not what is decided and takes no effect yet, nor anything of a request that was never
 * answered. What a court holds counts as out, because it is again when the hold ends.
 */
export async function outBecauseOf(
  tx: Tx,
  { id, datasetId }: Pick<LockedRequest, 'id' | 'datasetId'>,
): Promise<{ caseId: string; digest: string }[]> {
  const rows = await tx.execute<{ caseId: string; digest: string }>(sql`
    select distinct m.case_id as "caseId", encode(m.digest, 'hex') as digest
    from takedown_match m
    join takedown_request q on q.id = m.request_id
    join decision d on d.dataset_id = m.dataset_id and d.case_id = m.case_id and d.action <> 'keep'
    where m.dataset_id = ${datasetId} and m.request_id = ${id} and m.told is not null
      and (d.id in (select e.decision_id from decision_in_effect e where e.dataset_id = m.dataset_id and e.case_id = m.case_id)
        or q.status = 'on_hold' and d.id = m.told)
    order by 2`)
  return [...rows]
}

/** The rules in force that were made for it, and which of them keep a row out. */
async function rulesOf(tx: Tx, { id, datasetId }: LockedRequest, but: readonly string[]) {
  const rules = await tx
    .select({ id: suppressionRule.id, kind: suppressionRule.kind, hmac: suppressionRule.hmac })
    .from(suppressionRule)
    .where(
      and(
        eq(suppressionRule.datasetId, datasetId),
        eq(suppressionRule.requestId, id),
        isNull(suppressionRule.endedAt),
        notInArray(suppressionRule.id, [...but]),
      ),
    )
  const { rulesFor } = suppression(datasetId, rules)
  return { all: rules.map((rule) => rule.id), keepingOut: (row: SourceRow) => rulesFor(row) }
}

const NOBODY = { digest: '', sourceId: null, url: null, author: null }

/** The rows that a line means, as far as they are known; else one with what the line itself says. */
function rowsOf(target: Target, rows: readonly SourceRow[]): readonly SourceRow[] {
  switch (target.kind) {
    case 'url':
      return [...rows, { ...NOBODY, url: target.value }]
    case 'prefix':
    case 'domain':
    case 'host':
      return [...rows, { ...NOBODY, url: addressed(target.value) }]
    case 'source_id':
      return [...rows, { ...NOBODY, sourceId: target.value }]
    case 'author':
      return [...rows, { ...NOBODY, author: target.value }]
    case 'digest':
      return [...rows, { ...NOBODY, digest: target.value.toLowerCase() }]
    default:
      return rows
  }
}

const addressed = (place: string): string => (/^[a-z]+:\/\//i.test(place) ? place : `https://${place}`)

const unique = (ids: readonly string[]): string[] => [...new Set(ids)]
