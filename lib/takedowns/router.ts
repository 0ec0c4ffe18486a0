import type { Urgent } from '@/lib/urgent/labels'
import type { TakedownKind } from './attestations'

/** Where an answer leads: to a form with choices made already, or to words that say what to do. */
export type Way =
  | { to: 'form'; kind: TakedownKind; chosen?: Readonly<Record<string, string>> }
  | { to: 'told'; what: Told }
  /** No form: it is acted on before anything else is asked. */
  | { to: 'urgent'; about: Urgent }
export type Told = 'follow' | 'contest' | 'maintain'

const form = (kind: TakedownKind, chosen: Readonly<Record<string, string>> = {}): Way => ({
  ...{ to: 'form', kind, chosen },
})

/**
 * What happened, and what should happen: two questions in plain words. Every answer is a link with what was answered so far in its
 * address, so it works without JavaScript and the way back is the browser's own.
 */
export const ROUTER = {
  me: {
    erase: form('privacy', { right: 'erasure' }),
    correct: form('privacy', { right: 'rectification' }),
    know: form('privacy', { right: 'access' }),
    object: form('privacy', { right: 'objection' }),
    pause: form('privacy', { right: 'restriction' }),
    sale: form('privacy', { right: 'opt_out_of_sale' }),
    likeness: form('publicity'),
    intimate: { to: 'urgent', about: 'intimate' },
  },
  work: {
    copy: form('copyright'),
    train: form('opt_out'),
    terms: form('licence'),
  },
  harm: {
    hate: form('illegal_content', { concern: 'hate' }),
    intimate: { to: 'urgent', about: 'intimate' },
    child: { to: 'urgent', about: 'child' },
    illegal: form('illegal_content', { concern: 'illegal' }),
  },
  removed: {
    counter: form('counter_notice'),
    author: form('complaint'),
    maintain: { to: 'told', what: 'maintain' },
  },
  asked: {
    follow: { to: 'told', what: 'follow' },
    contest: { to: 'told', what: 'contest' },
    back: form('retraction'),
  },
  court: form('court_order'),
  other: form('other'),
} as const satisfies Record<string, Way | Record<string, Way>>

export type What = keyof typeof ROUTER

export const WHATS = Object.keys(ROUTER) as What[]

/** The second question there is after this answer; none when the answer leads somewhere at once. */
export type Asked = { [W in What]: (typeof ROUTER)[W] extends { to: string } ? never : W }[What]

export const isAsked = (what: unknown): what is Asked =>
  WHATS.some((known) => known === what && !('to' in ROUTER[known]))

/** Where two answers lead; null for what nobody was asked. */
export function wayOf(what: unknown, then: unknown): Way | null {
  const known = WHATS.find((answer) => answer === what)
  if (!known) return null
  const next: Way | Record<string, Way> = ROUTER[known]
  if (isWay(next)) return next
  return typeof then === 'string' && Object.hasOwn(next, then) ? (next[then] ?? null) : null
}

const isWay = (next: Way | Record<string, Way>): next is Way => typeof next.to === 'string'
