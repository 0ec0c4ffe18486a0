import { z } from 'zod'
import { VERSION } from './semver'

/** The version is proposed when it is left out. */
export const publishInput = z.object({
  datasetId: z.uuid(),
  version: z
    .string()
    .trim()
    .refine((text) => text === '' || VERSION.test(text), 'Write a version like 2.0.0.')
    .optional()
    .transform((text) => text || undefined),
})

export type PublishInput = { datasetId: string; version?: string | undefined }
