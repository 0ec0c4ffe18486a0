import 'server-only'
import { categoryName } from '@/lib/detection/category-name'
import { say } from '@/lib/i18n/say'
import { LISTED_KINDS } from '@/lib/register/notice'
import { type Answer, type Complaints, complaintsOf } from './complaints'
import { contestable } from './contestable'
import type { Scope } from './scope'
import { ratio, type ReportTable } from './table'

type Tally = Record<Answer | 'answers', number>

/** Complaints of the period by whom and about what, how many answers there were to complain of, and how often one did not hold. */
export async function appealsTable(scope: Scope): Promise<ReportTable> {
  const [complaints, answers] = await Promise.all([complaintsOf(scope), contestable(scope)])
  const lines = [
    ...LISTED_KINDS.map((kind) => ({
      ...{ basis: 'requester' as const, about: say(`labels.takedownKind.${kind}`) },
      ...tally(
        complaints.filter((one) => one.kind === kind),
        answers.filter((one) => one.kind === kind),
      ),
    })),
    {
      ...{ basis: 'author' as const, about: say('transparency.removals') },
      ...tally(
        complaints.filter(({ basis }) => basis === 'author'),
        [],
      ),
    },
    ...[...new Set([...complaints, ...answers].flatMap((of) => (of.kind === null ? [of.category] : [])))]
      .sort()
      .map((category) => ({
        ...{ basis: 'maintainer' as const, about: categoryName(category) },
        ...tally(
          complaints.filter((one) => one.kind === null && one.category === category),
          answers.filter((one) => one.kind === null && one.category === category),
        ),
      })),
  ].filter((line) => line.answers > 0 || complained(line) > 0)
  const totals = (['requester', 'maintainer'] as const).flatMap((basis) => {
    const of = lines.filter((line) => line.basis === basis)
    return of.length === 0 ? [] : [{ basis, about: say('transparency.total'), ...added(of) }]
  })
  return {
    id: 'appeals',
    title: say('transparency.appeals.title'),
    about: say('transparency.appeals.about'),
    columns: [
      { label: say('transparency.column.basis'), kind: 'text' },
      { label: say('transparency.column.complaintAbout'), kind: 'text' },
      { label: say('transparency.column.answers'), kind: 'count' },
      { label: say('transparency.column.complaints'), kind: 'count' },
      { label: say('transparency.column.complaintRate'), kind: 'share' },
      { label: say('transparency.column.upheld'), kind: 'count' },
      { label: say('transparency.column.partly'), kind: 'count' },
      { label: say('transparency.column.overturned'), kind: 'count' },
      { label: say('transparency.column.open'), kind: 'count' },
      { label: say('transparency.column.withdrawn'), kind: 'count' },
      { label: say('transparency.column.overturnRate'), kind: 'share' },
    ],
    rows: [...lines, ...totals].map((line) => [
      ...[say(`transparency.basis.${line.basis}`), line.about, line.answers, complained(line)],
      ratio(complained(line), line.answers),
      ...[line.upheld, line.partly, line.reversed, line.open, line.withdrawn],
      ratio(line.partly + line.reversed, line.upheld + line.partly + line.reversed),
    ]),
    apart: totals.map((_, i) => lines.length + i),
    empty: say('transparency.appeals.empty'),
  }
}

const NONE: Tally = { answers: 0, upheld: 0, partly: 0, reversed: 0, open: 0, withdrawn: 0 }
const NAMES = ['answers', 'upheld', 'partly', 'reversed', 'open', 'withdrawn'] as const

const complained = ({ upheld, partly, reversed, open, withdrawn }: Tally): number =>
  upheld + partly + reversed + open + withdrawn

const added = (of: readonly Tally[]): Tally => {
  const all = { ...NONE }
  for (const one of of) for (const name of NAMES) all[name] += one[name]
  return all
}

const tally = (complaints: readonly Complaints[], answers: readonly { n: number }[]): Tally =>
  added([
    ...complaints.map(({ answer, n }) => ({ ...NONE, [answer]: n })),
    ...answers.map(({ n }) => ({ ...NONE, answers: n })),
  ])
