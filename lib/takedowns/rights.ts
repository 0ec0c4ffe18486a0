import type { TakedownKind } from './attestations'

/**
 * The rights of a data subject that a request can be about: GDPR Art. 15 to 18 and 21, and the laws like it; that something is not sold or
 * shared, Cal. Civ. Code § 1798.120. What takes something out comes first.
 */
export const RIGHTS = [
  'erasure',
  'objection',
  'restriction',
  'opt_out_of_sale',
  'rectification',
  'access',
] as const
export type Right = (typeof RIGHTS)[number]

type Asked = { right: Right | null }

/**
 * The right that a request is about; null of other kinds. Who asks for several at once has something taken out first: what is asked for besides
 * is a request of its own.
 */
export function rightOf(kind: TakedownKind, { right = '' }: Readonly<Record<string, string>>): Right | null {
  if (kind !== 'privacy') return null
  const asked = right.split(/[\s,]+/)
  return RIGHTS.find((one) => asked.includes(one)) ?? 'erasure'
}

/** Asks what there is about them (Art. 15): nothing is taken out, and nobody decides about a row. */
export const isToKnow = ({ right }: Asked): boolean => right === 'access'

/** Asks that what is wrong be put right (Art. 16): a row stays, corrected, unless it is refused. */
export const isToCorrect = ({ right }: Asked): boolean => right === 'rectification'

/** Asks that it be stored and not used for a time (Art. 18): what it took out comes back when that is over, and not before who asked was told. */
export const isForATime = ({ right }: Asked): boolean => right === 'restriction'

/** Asks that it not be given to others: to restrict a row to the registered holders of copies is not that. */
export const isToGiveNobody = (asked: Asked): boolean => isForATime(asked) || isToStopSale(asked)

/** Asks that it be neither sold nor shared (§ 1798.120), which needs no proof of who asks (11 CCR § 7026(d)). */
export const isToStopSale = ({ right }: Asked): boolean => right === 'opt_out_of_sale'

/** Answered by a person who looks at what was found; no case is opened by what a program found. */
export const isAnswered = (asked: Asked): boolean => isToKnow(asked) || isToCorrect(asked)
