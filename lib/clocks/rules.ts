import 'server-only'
import type { ClockRule } from './clock'

/** Where we answer from: whose days are counted and whose holidays. */
export type Place = Pick<ClockRule, 'zone' | 'calendar'>

type Law = Omit<ClockRule, keyof Place> & { basis: string; place?: Place }

const US: Place = { zone: 'America/New_York', calendar: 'US' }
const fixed = { rollsOver: false, canPause: false, longest: null } as const

/** What each law says of its clock. Those without a place of their own count the days of whoever answers. */
const LAWS = {
  /** One month, two more for what is complex, told of within the first. No law stops it; the day rolls over. */
  gdpr: {
    basis: 'GDPR Art. 12(3); Regulation (EEC, Euratom) 1182/71 Art. 3',
    term: { unit: 'calendar_month', amount: 1 },
    rollsOver: true,
    canPause: false,
    longest: 3,
  },
  /** As `gdpr`, but it stands while who asks for access has to say more (Data (Use and Access) Act 2025, s. 76). */
  uk_gdpr_access: {
    basis: 'UK GDPR Art. 12 and 12A',
    term: { unit: 'calendar_month', amount: 1 },
    rollsOver: true,
    canPause: true,
    longest: 3,
  },
  ccpa_confirm: {
    basis: '11 CCR § 7021(a)',
    term: { unit: 'business_day', amount: 10 },
    ...fixed,
    place: US,
  },
  /** It runs on while somebody is verified. */
  ccpa_answer: {
    basis: '11 CCR § 7021(b)',
    term: { unit: 'calendar_day', amount: 45 },
    ...fixed,
    longest: 90,
    place: US,
  },
  ccpa_opt_out: {
    basis: '11 CCR § 7026(f)',
    term: { unit: 'business_day', amount: 15 },
    ...fixed,
    place: US,
  },
  /** Not before the day after this one what was taken down comes back. */
  put_back_earliest: {
    basis: '17 U.S.C. § 512(g)(2)(C)',
    term: { unit: 'business_day', amount: 10 },
    ...fixed,
    place: US,
  },
  put_back_latest: {
    basis: '17 U.S.C. § 512(g)(2)(C)',
    term: { unit: 'business_day', amount: 14 },
    ...fixed,
    place: US,
  },
  intimate_image: {
    basis: 'TAKE IT DOWN Act, Pub. L. 119-12, § 3',
    term: { unit: 'hour', amount: 48 },
    ...fixed,
  },
  /** How long a decision can be complained of. */
  complaint_window: {
    basis: 'Regulation (EU) 2022/2065 Art. 20(1)',
    term: { unit: 'calendar_month', amount: 6 },
    ...fixed,
  },
} as const satisfies Record<string, Law>

export type LawName = keyof typeof LAWS

/** The clock of a law, for whoever answers from `place`. */
export function lawOf(name: LawName, place: Place): ClockRule & { basis: string } {
  const { place: own, ...law }: Law = LAWS[name]
  return { ...law, ...(own ?? place) }
}

/** A promise of our own where the law names no time: calendar days, as they fall. */
export const promiseOf = (days: number, place: Place): ClockRule => ({
  term: { unit: 'calendar_day', amount: days },
  ...fixed,
  ...place,
})
