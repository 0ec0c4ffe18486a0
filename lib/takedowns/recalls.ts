/** Why a copy that was given is called back, as far as its requester may be told. */
export const RECALLS = ['others', 'not_theirs', 'wrong', 'untold'] as const
export type Recall = (typeof RECALLS)[number]

/** The reason that was kept; one from before reasons were asked for is not told. */
export const recallOf = (kept: unknown): Recall => RECALLS.find((one) => one === kept) ?? 'untold'
