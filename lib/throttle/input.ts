import { z } from 'zod'

export const versionInput = z.object({
  datasetId: z.uuid(),
  detector: z.string().min(1).max(200),
  version: z.string().max(200),
})
export type VersionInput = z.output<typeof versionInput>

export const throttleInput = z.object({
  datasetId: z.uuid(),
  /** In percent on the screen. */
  throttleShare: z.coerce
    .number('A number from 0.1 to 100.')
    .min(0.1, 'At least 0.1.')
    .max(100, 'At most 100.')
    .transform((percent) => percent / 100),
  throttleLeast: z.coerce
    .number('A number of rows.')
    .int()
    .min(0, 'At least 0.')
    .max(100_000_000, 'At most 100 000 000.'),
  throttleFirst: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
})
export type ThrottleInput = z.output<typeof throttleInput>
