import 'server-only'
import type { ClockRule } from './clock'

/** Where we answer from: whose days are counted and whose holidays. */
export type Place = Pick<ClockRule, 'zone' | 'calendar'>

/**
 * What has to have happened when a clock ends; `not_before`: what must not have happened until then; `window`: until when somebody else
 * may do something.
 */
export type Purpose = 'acknowledge' | 'answer' | 'put_back' | 'not_before' | 'window'

type Law = Omit<ClockRule, keyof Place> & {
  purpose: Purpose
  /** Null for what no law says: a promise of ours. */
  basis: string | null
  place?: Place
}

const US: Place = { zone: 'America/New_York', calendar: 'US' }
const CALIFORNIA: Place = { zone: 'America/Los_Angeles', calendar: 'US' }
const fixed = { rollsOver: false, canPause: false, longest: null } as const

/** What each law says of its clock. Those without a place of their own count the days of whoever answers. */
const LAWS = {
  /** One month, two more for what is complex, told of within the first. No law stops it; the day rolls over. */
  gdpr: {
    purpose: 'answer',
    basis: 'GDPR Art. 12(3); Regulation (EEC, Euratom) 1182/71 Art. 3',
    term: { unit: 'calendar_month', amount: 1 },
    rollsOver: true,
    canPause: false,
    longest: 3,
  },
  uk_gdpr: {
    purpose: 'answer',
    basis: 'UK GDPR Art. 12(3) and 12A',
    term: { unit: 'calendar_month', amount: 1 },
    rollsOver: true,
    canPause: false,
    longest: 3,
  },
  /** As `uk_gdpr`, but it stands while who asks for access has to say more (Data (Use and Access) Act 2025, s. 76). */
  uk_gdpr_access: {
    purpose: 'answer',
    basis: 'UK GDPR Art. 12 and 12A',
    term: { unit: 'calendar_month', amount: 1 },
    rollsOver: true,
    canPause: true,
    longest: 3,
  },
  ccpa_confirm: {
    purpose: 'acknowledge',
    basis: '11 CCR § 7021(a)',
    term: { unit: 'business_day', amount: 10 },
    ...fixed,
    place: CALIFORNIA,
  },
  /** It runs on while somebody is verified. */
  ccpa_answer: {
    purpose: 'answer',
    basis: '11 CCR § 7021(b)',
    term: { unit: 'calendar_day', amount: 45 },
    ...fixed,
    longest: 90,
    place: CALIFORNIA,
  },
  ccpa_opt_out: {
    purpose: 'answer',
    basis: '11 CCR § 7026(f)',
    term: { unit: 'business_day', amount: 15 },
    ...fixed,
    place: CALIFORNIA,
  },
  /** Not before the day after this one what was taken down comes back. */
  put_back_earliest: {
    purpose: 'not_before',
    basis: '17 U.S.C. § 512(g)(2)(C)',
    term: { unit: 'business_day', amount: 10 },
    ...fixed,
    place: US,
  },
  put_back_latest: {
    purpose: 'put_back',
    basis: '17 U.S.C. § 512(g)(2)(C)',
    term: { unit: 'business_day', amount: 14 },
    ...fixed,
    place: US,
  },
  intimate_image: {
    purpose: 'answer',
    basis: 'TAKE IT DOWN Act, Pub. L. 119-12, § 3',
    term: { unit: 'hour', amount: 48 },
    ...fixed,
  },
  /** How long a decision can be complained of. */
  complaint_window: {
    purpose: 'window',
    basis: 'Regulation (EU) 2022/2065 Art. 20(1)',
    term: { unit: 'calendar_month', amount: 6 },
    ...fixed,
  },
} as const satisfies Record<string, Law>

/** It stands while somebody else has to do something, and can be made twice as long. */
const ANSWER = {
  purpose: 'answer',
  basis: null,
  term: { unit: 'business_day', amount: 5 },
  rollsOver: false,
  canPause: true,
  longest: 10,
} as const satisfies Law

/** What we promise where the law names no time ("expeditiously", "in a timely manner"). */
const PROMISES = {
  promise_acknowledge: {
    purpose: 'acknowledge',
    basis: null,
    term: { unit: 'business_day', amount: 1 },
    ...fixed,
  },
  promise_decide: ANSWER,
  /** For a complaint of a decision (Regulation (EU) 2022/2065 Art. 20(4): "in a timely manner"). */
  promise_complaint: ANSWER,
  /** What endangers children: as an intimate image, but nobody has to wait for two days. */
  promise_urgent: {
    purpose: 'answer',
    basis: null,
    term: { unit: 'hour', amount: 24 },
    ...fixed,
  },
} as const satisfies Record<string, Law>

const RULES = { ...LAWS, ...PROMISES }

export type LawName = keyof typeof LAWS
export type PromiseName = keyof typeof PROMISES
export type ClockName = keyof typeof RULES
export type NamedRule = ClockRule & Pick<Law, 'purpose' | 'basis'>

export const CLOCK_NAMES = Object.keys(RULES).filter((name): name is ClockName => name in RULES)

/** The clock of a law, for whoever answers from `place`. */
export const lawOf = (name: LawName, place: Place): NamedRule => ruleOf(name, place)

/** The clock of a promise of our own, `amount` of its units long; an extension can double it where there is any. */
export const promiseOf = (name: PromiseName, amount: number, place: Place): NamedRule =>
  ruleOf(name, place, amount)

/** Any clock by its name; `promised`: how long the promise was when it was given. */
export function ruleOf(name: ClockName, place: Place, promised: number | null = null): NamedRule {
  const { place: own, ...law }: Law = RULES[name]
  const rule = { ...law, ...(own ?? place) }
  if (promised === null || !isPromise(name)) return rule
  return {
    ...rule,
    term: { ...rule.term, amount: promised },
    longest: rule.longest === null ? null : 2 * promised,
  }
}

/**
 * Whether a clock that can stand may stand for this reason: that of a law only for what its requester has to say (Data (Use and
 * Access) Act 2025, s. 76), a promise of ours for whatever keeps us from it.
 */
export const mayPauseFor = (name: ClockName, reason: string): boolean =>
  isPromise(name) || ASKED_BACK.includes(reason)

const ASKED_BACK = ['clarification', 'identity', 'needs_info', 'needs_identity']

export const isPromise = (name: ClockName): name is PromiseName => name in PROMISES
export const purposeOf = (name: ClockName): Purpose => RULES[name].purpose
