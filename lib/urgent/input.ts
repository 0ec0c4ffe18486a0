import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import { answerTo } from '@/lib/takedowns/input'
import { LOCALES } from '@/lib/i18n/locales'
import { NAME } from '@/lib/takedowns/question'
import { declaredIn, type Urgent } from './labels'

/** What is pasted may be long; what of it says where something is, is not. UTF-16 units. */
const MOST_TEXT = 20_000

const email = z
  .string(asks('urgent.input.email'))
  .trim()
  .max(254, asks('takedowns.input.emailLong'))
  .pipe(z.email(asks('urgent.input.email')))

const where = {
  /** Slug; empty where a link says it. */
  dataset: z.string().trim().max(64).default(''),
  targets: z
    .string(asks('urgent.input.targets'))
    .max(MOST_TEXT, asks('urgent.input.targetsLong'))
    .refine((text) => text.trim() !== '', asks('urgent.input.targets')),
}

/** The wording that was read and declared, with its language: one that a page of today shows. */
const declared = (about: Urgent) =>
  z
    .string(asks('urgent.input.attestation'))
    .refine(
      (given) => Object.keys(LOCALES).some((locale) => given === declaredIn(locale, about)),
      asks('urgent.input.attestation'),
    )

/**
 * Of a child: nothing but where it is. Who reports need not say who they are (Regulation (EU) 2022/2065 Art. 16(2)(c)), and an address
 * is only for an answer. Of an intimate image: what the TAKE IT DOWN Act, § 3(a)(1)(B), asks for, which is a signature, where it is,
 * that it is there without consent, and how to be reached.
 */
export const urgentInput = z.discriminatedUnion(
  'about',
  [
    z.object({
      about: z.literal('child'),
      ...where,
      attestation: declared('child'),
      email: z.union([z.literal('').transform(() => null), email]).default(null),
    }),
    z.object({
      about: z.literal('intimate'),
      ...where,
      attestation: declared('intimate'),
      relation: z.enum(['self', 'agent'], asks('urgent.input.relation')),
      name: answerTo(NAME, NAME.min),
      email,
      attest_good_faith: z.literal('on', asks('urgent.input.goodFaith')),
    }),
  ],
  asks('urgent.input.about'),
)
export type UrgentInput = z.output<typeof urgentInput>

const requestId = z.uuid()

export const answerUrgentInput = z.object({ requestId, answer: z.enum(['clear', 'confirm']) })

export const passInput = z.object({ requestId })

export const closeUnfoundInput = z.object({ requestId })

/** A day of today or before, as a date field sends it. */
const day = z
  .string(asks('urgent.input.day'))
  .refine(
    (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)),
    asks('urgent.input.day'),
  )
  .refine((text) => Date.parse(text) <= Date.now(), asks('urgent.input.dayAhead'))

const line = (max: number) =>
  z
    .string()
    .max(max, asks('takedowns.input.long', { max: String(max) }))
    .transform((text) => text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, ' ').trim())

export const reportedInput = z.object({
  requestId,
  authority: line(200).pipe(z.string().min(2, asks('urgent.input.authority'))),
  reference: line(200).default(''),
  on: day,
})
