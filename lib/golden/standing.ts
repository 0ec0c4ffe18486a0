import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import type { Member } from '@/lib/auth/actor'
import { stateNow } from './servable'
import { type Bounds, DEFAULTS, rightsToCome, stateOf, type StandingState, WINDOW } from './standing-rules'

export type Counted = { judged: number; passed: number; state: StandingState }
export type Standing = Counted & {
  /** How many answers in a row have to be as expected until votes count alone again; 0 where they do. */
  toCome: number
}
type Who = { datasetId: string; personId: string }

/** The answers that count. */
const latestOf = (datasetId: SQL, personId: SQL): SQL => sql`
  select s.passed, s.ended_at from golden_serving s
  join golden_item g on g.dataset_id = s.dataset_id and g.id = s.golden_id
  where s.dataset_id = ${datasetId} and s.person_id = ${personId} and s.outcome = 'answered' and g.retired_at is null
  order by s.ended_at desc nulls last limit ${WINDOW}`

/**
 * Weighs a person's latest answers anew; those to golden items that were taken back count no more. Called by whoever wrote an
 * answer, retired an item or changed the bounds, in their transaction.
 */
export async function weighAnswers(tx: Tx, { datasetId, personId }: Who, bounds: Bounds): Promise<Counted> {
  // An answer and a retirement at once: the second sees what the first committed.
  await takeTurns(tx, `golden/${datasetId}/${personId}`)
  const [row] = await tx.execute<{ judged: number; passed: number }>(sql`
    select count(*)::int as judged, count(*) filter (where passed)::int as passed
    from (${latestOf(sql`${datasetId}`, sql`${personId}`)}) latest`)
  const counts = { judged: row?.judged ?? 0, passed: row?.passed ?? 0 }
  const state = stateOf(counts, bounds)
  await tx.execute(sql`
    insert into golden_standing as g (dataset_id, person_id, judged, passed, state)
    values (${datasetId}, ${personId}, ${counts.judged}, ${counts.passed}, ${state})
    on conflict (dataset_id, person_id) do update set judged = excluded.judged, passed = excluded.passed,
      changed_at = case when g.state = excluded.state then g.changed_at else now() end, state = excluded.state`)
  return { ...counts, state }
}

type Row = Counted & {
  datasetId: string
  dataset: string
  latest: boolean[]
  holdBelow: number
  warnBelow: number
}

async function standings(on: Db | Tx, which: SQL): Promise<OwnStanding[]> {
  const rows = await on.execute<Row>(sql`
    select st.dataset_id as "datasetId", d.name as dataset, st.judged, st.passed, ${stateNow} as state,
      coalesce(t.hold_below, ${DEFAULTS.holdBelow}::real) as "holdBelow", coalesce(t.warn_below, ${DEFAULTS.warnBelow}::real) as "warnBelow",
      (select coalesce(json_agg(x.passed order by x.ended_at desc nulls last), '[]') from (${latestOf(sql`st.dataset_id`, sql`st.person_id`)}) x)
        as latest
    from golden_standing st
    join dataset d on d.id = st.dataset_id
    left join golden_settings t on t.dataset_id = st.dataset_id
    where ${which} order by d.name`)
  return rows.map(({ latest, holdBelow, warnBelow, ...row }) => ({
    ...row,
    toCome: row.state === 'held' ? rightsToCome(latest, { holdBelow, warnBelow }) : 0,
  }))
}

/** How this person stands now in a dataset: nobody is held who cannot recover. */
export async function standingOf(on: Db | Tx, { datasetId, personId }: Who): Promise<Standing> {
  const [row] = await standings(on, sql`st.dataset_id = ${datasetId} and st.person_id = ${personId}`)
  if (!row) return { judged: 0, passed: 0, state: 'fine', toCome: 0 }
  const { judged, passed, state, toCome } = row
  return { judged, passed, state, toCome }
}

export type OwnStanding = Standing & { datasetId: string; dataset: string }

/** How this member stands in each dataset in which they answered a golden item. For them alone. */
export const ownStandings = (actor: Member): Promise<OwnStanding[]> =>
  standings(db(), sql`st.person_id = ${actor.id} and st.judged > 0`)
