import { isToStopSale, type Right } from './rights'

/** Why a request is not taken up; the last only by itself, after silence. */
export const REJECTIONS = ['unfounded', 'not_verified', 'outside_scope', 'abandoned'] as const
export type Rejection = (typeof REJECTIONS)[number]

export const isRejection = (value: unknown): value is Rejection => REJECTIONS.some((one) => one === value)

/** Why somebody may not take a request up. Who asks that something be neither sold nor shared has nothing to verify (11 CCR § 7026(d)). */
export const dismissals = (asked: { right: Right | null }) =>
  (['unfounded', 'not_verified', 'outside_scope'] as const).filter(
    (reason) => reason !== 'not_verified' || !isToStopSale(asked),
  )
