import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { classOf } from '@/lib/exports/dsa-statement'
import type { TakedownKind } from '@/lib/takedowns/attestations'
import { linesByCategory } from './eu-parts-categories'
import { BEGINNING, beginning, type Cells, hours, median, NOT_APPLICABLE, sum } from './eu-parts-cells'
import { asked, decided, type Scope } from './scope'

/* Parts 3 to 6: orders, notices, and what was done without either. The titles of the columns are those of the template. */

const OTHER = 'Description of the sub-category "Other"'
const IN_HOURS = 'In hours.'

/** Columns with the one that explains each; what is explained stands in the line of the total. */
const titles = (names: readonly string[], explains: string) => [
  ...names,
  ...names.map((name) => `${explains} ${name}`),
]
const explained = (name: string, why: readonly string[]): readonly string[] =>
  name === 'TOTAL' ? why : why.map(() => '')

const ORDERS = [
  'Number of orders to act against illegal content received',
  'Number of specific items of information included in the total number of orders to act against illegal content',
  'Median time to inform the authority of the receipt of the order to act against illegal content',
  'Median time to give effect to the order to act against illegal content',
  'Number of orders to provide information',
  'Median time to inform the authority of the receipt of the order to provide information',
  'Median time to give effect to the order to provide information',
] as const
const NO_ORDERS_TO_INFORM =
  'Orders to provide information do not come in through this service: whoever runs it answers them.'
const MEMBER_STATE =
  'Whose court it was is written in words by whoever sends the order, and not counted by member state.'

/** Part 3 (Art. 15(1)(a)): orders of courts and authorities to act. */
export async function orders(scope: Scope): Promise<Cells[]> {
  const rows = await db().execute<{
    category: string
    targets: number
    seconds: number | null
    told: number
  }>(sql`
    select category, targets, seconds::float8 as seconds, acknowledged::float8 as told
    from (${asked(scope)}) a where kind = 'court_order'`)
  const classes = rows.map((row) => ({ ...row, ...classOf(row.category, ['court_order']) }))
  const why = [MEMBER_STATE, '', IN_HOURS, IN_HOURS, ...Array<string>(3).fill(NO_ORDERS_TO_INFORM)]
  return [
    // The first of these explanations is spelled in lower case in the template, and so it is here.
    [
      ...[...BEGINNING, 'Category of illegal content', OTHER, 'Scope'],
      ...titles(ORDERS, 'Contextual information on').map((title) =>
        title.replace(/^(Contextual information on )Number of (orders to act|specific)/, '$1number of $2'),
      ),
    ],
    ...linesByCategory('orders', classes, (name, other, of) => [
      ...[...beginning('all', scope), name, other, 'TOTAL'],
      ...[of.length, sum(of, ({ targets }) => targets), hours(median(of.map(({ told }) => told)))],
      hours(median(of.flatMap(({ seconds }) => (seconds === null ? [] : [seconds])))),
      ...Array<string>(3).fill(NOT_APPLICABLE),
      ...explained(name, why),
    ]),
  ]
}

/** Kinds whose form asks for what Art. 16(2) does. */
export const NOTICES = [
  'illegal_content',
  'copyright',
  'publicity',
] as const satisfies readonly TakedownKind[]

const NOTICE_COLUMNS = [
  'Number of notices received ',
  'Number of notices received from Trusted flaggers',
  'Number of specific items of information included in the total number of notices',
  'Number of specific items of information included in the total number of notices by Trusted Flaggers (Trusted Flagger notices)',
  'Median time to take action',
  'Median time to take action (Trusted Flagger notices)',
  'Number of actions taken on the basis of the law',
  'Number of actions taken on the basis of the law (Trusted Flagger notices)',
  'Number of actions taken on the basis of the terms and conditions of the service',
  'Number of actions taken on the basis of the terms and conditions of the service (Trusted Flagger notices)',
] as const
export const NO_TRUSTED_FLAGGERS =
  'Who is a trusted flagger (Art. 22) is not recorded: their notices are among the others.'

/** Part 4 (Art. 15(1)(b)). An action is a decision that restricts an item and that the notice's last answer told of. */
export async function notices(scope: Scope): Promise<Cells[]> {
  const [received, actions] = await Promise.all([
    db().execute<{ category: string; kind: TakedownKind; targets: number; seconds: number | null }>(sql`
      select category, kind, targets, seconds::float8 as seconds from (${asked(scope)}) a
      where kind = any (${sql.param([...NOTICES])}::text[])`),
    db().execute<{ category: string; kinds: TakedownKind[] }>(sql`
      select a.category, array_agg(distinct a.kind) as kinds
      from (${asked(scope)}) a
      join takedown_match m on m.request_id = a.id
      join decision d on d.dataset_id = m.dataset_id and d.id = m.told and d.action <> 'keep'
      where a.kind = any (${sql.param([...NOTICES])}::text[])
      group by a.category, d.dataset_id, d.id`),
  ])
  const classes = [
    ...received.map((row) => ({ ...row, action: false, ...classOf(row.category, [row.kind]) })),
    ...actions.map(({ category, kinds }) => ({
      ...{ targets: 0, seconds: null, action: true },
      ...classOf(category, kinds),
    })),
  ]
  const why = NOTICE_COLUMNS.map((title) =>
    /trusted flagger/i.test(title) ? NO_TRUSTED_FLAGGERS : title.startsWith('Median') ? IN_HOURS : '',
  )
  return [
    [
      ...BEGINNING,
      'Category of illegal content',
      OTHER,
      ...titles(NOTICE_COLUMNS, 'Contextual information on'),
    ],
    ...linesByCategory('notices', classes, (name, other, of) => {
      const [sent, done] = [of.filter(({ action }) => !action), of.filter(({ action }) => action)]
      const counts = [
        sent.length,
        sum(sent, ({ targets }) => targets),
        hours(median(sent.flatMap(({ seconds }) => (seconds === null ? [] : [seconds])))),
        done.filter(({ illegal }) => illegal).length,
        done.filter(({ illegal }) => !illegal).length,
      ]
      return [
        ...[...beginning('hosting', scope), name, other],
        ...counts.flatMap((count) => [count, NOT_APPLICABLE]),
        ...explained(name, why),
      ]
    }),
  ]
}

const MEASURES = [
  "Number of measures taken at the provider's own initiative ",
  'Number of measures taken after detection with solely automated means ',
  'Visibility restriction Removal',
  'Visibility restriction Disable',
  'Visibility restriction Demoted',
  'Visibility restriction Age restricted',
  'Visibility restriction Interaction restricted',
  'Visibility restriction Labelled ',
  'Visibility restriction Other',
  'Monetary restriction Suspension',
  'Monetary restriction Termination',
  'Monetary restriction Other',
  'Provision of the service Suspension',
  'Provision of the service Termination',
  'Account restriction Suspension',
  'Account restriction Termination',
] as const
/** What a decision of ours is there. The other columns are of measures that nobody can take here, so their number is none. */
const COLUMN_OF: Readonly<Record<string, (typeof MEASURES)[number]>> = {
  remove: 'Visibility restriction Removal',
  restrict: 'Visibility restriction Interaction restricted',
  label: 'Visibility restriction Labelled ',
  redact: 'Visibility restriction Other',
}
const EXPLAINED: Readonly<Record<string, string>> = {
  'Number of measures taken after detection with solely automated means ':
    'A program or an import had pointed at the item and nobody else had; people decided.',
  'Visibility restriction Interaction restricted': 'Only registered holders get the item.',
  'Visibility restriction Other': 'Passages of the item are masked.',
}
const NOT_HERE = 'There is no such measure here.'

/** Parts 5 and 6 (Art. 15(1)(c)): decisions that restrict an item of which no request asked, by the law or by the policy. */
export async function ownInitiative(scope: Scope, illegal: boolean): Promise<Cells[]> {
  const rows = await db().execute<{ category: string; action: string; automated: boolean; n: number }>(sql`
    select category, action, automated, count(*)::int as n
    from (
      select d.category, d.action::text as action, d.detected and not exists (
          select from flag f where f.dataset_id = d.dataset_id and f.digest = d.digest and f.category = d.category
            and f.source not in ('detector', 'import')) as automated
      from (${decided(scope)}) d
      where d.action <> 'keep' and not exists (
        select from takedown_match m where m.dataset_id = d.dataset_id and m.case_id = d.case_id)) x
    group by 1, 2, 3`)
  const classes = rows
    .map((row) => ({ ...row, ...classOf(row.category) }))
    .filter((row) => row.illegal === illegal)
  const [all, automatedOnly, ...restrictions] = MEASURES
  const taken: readonly string[] = Object.values(COLUMN_OF)
  const why = [all, automatedOnly, ...restrictions].map(
    (title) => EXPLAINED[title] ?? (title === all || taken.includes(title) ? '' : NOT_HERE),
  )
  return [
    [
      ...BEGINNING,
      illegal
        ? 'Category of illegal content'
        : "Category of incompatibility with the provider's terms and conditions",
      ...[OTHER, ...titles(MEASURES, 'Contextual Information on')],
    ],
    ...linesByCategory(illegal ? 'illegal' : 'terms', classes, (name, other, of) => [
      ...[...beginning('all', scope), name, other],
      sum(of, ({ n }) => n),
      sum(of, ({ automated, n }) => (automated ? n : 0)),
      ...restrictions.map((title) => sum(of, ({ action, n }) => (COLUMN_OF[action] === title ? n : 0))),
      ...explained(name, why),
    ]),
  ]
}
