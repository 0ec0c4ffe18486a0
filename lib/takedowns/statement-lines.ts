import type { StatementFacts } from '@/db/schema/takedown-process'
import type { TakedownKind } from './attestations'
import { isKind, KIND_FORMS } from './kinds'
import type { Voice } from '@/lib/i18n/say'

/** One element of Art. 17(3), with its letter. */
export type StatementLine = { element: 'a' | 'b' | 'c' | 'd' | 'e' | 'f'; title: string; text: string[] }

/** The statement in words, for the letter and for the page. */
export function statementLines(
  voice: Voice,
  { kind }: { kind: TakedownKind },
  { restrictions, notice, automated, grounds, ground }: StatementFacts,
): StatementLine[] {
  const law = isKind(notice.kind) ? KIND_FORMS[notice.kind].law : undefined
  const byLaw = law && notice.byLaw ? voice(`takedowns.forms.${law}`) : null
  const reasons = grounds.map(({ reason, policy, items }) =>
    voice('process.statement.reason', { n: items, reason, policy: String(policy) }),
  )
  return [
    {
      element: 'a',
      title: voice('process.statement.a'),
      text: [
        ...restrictions.map(({ action, items, territories }) =>
          [
            voice(`process.statement.action.${isAction(action) ? action : 'restrict'}`, { n: items }),
            territories
              ? voice('process.statement.where', { where: territories.join(', ') })
              : voice('process.statement.everywhere'),
          ].join(' '),
        ),
        voice('process.statement.duration'),
      ],
    },
    {
      element: 'b',
      title: voice('process.statement.b'),
      text: [
        voice('process.statement.notice', {
          kind: isKind(notice.kind) ? voice(`labels.takedownKind.${notice.kind}`) : notice.kind,
          day: notice.received,
        }),
        voice('process.statement.notifier'),
      ],
    },
    {
      element: 'c',
      title: voice('process.statement.c'),
      text: [
        voice(automated.found ? 'process.statement.found' : 'process.statement.notFound'),
        voice(automated.decided ? 'process.statement.decidedByRule' : 'process.statement.decidedByPeople'),
      ],
    },
    {
      element: 'd',
      title: voice('process.statement.d'),
      text:
        ground === 'illegal'
          ? [byLaw ? voice('process.statement.law', { law: byLaw }) : voice('process.statement.someLaw')]
          : [voice('process.statement.noLaw')],
    },
    { element: 'e', title: voice('process.statement.e'), text: reasons },
    {
      element: 'f',
      title: voice('process.statement.f'),
      text: [
        voice('process.statement.appeal'),
        ...(kind === 'copyright' ? [voice('process.statement.counter')] : []),
        voice('process.statement.beyond'),
      ],
    },
  ]
}

const ACTIONS = ['remove', 'redact', 'restrict', 'label'] as const
const isAction = (value: string): value is (typeof ACTIONS)[number] => ACTIONS.some((one) => one === value)
