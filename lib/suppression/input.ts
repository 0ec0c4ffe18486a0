import { z } from 'zod'

const territory = z.string().regex(/^[a-z0-9-]{2,32}$/, 'A profile is a short word in small letters.')
const reasonCode = z.string({ error: 'Choose a reason.' }).min(1, 'Choose a reason.').max(60)

/** A source as somebody writes it. `count` only looks how far it would reach. */
export const keepOutInput = z.object({
  datasetId: z.uuid(),
  intent: z.enum(['count', 'keep_out']).catch('count'),
  kind: z.enum(
    ['source_id', 'url', 'prefix', 'domain', 'author', 'digest'],
    'Choose what it is that is kept out.',
  ),
  value: z.string().trim().min(1, 'Write which one.').max(4_096, 'This is too long to be one.'),
  action: z.enum(['remove', 'restrict']).catch('remove'),
  reasonCode: reasonCode.or(z.literal('')).optional(),
  territories: z.array(territory).max(20).default([]),
})
export type KeepOutInput = z.output<typeof keepOutInput>

export const endRuleInput = z.object({ datasetId: z.uuid(), ruleId: z.uuid(), reasonCode })
export type EndRuleInput = z.output<typeof endRuleInput>
