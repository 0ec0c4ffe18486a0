import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import { opened } from '@/lib/review/queue-input'

export const versionInput = z.object({
  datasetId: z.uuid(),
  detector: z.string().min(1).max(200),
  version: z.string().max(200),
})
export type VersionInput = z.output<typeof versionInput>

/** In percent on the screen. */
const share = z.coerce
  .number(asks('throttle.input.share'))
  .min(0.1, asks('throttle.input.shareLeast'))
  .max(100, asks('throttle.input.shareMost'))
  .transform((percent) => percent / 100)

export const throttleInput = z.object({
  datasetId: z.uuid(),
  opened,
  throttleShare: share,
  throttleLeast: z.coerce
    .number(asks('throttle.input.rows'))
    .int(asks('throttle.input.rows'))
    .min(0, asks('throttle.input.rowsLeast'))
    .max(100_000_000, asks('throttle.input.rowsMost')),
  throttleFirstShare: share,
})
export type ThrottleInput = z.output<typeof throttleInput>
