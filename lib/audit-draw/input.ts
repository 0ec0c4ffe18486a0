import { z } from 'zod'

/** An auditor reads them one by one. */
const MOST = 10_000

export const announceInput = z.object({
  /** Slug; empty for all datasets. */
  dataset: z.string().trim().max(64).optional(),
  k: z.coerce
    .number('Write a number.')
    .int('Write a whole number.')
    .min(1, 'At least one decision is drawn.')
    .max(MOST, `At most ${MOST.toLocaleString('en-GB')} decisions are drawn at once.`),
})

export const openDrawnInput = z.object({
  drawId: z.uuid(),
  index: z.coerce.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
})

export type AnnounceInput = z.output<typeof announceInput>
export type OpenDrawnInput = z.output<typeof openDrawnInput>
