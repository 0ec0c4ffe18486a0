/** Why a request is not taken up; the last only by itself, after silence. */
export const REJECTIONS = ['unfounded', 'not_verified', 'outside_scope', 'abandoned'] as const
export type Rejection = (typeof REJECTIONS)[number]

export const isRejection = (value: unknown): value is Rejection => REJECTIONS.some((one) => one === value)
