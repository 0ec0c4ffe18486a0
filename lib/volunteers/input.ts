import { z } from 'zod'

/** Control characters and those that turn the direction of text (UAX #9) could make a lead read something else than was written. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu
const oneLine = (text: string) => text.replace(UNSAFE, ' ').replace(/ {2,}/g, ' ').trim()
const lines = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(UNSAFE, (mark) => (mark === '\n' ? mark : ' '))
    .trim()

const words = (most: number) =>
  z
    .string()
    .default('')
    .transform(lines)
    .pipe(z.string().max(most, `Use at most ${most} characters.`))

/** Names that would be taken for the product or its people. */
const TAKEN_FOR_US = /^(?:admin|administrator|moderator|support|system|team|winnow)(?![\p{L}])/iu

/** Shown to everybody: letters, digits and a few joiners, so that one name cannot be made to look like another by marks. */
const pseudonym = z
  .string('Choose a public name.')
  .transform((text) => oneLine(text.normalize('NFC')))
  .pipe(
    z
      .string()
      .min(2, 'Choose a public name of at least two letters.')
      .max(40, 'A public name has at most 40 characters.')
      .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._'-]*$/u, 'Use letters, digits, blanks, and . _ - only.')
      .refine((name) => !TAKEN_FOR_US.test(name), 'Choose a name that nobody takes for an office here.'),
  )

const about = {
  dataset: z.string('Choose a dataset.').trim().min(1, 'Choose a dataset.').max(64),
  languages: z
    .string('Say which languages you read well.')
    .transform(oneLine)
    .pipe(z.string().min(2, 'Say which languages you read well.').max(200, 'Use at most 200 characters.')),
  why: words(2_000),
  interest: words(1_000),
  agreed: z.literal('on', 'Read how reviewing works, and say that you agree.'),
}

/** From somebody without an account. `website` is a field that nobody sees: what fills it is a program. */
export const applyInput = z.object({
  ...about,
  pseudonym,
  email: z
    .string('Write your e-mail address.')
    .trim()
    .max(254, 'An e-mail address has at most 254 characters.')
    .pipe(z.email('Write an e-mail address, like name@example.org.'))
    .transform((value) => value.toLowerCase()),
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
      .min(12, 'Choose a password of at least 12 characters.')
      .max(1024, 'A password has at most 1,024 characters.')
      .optional(),
    repeat: z.string().optional(),
  })
  .refine(({ password, repeat }) => password === undefined || password === repeat, {
    path: ['repeat'],
    message: 'The two passwords differ.',
  })
export type ConfirmInput = z.output<typeof confirmInput>

export const answerInput = z.object({
  applicationId: z.uuid(),
  answer: z.enum(['accept', 'decline'], 'Accept or decline.'),
  note: words(1_000),
})
export type AnswerInput = z.output<typeof answerInput>
