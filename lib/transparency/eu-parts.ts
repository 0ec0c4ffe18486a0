import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { CATEGORY } from '@/lib/exports/dsa-enums'
import { classOf } from '@/lib/exports/dsa-statement'
import type { TakedownKind } from '@/lib/takedowns/attestations'
import { say } from '@/lib/i18n/say'
import { tableCsv } from '@/lib/metrics/table'
import { env } from '@/lib/runtime/env'
import { roughly } from '@/lib/register/small-counts'
import { type Cells, hours, median, sum } from './eu-cells'
import { complaints } from './eu-complaints'
import { asked, decided, during, inDataset, type Scope } from './scope'

/*
 * The eleven parts of the template for transparency reports (Implementing Regulation (EU) 2024/2835). Each is a CSV file; a part that
 * does not apply to an instance like this one says so, and why, instead of showing zeros.
 */

export const EU_PARTS = [
  'report_identification',
  'categories_names',
  'member_states_orders',
  'notices',
  'own_initiative_illegal',
  'own_initiative_TC',
  'appeals_and_recidivism',
  'automated_means',
  'human_resources',
  'AMAR',
  'qualitative',
] as const
export type EuPart = (typeof EU_PARTS)[number]

/** `eu-4-notices.csv` */
export const partFile = (part: EuPart): string => `eu-${EU_PARTS.indexOf(part) + 1}-${part}.csv`
export const partOfFile = (file: string): EuPart | undefined =>
  EU_PARTS.find((part) => partFile(part) === file)

const WITHOUT = ['AMAR'] as const satisfies readonly EuPart[]

/** Why a part does not apply; null where it does. */
export const whyWithout = (part: EuPart): string | null =>
  WITHOUT.some((one) => one === part) ? say('transparency.eu.why.AMAR') : null

/** A part as RFC 4180 CSV with its header. */
export async function partCsv(scope: Scope, part: EuPart): Promise<string> {
  const why = whyWithout(part)
  const [head, ...rows] = why
    ? [
        ['not_applicable', 'reason'],
        ['yes', why],
      ]
    : await linesOf(scope, part)
  return tableCsv({
    columns: (head ?? []).map((label) => ({ label: String(label), kind: 'text' })),
    rows,
  })
}

async function linesOf(scope: Scope, part: EuPart): Promise<Cells[]> {
  switch (part) {
    case 'report_identification':
      return identification(scope)
    case 'categories_names':
      return [['category', 'name'], ...CATEGORY.map((id) => [id, id.replace('STATEMENT_CATEGORY_', '')])]
    case 'member_states_orders':
      return orders(scope)
    case 'notices':
      return notices(scope)
    case 'own_initiative_illegal':
      return ownInitiative(scope, true)
    case 'own_initiative_TC':
      return ownInitiative(scope, false)
    case 'appeals_and_recidivism':
      return complaints(scope)
    case 'automated_means':
      return automated(scope)
    case 'human_resources':
      return people(scope)
    case 'AMAR':
      return []
    case 'qualitative':
      return [
        ['question', 'answer'],
        ...(['orders', 'notices', 'own', 'automated', 'safeguards', 'suspensions', 'counted'] as const).map(
          (name) => [name, say(`transparency.eu.qualitative.${name}`)],
        ),
      ]
  }
}

function identification({ dataset, period }: Scope): Cells[] {
  return [
    ['indicator', 'value'],
    ['name_of_the_service', new URL(env().url).host],
    ['address_of_the_service', env().url],
    ['dataset', dataset?.slug ?? 'all'],
    ['start_of_the_period', period.from.toISOString().slice(0, 10)],
    ['end_of_the_period', new Date(period.to.getTime() - 1).toISOString().slice(0, 10)],
    ['period_is_over', period.over ? 'yes' : 'no'],
    ['date_of_publication', new Date().toISOString().slice(0, 10)],
    ['template', 'Implementing Regulation (EU) 2024/2835'],
  ]
}

/** Whose court is not kept as a member state: the requester writes it in words. */
async function orders(scope: Scope): Promise<Cells[]> {
  const [row] = await db().execute<{ n: number; median: number | null }>(sql`
    select count(*)::int as n, percentile_cont(0.5) within group (order by seconds) as median
    from (${asked(scope)}) a where kind = 'court_order'`)
  return [
    ['category', 'orders_to_act_against_illegal_content', 'median_time_to_give_effect_hours'],
    ['TOTAL', row?.n ?? 0, hours(row?.median)],
  ]
}

/** Kinds whose form asks for what Art. 16(2) does. */
const NOTICES = sql`('illegal_content', 'copyright', 'publicity')`

async function notices(scope: Scope): Promise<Cells[]> {
  const rows = await db().execute<{
    category: string
    kind: TakedownKind
    n: number
    targets: number
    times: number[] | null
    acted: number
  }>(sql`
    select category, kind::text as kind, count(*)::int as n, sum(targets)::int as targets,
      array_agg(seconds::float8) filter (where seconds is not null) as times,
      count(*) filter (where outcome in ('actioned', 'partially_actioned'))::int as acted
    from (${asked(scope)}) a where kind in ${NOTICES} group by category, kind`)
  const classes = rows.map((row) => ({ ...row, ...classOf(row.category, [row.kind]) }))
  const line = (name: string, of: typeof classes): Cells => [
    name,
    sum(of, ({ n }) => n),
    sum(of, ({ targets }) => targets),
    hours(median(of.flatMap(({ times }) => times ?? []))),
    sum(of, ({ illegal, acted }) => (illegal ? acted : 0)),
    sum(of, ({ illegal, acted }) => (illegal ? 0 : acted)),
  ]
  return [
    ...[
      ['category', 'notices', 'items', 'median_time_to_take_action_hours', 'actions_on_law', 'actions_on_TC'],
    ],
    line('TOTAL', classes),
    ...[...new Set(classes.map(({ dsa }) => dsa))].sort().map((dsa) =>
      line(
        dsa,
        classes.filter((one) => one.dsa === dsa),
      ),
    ),
  ]
}

async function ownInitiative(scope: Scope, illegal: boolean): Promise<Cells[]> {
  const rows = await db().execute<{ category: string; action: string; detected: boolean; n: number }>(sql`
    select category, action::text as action, detected and by_system as detected, count(*)::int as n
    from (${decided(scope)}) d
    where action <> 'keep' and not requested and not exists (
      select from takedown_match m where m.dataset_id = d.dataset_id and m.case_id = d.case_id)
    group by 1, 2, 3`)
  const classes = rows
    .map((row) => ({ ...row, ...classOf(row.category) }))
    .filter((row) => row.illegal === illegal)
  const by = (of: typeof classes, action: string) => sum(of, (row) => (row.action === action ? row.n : 0))
  const line = (name: string, of: typeof classes): Cells => [
    name,
    sum(of, ({ n }) => n),
    sum(of, ({ detected, n }) => (detected ? n : 0)),
    by(of, 'remove'),
    by(of, 'restrict'),
    by(of, 'label'),
    by(of, 'redact'),
  ]
  return [
    [
      ...['category', 'measures', 'detected_solely_by_automated_means', 'visibility_removal'],
      ...['visibility_interaction_restricted', 'visibility_labelled', 'visibility_other'],
    ],
    line('TOTAL', classes),
    ...[...new Set(classes.map(({ dsa }) => dsa))].sort().map((dsa) =>
      line(
        dsa,
        classes.filter((one) => one.dsa === dsa),
      ),
    ),
  ]
}

async function automated(scope: Scope): Promise<Cells[]> {
  const rows = await db().execute<{
    category: string
    detected: number
    kept: number
    by_system: number
  }>(sql`
    select category, count(*) filter (where detected)::int as detected,
      count(*) filter (where detected and action = 'keep')::int as kept, count(*) filter (where by_system)::int as by_system
    from (${decided(scope)}) d group by category order by category`)
  const line = (
    name: string,
    of: readonly { detected: number; kept: number; by_system: number }[],
  ): Cells => {
    const detected = sum(of, (row) => row.detected)
    const kept = sum(of, (row) => row.kept)
    return [name, detected, sum(of, (row) => row.by_system), detected === 0 ? null : kept / detected]
  }
  return [
    ['category', 'items_detected_and_decided', 'decided_by_automated_means_alone', 'error_rate_of_detection'],
    line('TOTAL', [...rows]),
    ...rows.map((row) => line(row.category, [row])),
  ]
}

/** Those who decided something: fewer than five are not told. The languages they know are not kept. */
async function people(scope: Scope): Promise<Cells[]> {
  const [row] = await db().execute<{ n: number }>(sql`
    select count(distinct v.reviewer_id)::int as n from review v
    where ${during(sql`v.created_at`, scope)} and ${inDataset(sql`v.dataset_id`, scope)}`)
  const n = roughly(row?.n ?? 0)
  return [
    ['indicator', 'value'],
    ['people_who_reviewed', n === null ? 'fewer than 5' : `${n} or more`],
    ['official_languages', 'not kept'],
  ]
}
