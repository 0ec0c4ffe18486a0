/** Why a restriction ends (GDPR Art. 18(1)): what it was asked for is settled, or not needed any more. */
export const LIFTS = ['accuracy', 'grounds', 'claims', 'other'] as const
export type Lift = (typeof LIFTS)[number]

/** The reason that was kept. */
export const liftOf = (kept: unknown): Lift => LIFTS.find((one) => one === kept) ?? 'other'

/** How long before its end somebody is told of it. Art. 18(3) wants it before, and names no time: two weeks are time to answer. */
export const TOLD_DAYS = 14
