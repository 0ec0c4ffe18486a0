import 'server-only'
import { type ClockName, isPromise, type NamedRule } from '@/lib/clocks/rules'
import type { Messages } from '@/lib/i18n/catalogues'
import type { RequestClock } from './clock-rows'
import type { Voice } from '@/lib/i18n/say'

type Words = Messages['clocks']

/** "45 days", "3 months": so many of the units of a clock. */
export const lengthOf = (voice: Voice, { term }: Pick<NamedRule, 'term'>, n: number): string =>
  voice(`clocks.length.${term.unit}`, { n })

/** Why a clock ends when it does, behind a comma. */
export const because = (voice: Voice, { law, rule }: Pick<RequestClock, 'law' | 'rule'>): string =>
  isPromise(law) ? voice(`clocks.because.${law}`, { n: rule.term.amount }) : voice(`clocks.because.${law}`)

const REASONS: readonly (keyof Words['reason'])[] = [
  'clarification',
  'identity',
  'elsewhere',
  'needs_info',
  'needs_identity',
  'on_hold',
  'complex',
  'many',
]

/** Why a clock was stopped or made longer, by its code. */
export const reasonInWords = (voice: Voice, code: string | null): string =>
  voice(`clocks.reason.${REASONS.find((reason) => reason === code) ?? 'other'}`)

const RIGHTS: readonly (keyof Words['right'])[] = [
  'erasure',
  'objection',
  'access',
  'rectification',
  'restriction',
  'opt_out_of_sale',
]

/** What is asked for under a clock; null where the request asks for one thing, and for what has no word. */
export function rightInWords(voice: Voice, right: string): string | null {
  const known = RIGHTS.find((name) => name === right)
  return known ? voice(`clocks.right.${known}`) : null
}

/** Where somebody can complain who is not content with how long it takes. */
export function complainTo(law: ClockName): keyof Words['complain'] {
  if (law === 'gdpr') return 'gdpr'
  if (law.startsWith('uk_gdpr')) return 'uk'
  return law.startsWith('ccpa') ? 'ccpa' : 'here'
}
