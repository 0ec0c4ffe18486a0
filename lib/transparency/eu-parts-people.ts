import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { roughly } from '@/lib/register/small-counts'
import { BEGINNING, beginning, type Cells, NOT_APPLICABLE } from './eu-parts-cells'
import { during, inDataset, type Scope } from './scope'

/** Part 9 is for very large platforms. Those who decided something are told roughly: fewer than five are not; nobody is asked for the languages they know. */
export async function people(scope: Scope): Promise<Cells[]> {
  const [row] = await db().execute<{ n: number }>(sql`
    select count(distinct v.reviewer_id)::int as n from review v
    where ${during(sql`v.created_at`, scope)} and ${inDataset(sql`v.dataset_id`, scope)}`)
  const n = roughly(row?.n ?? 0)
  const [of, why] = [
    'Human resources dedicated to content moderation ',
    `Who is employed by whom is not recorded. People who reviewed in the period: ${n === null ? 'fewer than 5' : `${n} or more`}.`,
  ]
  return [
    [...BEGINNING, 'Section', 'Indicator', 'Scope', 'Value', 'Contextual information'],
    ...(
      [
        ['Number of internal moderators employed by the provider', why],
        ['Number of external moderators contracted by the provider', why],
        ['Number of total moderators with sufficient linguistic expertise ', 'Languages are not recorded.'],
      ] as const
    ).map(([indicator, because]): Cells => [
      ...[...beginning('large', scope), of, indicator, 'Total number', NOT_APPLICABLE, because],
    ]),
  ]
}
