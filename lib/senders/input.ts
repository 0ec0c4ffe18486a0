import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import type { TakedownKind } from '@/lib/takedowns/attestations'

/** What a program may send: not what only the person concerned or the other side of a request can, and nothing restricted. */
export const SENDER_KINDS = [
  'copyright',
  'privacy',
  'illegal_content',
  'opt_out',
  'licence',
  'publicity',
  'court_order',
] as const satisfies readonly TakedownKind[]

export const senderInput = z.object({
  organisation: z
    .string(asks('senders.input.organisation'))
    .trim()
    .min(2, asks('senders.input.organisation'))
    .max(200, asks('takedowns.input.long', { max: '200' }))
    .refine((name) => !/\p{Cc}/u.test(name), asks('senders.input.organisation')),
  email: z
    .string(asks('takedowns.input.email'))
    .trim()
    .max(254)
    .pipe(z.email(asks('takedowns.input.email'))),
  kinds: z.array(z.enum(SENDER_KINDS), asks('senders.input.kinds')).min(1, asks('senders.input.kinds')),
  /** Slug; empty: any. */
  dataset: z.string().trim().max(64).default(''),
  perHour: z.coerce
    .number(asks('senders.input.perHour'))
    .int(asks('senders.input.perHour'))
    .min(1, asks('senders.input.perHour'))
    .max(5_000, asks('senders.input.perHour')),
})

export const revokeInput = z.object({ sender: z.uuid() })

const lines = z
  .union([z.string(), z.array(z.string().max(6_000)).max(20_000)])
  .transform((given) =>
    typeof given === 'string'
      ? given
      : given.map((line) => line.replace(/[\r\n\u2028\u2029]+/g, ' ')).join('\n'),
  )

/**
 * A call: the fields of the form of its kind under their names, `targets` as text or as a list of lines, of several choices a list, declarations as `true`. The
 * address is the sender's own, whatever the call says.
 */
export const callInput = z
  .looseObject({
    targets: lines.default(''),
    locators: lines.default(''),
  })
  .transform(({ email: _, ...fields }) =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, value]) =>
        value === true
          ? [[name, 'on']]
          : typeof value === 'string' || Array.isArray(value)
            ? [[name, value]]
            : [],
      ),
    ),
  )

export const idempotencyKey = z
  .string(asks('senders.input.key'))
  .regex(/^[\x21-\x7e]{8,200}$/, asks('senders.input.key'))
