import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import { oneLine, typedAddress, typedLines } from '@/lib/text/typed'

/** Names that would be taken for the product or its people. */
const TAKEN_FOR_US = /^(?:admin|administrator|moderator|support|system|team|winnow)(?![\p{L}])/iu

/** Shown to everybody: letters, digits and a few joiners, so that one name cannot be made to look like another by marks. */
const pseudonym = z
  .string(asks('join.input.name'))
  .transform((text) => oneLine(text.normalize('NFC')))
  .pipe(
    z
      .string()
      .min(2, asks('join.input.nameShort'))
      .max(40, asks('join.input.nameLong'))
      .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._'-]*$/u, asks('join.input.nameLetters'))
      .refine((name) => !TAKEN_FOR_US.test(name), asks('join.input.nameOffice')),
  )

const about = {
  dataset: z.string(asks('join.input.dataset')).trim().min(1, asks('join.input.dataset')).max(64),
  languages: z
    .string(asks('join.input.languages'))
    .transform(oneLine)
    .pipe(
      z
        .string()
        .min(2, asks('join.input.languages'))
        .max(200, asks('join.input.atMost', { n: '200' })),
    ),
  why: typedLines(2_000),
  interest: typedLines(1_000),
  agreed: z.literal('on', asks('join.input.agreed')),
}

/** From somebody without an account. `website` is a field that nobody sees: what fills it is a program. */
export const applyInput = z.object({
  ...about,
  pseudonym,
  email: typedAddress,
  website: z.string().max(1_000).default(''),
})
export type ApplyInput = z.output<typeof applyInput>

/** From somebody who is signed in. */
export const applyAsMemberInput = z.object(about)
export type ApplyAsMemberInput = z.output<typeof applyAsMemberInput>

/** Password and name only where the address has no account yet. NIST SP 800-63B §5.1.1.2: length counts, composition rules do not. */
export const confirmInput = z
  .object({
    token: z.string().max(200),
    pseudonym: pseudonym.optional(),
    password: z
      .string()
      .min(12, asks('account.input.passwordShort'))
      .max(1024, asks('account.input.passwordLong'))
      .optional(),
    repeat: z.string().optional(),
  })
  .refine(({ password, repeat }) => password === undefined || password === repeat, {
    path: ['repeat'],
    ...asks('account.input.passwordsDiffer'),
  })
export type ConfirmInput = z.output<typeof confirmInput>

export const answerInput = z.object({
  applicationId: z.uuid(),
  answer: z.enum(['accept', 'decline'], asks('join.input.answer')),
  note: typedLines(1_000),
  /** Because of the interest they declared, they review it, and are kept out of its cases until they say otherwise. */
  keepOut: z.literal('on').optional(),
})
export type AnswerInput = z.output<typeof answerInput>
