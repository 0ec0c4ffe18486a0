import { z } from 'zod'
import { asks } from '@/lib/i18n/say'

const territory = z.string().regex(/^[a-z0-9-]{2,32}$/, asks('suppression.input.profile'))
const reasonCode = z.string(asks('suppression.input.reason')).min(1, asks('suppression.input.reason')).max(60)

/** A source as somebody writes it. `count` only looks how far it would reach. */
export const keepOutInput = z.object({
  datasetId: z.uuid(),
  intent: z.enum(['count', 'keep_out']).catch('count'),
  kind: z.enum(
    ['source_id', 'url', 'prefix', 'domain', 'host', 'author', 'digest'],
    asks('suppression.input.kind'),
  ),
  value: z
    .string()
    .trim()
    .min(1, asks('suppression.input.value'))
    .max(4_096, asks('suppression.input.tooLong')),
  action: z.enum(['remove', 'restrict']).catch('remove'),
  reasonCode: reasonCode.or(z.literal('')).optional(),
  territories: z.array(territory).max(20).default([]),
})
export type KeepOutInput = z.output<typeof keepOutInput>

export const endRuleInput = z.object({ datasetId: z.uuid(), ruleId: z.uuid(), reasonCode })
export type EndRuleInput = z.output<typeof endRuleInput>
