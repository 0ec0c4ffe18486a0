import 'server-only'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { type Db, db, type Tx } from '@/db/client'
import { decision, flag, takedownMatch, takedownStatement } from '@/db/schema'
import type { StatementFacts } from '@/db/schema/takedown-process'
import { voiceOf } from '@/lib/i18n/say'
import { enqueueMail } from '@/lib/mail/outbox'
import { takedownStatementLetter } from '@/lib/mail/templates/takedown-statement'
import { paths } from '@/lib/paths'
import { LANGUAGE_OF_STAFF, membersOf } from '@/lib/people/members'
import { STATEMENT } from '@/lib/release-format/disclosure'
import { env } from '@/lib/runtime/env'
import { KIND_FORMS } from './kinds'
import { lawBehind } from './legal-ground'
import type { LockedRequest } from './request-row'
import { decidedMatches } from './results'
import { statementLines } from './statement-lines'

/**
 * States the reasons of a restriction to the maintainers of the dataset, with everything that Regulation (EU) 2022/2065 Art. 17(3)
 * wants said: made from fields, so that no word of the notice and nothing of who sent it is in it. Nothing for a restricted category,
 * nothing where nothing was restricted, and nothing of what a court forbade to tell. It has no event of its own: an entry of the log behind an outcome would say which way it went.
 */
export async function stateReasons(
  tx: Tx,
  request: LockedRequest,
  outcome: { eventId: string },
): Promise<void> {
  if (request.restricted || request.confidential) return
  const facts = await factsOf(tx, request)
  if (facts.restrictions.length === 0) return
  await tx.insert(takedownStatement).values({ eventId: outcome.eventId, requestId: request.id, facts })
  const owners = await membersOf(tx, request.datasetId, 'maintainer')
  const language = LANGUAGE_OF_STAFF
  const data = {
    reference: request.reference,
    dataset: request.datasetName,
    lines: statementLines(voiceOf(language), request, facts),
    url: env().url + paths.requestStatement(request.id),
  }
  for (const { email } of owners)
    await enqueueMail(tx, {
      ...{ to: email, language, requestId: request.id },
      ...{ template: takedownStatementLetter, data },
    })
}

/** The statements made about a request, newest first. */
export function statementsOf(requestId: string, on: Db | Tx = db()) {
  return on
    .select({
      id: takedownStatement.eventId,
      facts: takedownStatement.facts,
      at: takedownStatement.createdAt,
    })
    .from(takedownStatement)
    .where(eq(takedownStatement.requestId, requestId))
    .orderBy(desc(takedownStatement.createdAt))
}

async function factsOf(tx: Tx, request: LockedRequest): Promise<StatementFacts> {
  const made = await decisionsOf(tx, request)
  // What somebody wants to stand beside a row about them restricts nothing.
  const restricting = made.filter(
    ({ action, label }) => action !== 'keep' && !(action === 'label' && label?.startsWith(STATEMENT)),
  )
  const restrictions = grouped(restricting.map(({ action, territories }) => ({ action, territories })))
  const grounds = grouped(restricting.map(({ reason, policy }) => ({ reason, policy })))
  return {
    restrictions,
    notice: {
      kind: request.kind,
      received: request.submittedAt.toISOString().slice(0, 10),
      byLaw: KIND_FORMS[request.kind].law ?? null,
    },
    automated: {
      found: await foundByProgram(tx, request),
      decided: restricting.some(({ actor }) => actor.startsWith('system:')),
    },
    grounds,
    ground: lawBehind({ category: request.category, notices: [request.kind] }) ? 'illegal' : 'policy',
  }
}

/**
 * The decision in force about each item of the request, once for each item. By its key: joined in one statement, two hundred that were made in
 * this transaction, which no statistics know of, took most of a minute.
 */
async function decisionsOf(tx: Tx, request: LockedRequest) {
  const matches = await decidedMatches(tx, request.id)
  const decided = new Map(matches.flatMap((one) => (one.decisionId === null ? [] : [[one.decisionId, one]])))
  if (decided.size === 0) return []
  const rows = await tx
    .select({ id: decision.id, label: decision.label, actor: decision.actor })
    .from(decision)
    .where(and(eq(decision.datasetId, request.datasetId), inArray(decision.id, [...decided.keys()])))
  const made = new Map(rows.map(({ id, ...one }) => [id, one]))
  return [...decided].flatMap(([id, { action, territories, reason, policy }]) => {
    const by = made.get(id)
    return !by || action === null || policy === null ? [] : [{ ...by, action, territories, reason, policy }]
  })
}

/** Whether a detector had flagged one of the items for this before or beside the request. */
async function foundByProgram(tx: Tx, request: LockedRequest): Promise<boolean> {
  const digests = tx
    .selectDistinct({ digest: takedownMatch.digest })
    .from(takedownMatch)
    .where(eq(takedownMatch.requestId, request.id))
  const [row] = await tx
    .select({ id: flag.id })
    .from(flag)
    .where(
      and(
        eq(flag.datasetId, request.datasetId),
        eq(flag.category, request.category),
        eq(flag.source, 'detector'),
        inArray(flag.digest, digests),
      ),
    )
    .limit(1)
  return row !== undefined
}

/** How many times each occurs, the most frequent first. */
function grouped<Row extends object>(rows: readonly Row[]): (Row & { items: number })[] {
  const groups = new Map<string, Row & { items: number }>()
  for (const row of rows) {
    const key = JSON.stringify(row)
    groups.set(key, { ...row, items: (groups.get(key)?.items ?? 0) + 1 })
  }
  return [...groups.values()].sort((a, b) => b.items - a.items)
}
