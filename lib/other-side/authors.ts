import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { authorMeasure, dataset } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { takeTurns } from '@/db/locks'
import { conflict, invalid, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { authorWarning } from '@/lib/mail/templates/takedown-conduct'
import { paths } from '@/lib/paths'
import { policyInForce } from '@/lib/policies/queries'
import { recordSourceDecision } from '@/lib/review/decide-sources'
import { makeRules, planRules } from '@/lib/suppression/rules'
import { env } from '@/lib/runtime/env'
import type { leaveOutAuthorInput, warnAuthorInput } from './input'
import { AUTHOR_POLICY } from './numbers'
import { tellMaintainers } from './tell'

/** An author with upheld copyright requests against what they wrote: never named, known by a fingerprint. */
export type AuthorRecord = {
  /** In hex. */
  author: string
  strikes: number
  references: string[]
  warnedAt: Date | null
  isLeftOut: boolean
  mayWarn: boolean
  mayLeaveOut: boolean
}

/**
 * The record of one author, or of every author that a request struck. A strike counts until it expires, and only while the request it
 * came of is upheld: not once it was taken back, put back or decided otherwise, and not while a counter notice is under way.
 */
export async function authorRecords(
  on: Db | Tx,
  datasetId: string,
  which: { author: string } | { requestId: string },
): Promise<AuthorRecord[]> {
  const rows = await on.execute<{
    author: string
    strikes: number
    references: string[]
    warnedAt: string | null
    isLeftOut: boolean
  }>(sql`
    select encode(a.author_hmac, 'hex') as author, count(s.id)::int as strikes,
      coalesce(array_agg(s.reference order by s.reference) filter (where s.id is not null), '{}') as "references",
      (select max(m.created_at) from author_measure m
       where m.dataset_id = ${datasetId} and m.author_hmac = a.author_hmac and m.measure = 'warned') as "warnedAt",
      exists (select from suppression_rule r
       where r.dataset_id = ${datasetId} and r.kind = 'author' and r.hmac = a.author_hmac and r.ended_at is null) as "isLeftOut"
    from (
      select distinct author_hmac from author_strike
      where dataset_id = ${datasetId} and author_hmac is not null
        and ${'author' in which ? sql`author_hmac = decode(${which.author}, 'hex')` : sql`request_id = ${which.requestId}`}
    ) a
    left join lateral (
      select t.id, q.reference from author_strike t
      join takedown_request q on q.id = t.request_id
      where t.dataset_id = ${datasetId} and t.author_hmac = a.author_hmac and t.expires_at > now()
        and q.status::text in ('actioned', 'partially_actioned', 'closed', 'kept_down')
        and not exists (select from strike_rescinded x where x.dataset_id = t.dataset_id and x.strike_id = t.id)
        and exists (
          select from takedown_match m
          join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
          join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
          where m.dataset_id = ${datasetId} and m.request_id = q.id and d.action <> 'keep')
    ) s on true
    group by a.author_hmac order by 2 desc, 1`)
  return [...rows].map((row) => withVerdict(row))
}

function withVerdict(row: {
  author: string
  strikes: number
  references: string[]
  warnedAt: string | null
  isLeftOut: boolean
}): AuthorRecord {
  const warnedAt = row.warnedAt === null ? null : new Date(row.warnedAt)
  const timeGiven = Date.now() - AUTHOR_POLICY.warnedDays * 86_400_000
  return {
    ...{ ...row, warnedAt },
    mayWarn: warnedAt === null && row.strikes >= AUTHOR_POLICY.warnFrom,
    mayLeaveOut:
      !row.isLeftOut &&
      row.strikes >= AUTHOR_POLICY.leaveOutFrom &&
      warnedAt !== null &&
      warnedAt.getTime() <= timeGiven,
  }
}

/** A lead warns: the letter goes to the maintainers, for an author has no address here. */
export async function warnAuthor(
  tx: Tx,
  actor: Member,
  { datasetId, author }: z.output<typeof warnAuthorInput>,
): Promise<{ slug: string }> {
  const { found, name, slug } = await recordOf(tx, actor, datasetId, author)
  if (!found.mayWarn) throw conflict(say('otherSide.errors.notEnough'))
  await tx.insert(authorMeasure).values({
    ...{ datasetId, authorHmac: Buffer.from(author, 'hex'), measure: 'warned' as const },
    ...{ decidedBy: actor.id, strikes: found.strikes },
  })
  await tellMaintainers(tx, datasetId, authorWarning, () => ({
    ...{ dataset: name, strikes: found.strikes, references: found.references },
    ...{ leaveOutFrom: AUTHOR_POLICY.leaveOutFrom, warnedDays: AUTHOR_POLICY.warnedDays },
    link: env().url + paths.requests(),
  }))
  return { slug }
}

/** A lead leaves an author out who was warned and infringed again: a standing rule like any other, which can be ended like any other. */
export async function leaveOutAuthor(
  tx: Tx,
  actor: Member,
  { datasetId, author, reasonCode }: z.output<typeof leaveOutAuthorInput>,
): Promise<{ slug: string }> {
  const { found, slug } = await recordOf(tx, actor, datasetId, author)
  if (!found.mayLeaveOut)
    throw conflict(say(`otherSide.errors.${found.warnedAt ? 'notEnough' : 'notWarned'}`))
  const policy = await policyInForce(tx, datasetId)
  const reason = policy.reasons.find(({ code }) => code === reasonCode)
  if (reason?.category !== 'copyright' || !reason.actions.includes('remove'))
    throw invalid(say('takedowns.input.reason'), { reasonCode: [say('takedowns.input.reason')] })
  const where = { datasetId, slug, restricted: false }
  const planned = await planRules(tx, datasetId, () =>
    Promise.resolve([
      {
        ...{ kind: 'author' as const, hmac: Buffer.from(author, 'hex'), requestId: null },
        ...{ ruleId: null, territories: null },
      },
    ]),
  )
  const made = await recordSourceDecision(tx, actor, where, {
    ...{ policy, category: 'copyright', action: 'remove', reasonCode },
    ruleIds: planned.map(({ id }) => id),
  })
  await makeRules(tx, actor, where, planned, made)
  await tx.insert(authorMeasure).values({
    ...{ id: randomUUID(), datasetId, authorHmac: Buffer.from(author, 'hex'), measure: 'left_out' as const },
    ...{ decidedBy: actor.id, strikes: found.strikes },
  })
  return { slug }
}

async function recordOf(tx: Tx, actor: Member, datasetId: string, author: string) {
  authorize(actor, 'takedown.handle', { datasetId })
  await takeTurns(tx, `author/${datasetId}`)
  const [where] = await tx
    .select({ slug: dataset.slug, name: dataset.name })
    .from(dataset)
    .where(and(eq(dataset.id, datasetId)))
  const [found] = await authorRecords(tx, datasetId, { author })
  if (!where || !found) throw notFound('page')
  return { found, ...where }
}
