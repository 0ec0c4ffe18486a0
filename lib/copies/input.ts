import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import { typedAddress, typedLine, typedLines } from '@/lib/text/typed'

const token = z.string().max(200)
const dataset = z.string(asks('copies.input.dataset')).trim().min(1, asks('copies.input.dataset')).max(64)
/** As releases are named: `2.0.0`, `2.0.0+eu`. */
const releaseName = z
  .string()
  .trim()
  .regex(/^(?:\d{1,9}\.\d{1,9}\.\d{1,9}(?:\+[a-z0-9-]{2,32})?)?$/, asks('copies.input.version'))
const version = releaseName.optional().transform((text) => text || null)

/** From anybody. `website` is a field that nobody sees: what fills it is a program. */
export const registerInput = z.object({
  name: typedLine(120).pipe(z.string().min(2, asks('copies.input.name'))),
  organisation: typedLine(200),
  email: typedAddress,
  dataset,
  version,
  website: z.string().max(1_000).default(''),
})
export type RegisterInput = z.output<typeof registerInput>

export const linkInput = z.object({ token })
export const holdingInput = z.object({ token, dataset, version })
export const lettersInput = z.object({ token, letters: z.enum(['on', 'off']) })
export const appliedInput = z.object({
  token,
  dataset,
  release: releaseName.pipe(z.string().min(1, asks('copies.input.version'))),
  receipt: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^(?:[0-9a-f]{64})?$/, asks('copies.input.receipt'))
    .optional()
    .transform((text) => text || null),
})

/** Who checked a holder says what was checked; who takes it back says why. */
export const vetInput = z.object({
  datasetId: z.uuid(),
  holderId: z.uuid(),
  reason: typedLines(1_000).pipe(z.string().min(10, asks('copies.input.reason'))),
})
