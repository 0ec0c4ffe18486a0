import 'server-only'
import { say } from '@/lib/i18n/say'
import { tableCsv } from '@/lib/metrics/table'
import { env } from '@/lib/runtime/env'
import { notices, orders, ownInitiative } from './eu-parts-actions'
import { automated } from './eu-parts-automated'
import { categoryNames } from './eu-parts-categories'
import {
  APPLIES,
  BEGINNING,
  beginning,
  type Cells,
  dayOf,
  lastDay,
  NOT_APPLICABLE,
  serviceOf,
} from './eu-parts-cells'
import { complaints } from './eu-parts-complaints'
import { people } from './eu-parts-people'
import { qualitative } from './eu-parts-qualitative'
import type { Scope } from './scope'

/*
 * The eleven parts of the template for transparency reports (Implementing Regulation (EU) 2024/2835). Each is a CSV file
 * with the columns and lines of the Commission's own; what cannot be counted here is `n/a`, with why beside it.
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
  const [head, ...rows] = await linesOf(scope, part)
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
      return categoryNames()
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
      return recipients(scope)
    case 'qualitative':
      return qualitative(scope)
  }
}

/** When the report before it was published is nobody's to say: each is made when it is asked for. */
function identification({ dataset, period }: Scope): Cells[] {
  const told: [string, string][] = [
    ['Name of the service provider', new URL(env().url).host],
    ['Date of the publication of the report', dayOf(new Date())],
    ['Date of the publication of the latest previous report', NOT_APPLICABLE],
    ['Starting date of reporting period', dayOf(period.from)],
    ['Ending date of reporting period', lastDay(period)],
  ]
  return [
    ['Applicability', 'Service', 'Indicator', 'Value'],
    ...told.map((line) => [APPLIES.all, serviceOf(dataset), ...line]),
  ]
}

function recipients(scope: Scope): Cells[] {
  const indicator = 'Number of average monthly active recipients during the reporting period '
  return [
    [...BEGINNING, 'Section', 'Indicator', 'Scope', 'Value'],
    [
      ...beginning('largest', scope),
      'AMAR',
      indicator,
      'TOTAL',
      `${NOT_APPLICABLE}: ${say('transparency.eu.why.AMAR')}`,
    ],
  ]
}
