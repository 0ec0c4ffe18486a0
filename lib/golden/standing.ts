import 'server-only'
import { sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import type { Member } from '@/lib/auth/actor'
import { type Bounds, stateOf, type StandingState, WINDOW } from './standing-rules'

export type Standing = { judged: number; passed: number; state: StandingState }
type Who = { datasetId: string; personId: string }

/**
 * Weighs a person's latest answers anew; those to golden items that were taken back count no more. Called by whoever wrote an
 * answer, retired an item or changed the bounds, in their transaction.
 */
export async function weighAnswers(tx: Tx, { datasetId, personId }: Who, bounds: Bounds): Promise<Standing> {
  // An answer and a retirement at once: the second sees what the first committed.
  await takeTurns(tx, `golden/${datasetId}/${personId}`)
  const [row] = await tx.execute<{ judged: number; passed: number }>(sql`
    select count(*)::int as judged, count(*) filter (where passed)::int as passed
    from (
      select s.passed from golden_serving s
      join golden_item g on g.dataset_id = s.dataset_id and g.id = s.golden_id
      where s.dataset_id = ${datasetId} and s.person_id = ${personId} and s.outcome = 'answered' and g.retired_at is null
      order by s.ended_at desc nulls last limit ${WINDOW}) latest`)
  const counts = { judged: row?.judged ?? 0, passed: row?.passed ?? 0 }
  const state = stateOf(counts, bounds)
  await tx.execute(sql`
    insert into golden_standing as g (dataset_id, person_id, judged, passed, state)
    values (${datasetId}, ${personId}, ${counts.judged}, ${counts.passed}, ${state})
    on conflict (dataset_id, person_id) do update set judged = excluded.judged, passed = excluded.passed,
      changed_at = case when g.state = excluded.state then g.changed_at else now() end, state = excluded.state`)
  return { ...counts, state }
}

export async function standingOf(on: Db | Tx, { datasetId, personId }: Who): Promise<Standing> {
  const [row] = await on.execute<Standing>(sql`
    select judged, passed, state from golden_standing where dataset_id = ${datasetId} and person_id = ${personId}`)
  return row ?? { judged: 0, passed: 0, state: 'fine' }
}

export type OwnStanding = Standing & { datasetId: string; dataset: string }

/** How this member stands in each dataset in which they answered a golden item. For them alone. */
export async function ownStandings(actor: Member): Promise<OwnStanding[]> {
  const rows = await db().execute<OwnStanding>(sql`
    select g.dataset_id as "datasetId", d.name as dataset, g.judged, g.passed, g.state
    from golden_standing g join dataset d on d.id = g.dataset_id
    where g.person_id = ${actor.id} and g.judged > 0
    order by d.name`)
  return [...rows]
}
