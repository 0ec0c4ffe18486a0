import { z } from 'zod'
import { asks } from '@/lib/i18n/say'

/** An auditor reads them one by one. */
const MOST = 10_000

export const announceInput = z.object({
  /** Slug; empty for all datasets. */
  dataset: z.string().trim().max(64).optional(),
  k: z.coerce
    .number(asks('audit.input.number'))
    .int(asks('audit.input.whole'))
    .min(1, asks('audit.input.least'))
    .max(MOST, asks('audit.input.most', { most: MOST })),
})

export const openDrawnInput = z.object({
  drawId: z.uuid(),
  index: z.coerce.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
})

export type AnnounceInput = z.output<typeof announceInput>
export type OpenDrawnInput = z.output<typeof openDrawnInput>
