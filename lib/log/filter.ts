import { z } from 'zod'
import { ENTRY_TYPES } from './entries'
import type { EntryFilter } from './queries'

const schema = z.object({
  type: z.enum(ENTRY_TYPES).optional().catch(undefined),
  dataset: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/)
    .optional()
    .catch(undefined),
  before: z.coerce.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
})

/** The log page's filter from its address; what does not fit is left out. */
export const logFilter = (params: Record<string, string | string[] | undefined>): EntryFilter =>
  schema.parse(params)
