import { z } from 'zod'
import { asks } from '@/lib/i18n/say'

/** Control characters and those that turn the direction of text (UAX #9) could make a maintainer read something else. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu
const line = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.replace(UNSAFE, ' ').replace(/ {2,}/g, ' ').trim())
    .pipe(z.string().max(most, asks('join.input.atMost', { n: String(most) })))

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
  name: line(120).pipe(z.string().min(2, asks('copies.input.name'))),
  organisation: line(200),
  email: z
    .string(asks('account.input.emailMissing'))
    .trim()
    .max(254, asks('account.input.emailLong'))
    .pipe(z.email(asks('account.input.emailForm')))
    .transform((value) => value.toLowerCase()),
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
