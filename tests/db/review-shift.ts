import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type postgres from 'postgres'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import { claimNext, releaseClaim } from '@/lib/review/claim'
import { castVote } from '@/lib/review/decide'
import { escalate, skip } from '@/lib/review/skip'
import { findingsVersion } from '@/lib/review/seen'
import { raiseFlags } from '@/lib/flags/raise-flags'
import { openCases } from '@/lib/review/open-cases'
import type { World } from './review-world'

/** What reviewers of a shift did, counted by themselves. */
export type ShiftCounts = {
  claims: number
  votes: number
  skips: number
  releases: number
  escalations: number
  late: number
}

type Plan = { category: string; round: number }

/** Cases by the thousand, in the queues that `openCases` would give them: made in SQL, since how they are opened is not the matter. */
export async function manyCases(
  admin: postgres.Sql,
  world: World,
  count: number,
  salt: string,
): Promise<void> {
  await admin.begin(async (tx) => {
    await tx`
      create temp table made on commit drop as
      select sha256(convert_to(${salt} || n, 'UTF8')) as digest, n,
        (array['other', 'other', 'other', 'other', 'other', 'other', 'other', 'other', 'hate', 'copyright'])[1 + n % 10] as category
      from generate_series(1, ${count}) n`
    await tx`insert into item (dataset_id, digest) select ${world.datasetId}, digest from made`
    await tx`
      insert into flag (dataset_id, digest, category, source, detector, type, score, severity, spans)
      select ${world.datasetId}, digest, category, 'detector', 'test', 'made', 0.5, 1 + n % 3, '[]' from made`
    await tx`
      insert into review_case (dataset_id, digest, category, severity, score, points, flag_count, detectors, types, sources,
        language, queue_id, quorum, slots, lead_needed, reserved, due_at)
      select ${world.datasetId}, digest, m.category, 1 + n % 3, 0.5, (n % 60) * 100, 1,
        case when n % 10000 = 0 then '{rare,test}' else '{test}' end::text[], array['kind ' || n % 12, 'made'], '{detector}',
        (array['en', 'en', 'en', 'en', 'en', 'de', 'de', 'fr', 'und', case when n % 1000 < 995 then 'es' else 'sw' end])[1 + n / 7 % 10], q.id, q.quorum, q.slots, q.lead_needed, q.lead_needed::integer,
        now() + case when n % 4 > 0 then (n % 199 - 3) * interval '5 hours' end
      from made m
      join review_queue q on q.dataset_id = ${world.datasetId}
        and (m.category = any (q.categories) or (q.categories is null and m.category = 'other'))`
  })
  await admin`analyze review_case, case_seat, lease, flag`
}

/**
 * What must not be served, among the cases that would be served first: to nobody what only safety officers see, and to some people what
 * they reported themselves.
 */
export async function keepBack(world: World, personIds: readonly string[], count: number): Promise<void> {
  const first = await world.db.execute<{ digest: string }>(sql`
    select encode(digest, 'hex') as digest from review_case where dataset_id = ${world.datasetId} and claimable
    order by priority desc limit ${count}`)
  const digests = first.map(({ digest }) => Buffer.from(digest, 'hex')).sort((a, b) => a.compare(b))
  await transact(async (tx) => {
    const claim = {
      source: 'report' as const,
      detector: 'test',
      type: 'reported',
      score: 1,
      severity: 4 as const,
    }
    await raiseFlags(
      tx,
      world.datasetId,
      digests.map((digest) => ({ ...claim, digest, category: 'child_safety', spans: [] })),
    )
    await openCases(tx, world.datasetId, digests)
  }, world.db)
  await world.db.execute(sql`
    insert into case_seat (dataset_id, case_id, round, person_id, kind)
    select c.dataset_id, c.id, c.round, p.person_id::uuid, 'flagged' from (
      select dataset_id, id, round from review_case where dataset_id = ${world.datasetId} and claimable
      order by priority desc limit ${count}) c
    cross join unnest(${sql.param([...personIds])}::text[]) as p (person_id)
    on conflict do nothing`)
}

const CONTEXT: Record<string, { reason: string; action: 'keep' | 'label' }[]> = {
  other: [{ reason: 'other.none', action: 'keep' }],
  hate: [
    { reason: 'hate.context', action: 'keep' },
    { reason: 'hate.context', action: 'keep' },
    { reason: 'hate.coarse', action: 'label' },
  ],
  copyright: [{ reason: 'copyright.permitted', action: 'keep' }],
}

/**
 * One reviewer works until nothing is left for them: claims, looks, and votes; now and then skips, leaves (`leaves`: the share of claims
 * given back unused), asks for a lead, or lets a claim run out and votes all the same. Every refusal but a conflict is a fault.
 */
export async function workShift(
  world: World,
  who: Member,
  random: () => number,
  { until = () => false, leaves = 0.01 }: { until?: () => boolean; leaves?: number } = {},
): Promise<ShiftCounts> {
  const counts: ShiftCounts = { claims: 0, votes: 0, skips: 0, releases: 0, escalations: 0, late: 0 }
  const findings = findingsVersion([{ type: 'made', spans: [] }])
  for (let idle = 0; idle < 3 && !until();) {
    const { caseId } = await transact(
      (tx) => claimNext(tx, who, { datasetId: world.datasetId, held: [], queueId: undefined }),
      world.db,
    )
    if (caseId === null) {
      idle++
      continue
    }
    idle = 0
    counts.claims++
    const at = { datasetId: world.datasetId, caseId }
    try {
      await leaveOrVote(world, who, at, { random, leaves }, counts, findings)
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'conflict')) throw error
      // Others decided it while this one looked.
      counts.late++
    }
  }
  return counts
}

async function leaveOrVote(
  world: World,
  who: Member,
  at: { datasetId: string; caseId: string },
  { random, leaves }: { random: () => number; leaves: number },
  counts: ShiftCounts,
  findings: string,
): Promise<void> {
  if (random() < leaves) {
    await transact((tx) => releaseClaim(tx, who, at), world.db)
    counts.releases++
    return
  }
  const dice = random()
  if (dice < 0.02) {
    await transact((tx) => skip(tx, who, { ...at, reason: 'unsure', note: undefined }), world.db)
    counts.skips++
  } else if (dice < 0.03) {
    await transact((tx) => escalate(tx, who, { ...at, reason: 'policy', note: undefined }), world.db)
    counts.escalations++
  } else {
    const read = sql`select category, round from review_case where dataset_id = ${at.datasetId} and id = ${at.caseId}`
    const [found] = await transact((tx) => tx.execute<Plan>(read), world.db)
    const choices = CONTEXT[found?.category ?? ''] ?? []
    const choice = choices[Math.floor(random() * choices.length)]
    if (!found || !choice) throw new Error(`no such case: ${at.caseId}`)
    const nothingElse = {
      label: undefined,
      note: undefined,
      spans: [],
      passages: [],
      handlingMs: undefined,
      queue: 'dataset=none',
    }
    await transact(
      (tx) =>
        castVote(tx, who, {
          ...at,
          ...nothingElse,
          round: found.round,
          policyVersionId: world.policyId,
          findings,
          action: choice.action,
          reasonCode: choice.reason,
        }),
      world.db,
    )
    counts.votes++
  }
}

export const newSalt = () => randomUUID()
