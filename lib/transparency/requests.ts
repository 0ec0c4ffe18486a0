import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { say } from '@/lib/i18n/say'
import { isListed, LISTED_KINDS } from '@/lib/register/notice'
import { roughly } from '@/lib/register/small-counts'
import { timelinessOfAll } from '@/lib/takedowns/timeliness'
import { aboutPersonalData, FEWEST_MEASURED } from './personal-times'
import { asked, during, inDataset, type Scope } from './scope'
import { ratio, type ReportTable } from './table'

type KindRow = {
  kind: string | null
  received: number
  targets: number
  granted: number
  in_part: number
  declined: number
  not_found: number
  rejected: number
  withdrawn: number
  open: number
}

/** Requests by kind with their outcome. What is only counted has a number of requests, roughly, and nothing else. */
export async function kindsTable(scope: Scope): Promise<ReportTable> {
  const [rows, counted] = await Promise.all([
    db().execute<KindRow>(sql`
      select kind, count(*)::int as received, sum(targets)::int as targets,
        count(*) filter (where outcome = 'actioned')::int as granted,
        count(*) filter (where outcome = 'partially_actioned')::int as in_part,
        count(*) filter (where outcome = 'no_action')::int as declined,
        count(*) filter (where outcome = 'not_found')::int as not_found,
        count(*) filter (where outcome = 'rejected')::int as rejected,
        count(*) filter (where status = 'withdrawn' and outcome is null)::int as withdrawn,
        count(*) filter (where status <> 'withdrawn' and outcome is null)::int as open
      from (${asked(scope)}) a group by grouping sets ((kind), ())`),
    countedOnly(scope),
  ])
  const listed = byKind([...rows])
  const cells = (row: KindRow) => [
    ...[row.received, row.targets, row.granted, row.in_part, row.declined],
    ...[row.not_found, row.rejected, row.withdrawn, row.open],
  ]
  const some = listed.length > 0 || counted.some(([, n]) => n !== null)
  return {
    id: 'kinds',
    title: say('transparency.kinds.title'),
    about: say('transparency.kinds.about'),
    columns: [
      { label: say('transparency.column.kind'), kind: 'text' },
      ...(
        ['received', 'targets', 'granted', 'inPart', 'declined', 'notFound', 'rejected', 'withdrawn'] as const
      ).map((name) => ({ label: say(`transparency.column.${name}`), kind: 'count' as const })),
      { label: say('transparency.column.open'), kind: 'count' },
    ],
    rows: some
      ? [
          ...listed.map((row) => [nameOf(row.kind), ...cells(row)]),
          ...counted.map(([name, n]) => [
            name,
            { says: roughlySaid(n, scope) },
            ...Array<null>(8).fill(null),
          ]),
        ]
      : [],
    apart: [
      ...listed.flatMap(({ kind }, i) => (kind === null ? [i] : [])),
      ...counted.map((_, i) => listed.length + i),
    ],
    empty: say('transparency.kinds.empty'),
  }
}

/** How soon people got what they were owed, from when the request was sent, and what became of the clocks. */
export async function timesTable(scope: Scope): Promise<ReportTable> {
  const { period, dataset } = scope
  const of = { from: period.from, to: period.to, ...(dataset ? { datasetIds: [dataset.id] } : {}) }
  const [listed, personal] = await Promise.all([
    timelinessOfAll(db(), { ...of, which: 'listed' }),
    period.over ? timelinessOfAll(db(), { ...of, which: 'personal' }) : [],
  ])
  const rows = byKind(listed.filter(({ received }) => received > 0))
  const lines = rows.map((row) => [
    ...[nameOf(row.kind), row.decided, row.decideMedian, row.decideP90, row.lookMedian],
    ...[ratio(row.inTime, row.clocks), row.late, row.extended, row.paused],
  ])
  const counted = aboutPersonalData(personal.find(({ kind }) => kind === null))
  return {
    id: 'times',
    title: say('transparency.times.title'),
    about: say('transparency.times.about', { fewest: FEWEST_MEASURED }),
    columns: [
      { label: say('transparency.column.kind'), kind: 'text' },
      { label: say('transparency.column.answered'), kind: 'count' },
      { label: say('transparency.column.median'), kind: 'seconds' },
      { label: say('transparency.column.p90'), kind: 'seconds' },
      { label: say('transparency.column.look'), kind: 'seconds' },
      { label: say('transparency.column.inTime'), kind: 'share' },
      { label: say('transparency.column.late'), kind: 'count' },
      { label: say('transparency.column.extended'), kind: 'count' },
      { label: say('transparency.column.paused'), kind: 'count' },
    ],
    rows: [...lines, ...counted],
    apart: [...rows.flatMap(({ kind }, i) => (kind === null ? [i] : [])), ...counted.map(() => lines.length)],
    empty: say('transparency.kinds.empty'),
  }
}

/** Listed requests received in each month of the period. */
export async function monthsTable(scope: Scope): Promise<ReportTable> {
  const rows = await db().execute<{ month: string; received: number; answered: number }>(sql`
    select to_char(m.first, 'YYYY-MM') as month, count(a.id)::int as received, count(a.first_at)::int as answered
    from generate_series(${scope.period.from.toISOString()}::timestamptz at time zone 'UTC',
        least(now(), ${scope.period.to.toISOString()}::timestamptz - interval '1 day') at time zone 'UTC', interval '1 month') as m (first)
    left join (${asked(scope)}) a on date_trunc('month', a.submitted_at at time zone 'UTC') = m.first
    group by m.first order by m.first`)
  return {
    id: 'months',
    title: say('transparency.months.title'),
    about: say('transparency.months.about'),
    columns: [
      { label: say('transparency.column.month'), kind: 'text' },
      { label: say('transparency.column.received'), kind: 'count' },
      { label: say('transparency.column.answered'), kind: 'count' },
    ],
    rows: rows.map(({ month, received, answered }) => [month, received, answered]),
    empty: say('transparency.kinds.empty'),
  }
}

/** Of what is only counted: null for fewer than five, and as long as the period is not over. Restricted requests of one dataset are told nowhere. */
export async function countedOnly(scope: Scope): Promise<[name: string, n: number | null][]> {
  const [row] = await db().execute<{ privacy: number; restricted: number }>(sql`
    select count(*) filter (where c.restricted = 0 and q.kind = 'privacy')::int as privacy,
      count(*) filter (where c.restricted = 1)::int as restricted
    from takedown_request q join category c on c.id = q.category
    where q.confirmed_at is not null and ${during(sql`q.submitted_at`, scope)} and ${inDataset(sql`q.dataset_id`, scope)}`)
  const told = (n: number | undefined) => (scope.period.over ? roughly(n ?? 0) : null)
  return [
    [say('transparency.counted.privacy'), told(row?.privacy)],
    ...(scope.dataset
      ? []
      : [[say('transparency.counted.restricted'), told(row?.restricted)] as [string, number | null]]),
  ]
}

const roughlySaid = (n: number | null, { period }: Scope): string =>
  n !== null
    ? say('transparency.counted.about', { n })
    : period.over
      ? say('transparency.counted.few')
      : say('transparency.counted.later')

/** Kinds in the order of the register, the total last; nothing where there was no request. */
function byKind<Row extends { kind: string | null }>(rows: readonly Row[]): Row[] {
  const kinds = LISTED_KINDS.flatMap((kind) => rows.find((row) => row.kind === kind) ?? [])
  return kinds.length === 0 ? [] : [...kinds, ...rows.filter(({ kind }) => kind === null)]
}

const nameOf = (kind: string | null): string =>
  kind !== null && isListed(kind) ? say(`labels.takedownKind.${kind}`) : say('transparency.total')
