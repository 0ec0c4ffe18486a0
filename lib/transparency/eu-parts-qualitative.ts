import { say } from '@/lib/i18n/say'
import { BEGINNING, beginning, type Cells, NOT_APPLICABLE } from './eu-parts-cells'
import type { Scope } from './scope'

/** Part 11: in words. */
export function qualitative(scope: Scope): Cells[] {
  const told = (...names: Told[]) => names.map((name) => say(`transparency.eu.qualitative.${name}`)).join(' ')
  const lines: ['all' | 'large', string, string][] = [
    ['all', 'Summary of the content moderation engaged in at the providers’ own initiative', told('own')],
    [
      ...([
        'all',
        "Meaningful and comprehensible information regarding content moderation engaged in at the providers' own initiative",
      ] as const),
      told('orders', 'notices', 'suspensions', 'counted'),
    ],
    ['all', 'Qualitative description of the automated means', told('automated')],
    [
      ...([
        'all',
        'Qualitative description of indicators of accuracy and possible rate of error of automated means',
      ] as const),
      told('accuracy'),
    ],
    ['all', 'Specification of the precise purposes to apply automated means', told('purposes')],
    ['all', 'Safeguards applied to the use of automated means', told('safeguards')],
    ...[
      'High-level description of the content moderation governance structure',
      'Qualifications of the human resources dedicated to content moderation',
      'Training given to human resources dedicated to content moderation',
      'Support given to human resources dedicated to content moderation ',
      'Methodology used to compute the number of human resources dedicated to content moderation  ',
    ].map((indicator): ['large', string, string] => ['large', indicator, NOT_APPLICABLE]),
  ]
  return [
    [...BEGINNING, 'Indicator', 'Value'],
    ...lines.map(([applies, ...line]) => [...beginning(applies, scope), ...line]),
  ]
}

type Told =
  | 'own'
  | 'orders'
  | 'notices'
  | 'suspensions'
  | 'counted'
  | 'automated'
  | 'accuracy'
  | 'purposes'
  | 'safeguards'
