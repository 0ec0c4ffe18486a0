import 'server-only'
import type { LawName, PromiseName } from '@/lib/clocks/rules'
import type { TakedownKind } from './attestations'
import { type Regime, regimeOf } from './kinds'

/** A clock to start. `promised`: of a promise, its length. */
export type NamedClock = { law: LawName; right?: string } | { law: PromiseName; promised: number | null }

export type Promises = { acknowledgeDays: number; decideDays: number }

type Asked = {
  kind: TakedownKind
  category: string
  answers: Readonly<Record<string, string>>
}

/**
 * The clocks that begin with a request: of everything that it asks for, under every law that says when. Where we do not know which law
 * holds, the strictest of them do.
 */
export function clocksFor({ kind, category, answers }: Asked, promises: Promises): NamedClock[] {
  if (category === 'ncii') return [{ law: 'intimate_image' }]
  if (category === 'child_safety') return [{ law: 'promise_urgent', promised: null }]
  if (kind !== 'privacy')
    return [
      { law: 'promise_acknowledge', promised: promises.acknowledgeDays },
      { law: 'promise_decide', promised: promises.decideDays },
    ]
  const asked = rightsOf(answers).map((right) => ({ right, regime: regimeOf({ ...answers, right }) }))
  const clocks: NamedClock[] = asked.flatMap(({ right, regime }) =>
    LAWS_OF[regime](right).map((law) => ({ law, right })),
  )
  return asked.some(isConfirmed) ? [{ law: 'ccpa_confirm' }, ...clocks] : clocks
}

/** Receipt is confirmed of requests to know, to delete and to correct (11 CCR § 7021(a)); what only another law knows is none. */
const isConfirmed = ({ right, regime }: { right: string; regime: Regime }): boolean =>
  (regime === 'ccpa' || regime === 'other') && right !== 'opt_out_of_sale' && right !== 'restriction'

const LAWS_OF: Record<Regime, (right: string) => LawName[]> = {
  gdpr: () => ['gdpr'],
  // Only a request for access stands while its requester has to say more.
  uk: (right) => [right === 'access' ? 'uk_gdpr_access' : 'uk_gdpr'],
  ccpa: (right) => [STOPS_USE.includes(right) ? 'ccpa_opt_out' : 'ccpa_answer'],
  // A month is shorter than 45 days, and fifteen business days are shorter than a month.
  other: (right) => {
    if (right === 'opt_out_of_sale') return ['ccpa_opt_out']
    return STOPS_USE.includes(right) ? ['gdpr', 'ccpa_opt_out'] : ['gdpr']
  },
}

/** What California calls an opt-out; it knows no restriction. */
const STOPS_USE = ['objection', 'opt_out_of_sale']

/** One request may ask for several things; each has its own clock. */
function rightsOf({ right = '' }: Readonly<Record<string, string>>): string[] {
  const rights = [...new Set(right.split(/[\s,]+/).filter(Boolean))]
  return rights.length > 0 ? rights : ['erasure']
}
