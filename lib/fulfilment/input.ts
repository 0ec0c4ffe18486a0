import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import { oneLine } from '@/lib/text/typed'
import { HOST_ITEMS, HOST_KINDS, MAX_MARGIN_DAYS } from './labels'

export const hostInput = z.object({
  datasetId: z.uuid(),
  name: z
    .string()
    .transform(oneLine)
    .pipe(z.string().min(2, asks('fulfilment.input.name')).max(80, asks('fulfilment.input.name'))),
  kind: z.enum(HOST_KINDS, asks('fulfilment.input.kind')),
  address: z
    .string()
    .trim()
    .max(500, asks('fulfilment.input.address'))
    .pipe(z.url({ protocol: /^https?$/, ...asks('fulfilment.input.address') })),
})
export const endHostInput = z.object({ datasetId: z.uuid(), hostId: z.uuid() })
export const tickInput = z.object({
  datasetId: z.uuid(),
  hostId: z.uuid(),
  item: z.enum(HOST_ITEMS),
  /** YYYY-MM-DD; today when it is left out. */
  doneOn: z
    .string()
    .optional()
    .transform((text) => text || new Date().toISOString().slice(0, 10))
    .pipe(z.iso.date(asks('fulfilment.input.day'))),
})
export const marginInput = z.object({
  datasetId: z.uuid(),
  days: z.coerce
    .number(asks('fulfilment.input.margin', { max: MAX_MARGIN_DAYS }))
    .int(asks('fulfilment.input.margin', { max: MAX_MARGIN_DAYS }))
    .min(0, asks('fulfilment.input.margin', { max: MAX_MARGIN_DAYS }))
    .max(MAX_MARGIN_DAYS, asks('fulfilment.input.margin', { max: MAX_MARGIN_DAYS })),
  /** What it was when the form was opened. */
  opened: z.coerce.number().int(),
})
