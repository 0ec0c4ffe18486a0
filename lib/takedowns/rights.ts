import type { TakedownKind } from './attestations'

/** The rights of a data subject that a request can be about (GDPR Art. 15 to 17 and 21, and the laws like it). */
export const RIGHTS = ['erasure', 'objection', 'rectification', 'access'] as const
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

/** Answered by a person who looks at what was found; no case is opened by what a program found. */
export const isAnswered = (asked: Asked): boolean => isToKnow(asked) || isToCorrect(asked)
