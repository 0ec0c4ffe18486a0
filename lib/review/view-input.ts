import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import { isColumn } from './columns'
import { parseQueue, queueOf } from './filters'

const name = z
  .string(asks('views.input.name'))
  .trim()
  .min(1, asks('views.input.name'))
  .max(80, asks('views.input.nameLong'))

/** Filter and order as an address has them; what is its reader's own for a while (a search, another view) is left out. */
export const viewQuery = z
  .string()
  .max(2_000)
  .default('')
  .transform((query) => queueOf({ ...parseQueue(query), search: undefined, view: undefined }))

/** Whose a view is: its owner's, or the team's of a dataset. */
const audience = z
  .union([z.uuid(), z.literal('')])
  .default('')
  .transform((id) => id || null)

export const saveViewInput = z.object({ name, query: viewQuery, datasetId: audience })
export type SaveViewInput = z.output<typeof saveViewInput>

export const changeViewInput = z.object({ viewId: z.uuid(), name, datasetId: audience })
export type ChangeViewInput = z.output<typeof changeViewInput>

export const updateViewInput = z.object({ viewId: z.uuid(), query: viewQuery })
export type UpdateViewInput = z.output<typeof updateViewInput>

export const thisViewInput = z.object({ viewId: z.uuid() })

/** Empty: none. */
export const defaultViewInput = z.object({ viewId: audience })

const column = z.string().refine(isColumn)

export const columnsInput = z.object({
  /** All columns in the order of the form. */
  order: z.array(column).max(50).default([]),
  shown: z.array(column).max(50).default([]),
  /** `up:<column>`, `down:<column>`, `usual` to begin anew, nothing to keep what is ticked. */
  intent: z.string().max(60).default(''),
})
export type ColumnsInput = z.output<typeof columnsInput>
