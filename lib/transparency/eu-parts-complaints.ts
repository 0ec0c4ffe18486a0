import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { type Answer, type Complaints, complaintsOf, newlyRestricted } from './complaints'
import { NO_TRUSTED_FLAGGERS, NOTICES } from './eu-parts-actions'
import { BEGINNING, beginning, type Cells, hours, median, NOT_APPLICABLE, sum } from './eu-parts-cells'
import { during, inDataset, type Scope } from './scope'

const [MECHANISM, DISPUTES, OFFENDERS] = [
  'Internal complaints mechanism',
  'Out-of-court dispute settlement bodies',
  'Suspensions imposed on repeated offenders',
]
const SCOPES = [
  'Total number',
  'Decisions upheld',
  'Decisions partially reversed',
  'Decisions reversed',
] as const
const NO_SUCH = 'There is no such measure here.'
const NO_DISPUTES =
  'No out-of-court dispute is brought through this service: who settles one tells its outcome to people.'
const NOBODY_UPLOADS =
  'Nobody uploads here, so nobody is suspended for what they provide; what a dataset may not hold is taken out.'
const ONE_COMPLAINT =
  'A decision can be contested once for each request, so nobody is suspended for complaints.'
const OPEN = 'Not answered yet, or taken back with the request.'

/** Part 7: complaints about decisions, and what was done about senders (Regulation (EU) 2022/2065 Art. 15(1)(d), 23 and 24(1)). */
export async function complaints(scope: Scope): Promise<Cells[]> {
  const [all, restricted, { warned, suspended, contested, lifted }] = await Promise.all([
    complaintsOf(scope),
    newlyRestricted(scope),
    suspensions(scope),
  ])
  const line = (section: string, indicator: string, of: string, value: Cells[number], why = ''): Cells => [
    ...[...beginning('platforms', scope), section, indicator, of, value, why],
  ]
  const about = (indicator: string, of: readonly Complaints[]): Cells[] => {
    const n = (...answers: Answer[]) =>
      sum(of, (row) => (answers.length === 0 || answers.includes(row.answer) ? row.n : 0))
    const counts = [n(), n('upheld'), n('partly'), n('reversed')]
    return [
      ...SCOPES.map((name, i) => line(MECHANISM, indicator, name, counts[i] ?? null)),
      line(MECHANISM, indicator, 'Median time', hours(median(of.flatMap(({ times }) => times))), 'In hours.'),
    ]
  }
  const none = (section: string, indicator: string, value: Cells[number], why: string): Cells[] => [
    ...SCOPES.map((name) => line(section, indicator, name, value, why)),
    line(section, indicator, 'Median time', NOT_APPLICABLE, why),
  ]
  const submitted = 'Number of complaints submitted to the internal-complaints mechanism'
  const notActed = 'Complaint regarding a decision not to take action on a notice submitted'
  const disputes = 'Number of disputes submitted to out-of-court dispute settlement bodies'
  const notices: readonly (string | null)[] = NOTICES
  const [first, ...others] = about(submitted, all)
  return [
    [...BEGINNING, 'Section', 'Indicator', 'Scope', 'Value', 'Contextual Information'],
    // Of all lines of this part this one alone concerns every provider.
    [...beginning('all', scope), ...(first ?? []).slice(BEGINNING.length)],
    ...others,
    line(
      ...([MECHANISM, submitted, 'Decision omitted'] as const),
      sum(all, ({ answer, n }) => (answer === 'open' || answer === 'withdrawn' ? n : 0)),
      OPEN,
    ),
    line(
      ...([MECHANISM, 'Number of restrictions newly imposed as a result of an internal complaint'] as const),
      ...(['Total number', restricted] as const),
    ),
    ...about(
      'Complaint regarding a decision to remove or disable access to or restrict visibility of information',
      all.filter(({ restricts }) => restricts),
    ),
    ...[
      'Complaint regarding a decision to suspend or terminate the provision of the service',
      'Complaint regarding a decision to suspend or terminate an account ',
      'Complaint regarding a decision to restrict the ability to monetise information',
    ].flatMap((indicator) => none(MECHANISM, indicator, 0, NO_SUCH)),
    ...about(
      `${notActed} in accordance with Article 16`,
      all.filter(({ basis, kind }) => basis === 'requester' && notices.includes(kind)),
    ),
    ...none(
      ...([MECHANISM, `${notActed} by a Trusted Flagger in accordance with Article 16`] as const),
      ...([NOT_APPLICABLE, NO_TRUSTED_FLAGGERS] as const),
    ),
    ...none(DISPUTES, disputes, NOT_APPLICABLE, NO_DISPUTES),
    line(DISPUTES, disputes, 'Decision omitted', NOT_APPLICABLE, NO_DISPUTES),
    line(DISPUTES, disputes, 'Percentage of outcomes implemented', NOT_APPLICABLE, NO_DISPUTES),
    ...(
      [
        ['manifestly illegal content ', NOT_APPLICABLE, NOBODY_UPLOADS],
        [
          ...(['manifestly unfounded notices', suspended] as const),
          `Warned before: ${warned}. Contested: ${contested}. Lifted: ${lifted}.`,
        ],
        ['manifestly unfounded complaints', NOT_APPLICABLE, ONE_COMPLAINT],
      ] as const
    ).map(([of, value, why]) =>
      line(OFFENDERS, `Number of suspensions enacted for the provision of ${of}`, 'Total number', value, why),
    ),
  ]
}

/** What was done about senders of manifestly unfounded notices (Art. 23(2)). Not on account of requests that are only counted. */
async function suspensions(scope: Scope) {
  const [row] = await db().execute<Record<'warned' | 'suspended' | 'contested' | 'lifted', number>>(sql`
    select count(*) filter (where m.measure = 'warned')::int as warned,
      count(*) filter (where m.measure = 'suspended')::int as suspended,
      count(*) filter (where m.measure = 'contested')::int as contested,
      count(*) filter (where m.measure = 'lifted')::int as lifted
    from sender_measure m
    join takedown_request q on q.id = m.request_id and q.kind <> 'privacy'
    join category c on c.id = q.category and c.restricted = 0
    where ${during(sql`m.created_at`, scope)} and ${inDataset(sql`q.dataset_id`, scope)}`)
  return row ?? { warned: 0, suspended: 0, contested: 0, lifted: 0 }
}
