import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { NO_TRUSTED_FLAGGERS, NOTICES } from './eu-parts-actions'
import { BEGINNING, beginning, type Cells, NOT_APPLICABLE } from './eu-parts-cells'
import { asked, decided, type Scope } from './scope'

const PRECISION =
  'Of the items that a program or an import had pointed at and that were decided, the share of which something was restricted.'
const NOT_MEASURED = 'What no program pointed at is not looked at in full, so this cannot be counted.'
const NOT_OF_NOTICES = 'No program judges notices.'
const NOTHING_FOUND = 'Answered without a person: nothing of what they name was found.'

type Measured = { automated: number; measures: number; detected: number; acted: number }

/** Part 8 (Art. 15(1)(e)): what programs did, and how often what they pointed at held. */
export async function automated(scope: Scope): Promise<Cells[]> {
  const [measured, [handled]] = await Promise.all([
    db().execute<Measured & { own: boolean }>(sql`
      select own, count(*) filter (where by_system and action <> 'keep')::int as automated,
        count(*) filter (where action <> 'keep')::int as measures, count(*) filter (where detected)::int as detected,
        count(*) filter (where detected and action <> 'keep')::int as acted
      from (
        select d.*, not exists (
          select from takedown_match m where m.dataset_id = d.dataset_id and m.case_id = d.case_id) as own
        from (${decided(scope)}) d) x
      group by own`),
    db().execute<{ notices: number; automated: number }>(sql`
      select count(*)::int as notices, count(*) filter (where a.outcome = 'not_found' and not exists (
          select from takedown_event e where e.request_id = a.id and e.actor like 'member:%'))::int as automated
      from (${asked(scope)}) a
      where a.first_at is not null and a.kind = any (${sql.param([...NOTICES])}::text[])`),
  ])
  const line = (
    applies: 'all' | 'hosting' | 'platforms',
    indicator: string,
    of: string,
    value: Cells[number],
    why = '',
  ) => [
    ...[
      ...beginning(applies, scope),
      'Use of automated means for content moderation',
      indicator,
      of,
      value,
      why,
    ],
  ]
  const rates = (
    applies: 'all' | 'hosting' | 'platforms',
    of: string,
    precision: Cells[number],
    { missing, known }: { missing: string; known: string },
  ): Cells[] => [
    line(applies, 'Accuracy of the automated means - Accuracy', of, NOT_APPLICABLE, missing),
    line(applies, 'Accuracy of the automated means - Precision', of, precision, known),
    line(applies, 'Accuracy of the automated means - Recall', of, NOT_APPLICABLE, missing),
  ]
  const measures = (of: string, among: readonly Measured[]): Cells[] => {
    const n = (name: keyof Measured) => among.reduce((all, one) => all + one[name], 0)
    const precision =
      n('detected') === 0 ? NOT_APPLICABLE : Math.round((n('acted') / n('detected')) * 1000) / 1000
    return [
      line('all', 'Number of measures solely taken by automated means ', of, n('automated')),
      line('all', 'Number of measures not taken by automated means', of, n('measures') - n('automated')),
      ...rates('all', of, precision, { missing: NOT_MEASURED, known: PRECISION }),
    ]
  }
  const processed = (
    of: string,
    applies: 'hosting' | 'platforms',
    n: readonly Cells[number][],
    why: string,
  ): Cells[] => [
    line(applies, 'Number of notices solely processed by automated means ', of, n[0] ?? null, why),
    line(
      applies,
      'Number of notices not processed by automated means',
      of,
      n[1] ?? null,
      n[1] === NOT_APPLICABLE ? why : '',
    ),
    ...rates(applies, of, NOT_APPLICABLE, { missing: NOT_OF_NOTICES, known: NOT_OF_NOTICES }),
  ]
  const { notices, automated: alone } = handled ?? { notices: 0, automated: 0 }
  return [
    [...BEGINNING, 'Section', 'Indicator', 'Scope', 'Value', 'Contextual Information'],
    ...measures('Total number', measured),
    ...measures(
      'Own-initiative ',
      measured.filter(({ own }) => own),
    ),
    ...processed('NAM Total', 'hosting', [alone, notices - alone], NOTHING_FOUND),
    ...processed('NAM Trusted Flagger', 'platforms', [NOT_APPLICABLE, NOT_APPLICABLE], NO_TRUSTED_FLAGGERS),
  ]
}
