import { z } from 'zod'
import { attestationField, attestationsOf, CURRENT_ATTESTATION, type TakedownKind } from './attestations'
import { KINDS, type Question, questionsOf } from './kinds'

/** What a visitor submits, checked and cleaned. `answers` holds the questions of the kind other than name and address. */
export type Submission = {
  kind: TakedownKind
  /** Slug. */
  dataset: string
  /** As pasted. */
  targets: string
  name: string
  email: string
  answers: Record<string, string>
}

/** Longest list of targets in UTF-16 units: about 1,000 web addresses. */
export const MAX_TARGETS_TEXT = 200_000

const kind = z.enum(KINDS, 'Choose what you would like to ask')

/** The flat fields of the form. Which of them are asked depends on `kind`; whatever else is sent is dropped. */
export const submissionInput = z.looseObject({ kind }).transform((raw, context): Submission => {
  const parsed = schemaOf(raw.kind).safeParse(raw)
  if (parsed.success) return submissionOf(raw.kind, parsed.data)
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message })
  return z.NEVER
})

/** The step before sending: `check` wants the answers read back, `edit` goes back to the form with them as they are. */
export const draftInput = z
  .looseObject({ kind, intent: z.enum(['check', 'edit']).default('check') })
  .transform((raw, context) => {
    const { intent: _, ...given } = raw
    const values = Object.fromEntries(Object.entries(given).filter(isText))
    if (raw.intent === 'edit') return { values, submission: null }
    const parsed = submissionInput.safeParse(raw)
    if (parsed.success) return { values, submission: parsed.data }
    for (const { path, message } of parsed.error.issues)
      context.addIssue({ code: 'custom', path: [...path], message })
    return z.NEVER
  })

const token = z.string().max(200)
export const confirmInput = z.object({ token })
export const withdrawInput = z.object({
  token,
  sure: z.literal('on', 'Tick the box if you want to withdraw the request'),
})
export const contestInput = z.object({
  token,
  grounds: z
    .string('Say what was overlooked')
    .max(5_000, 'Use at most 5000 characters')
    .transform(lines)
    .pipe(z.string().min(10, 'Say what was overlooked, in a sentence at least')),
})

/** About sources that an opt-out names and nothing comes from yet. */
export const decideNamedInput = z.object({
  requestId: z.uuid(),
  action: z.enum(['remove', 'keep'], 'Choose whether they are kept out.'),
  reasonCode: z.string({ error: 'Choose a reason.' }).min(1, 'Choose a reason.').max(60),
})

/** The filters of the requests table, as they stand in the address. Nonsense is no filter. */
export const requestsFilter = z.object({
  state: z.enum(['open', 'closed', 'all']).catch('open'),
  kind: kind.optional().catch(undefined),
  dataset: z.string().max(64).optional().catch(undefined),
  after: z
    .string()
    .transform((text) => {
      const [at = '', id] = text.split('_')
      return { at: new Date(at), id }
    })
    .pipe(z.object({ at: z.date(), id: z.uuid() }))
    .nullable()
    .catch(null),
})

function schemaOf(of: TakedownKind) {
  const asked = questionsOf(of).map((question) => [
    question.name,
    question.name === 'email' ? email : answerTo(question),
  ])
  const declared = attestationsOf(CURRENT_ATTESTATION[of]).map(({ key, missing }) => [
    attestationField(key),
    z.literal('on', missing),
  ])
  const fields: Record<string, z.ZodType<string, unknown>> = Object.fromEntries([...asked, ...declared])
  return z.object({ dataset, targets, ...fields })
}

const dataset = z.string('Choose a dataset').trim().min(1, 'Choose a dataset').max(64)

const targets = z
  .string('Say where it is')
  .max(MAX_TARGETS_TEXT, 'This is more than one request can hold. Send the rest as a second request.')
  .refine((text) => text.trim() !== '', 'Say where it is')

/** ASCII without control characters, as RFC 5321 has it: nothing in it can end a header. */
const email = z
  .string('Enter your e-mail address')
  .trim()
  .max(254, 'This address is too long')
  .pipe(z.email('Enter an e-mail address like name@example.org'))

function answerTo({
  type,
  min,
  max,
  missing = 'Answer this question',
  options,
}: Question): z.ZodType<string, unknown> {
  const text = z
    .string(missing)
    .transform(type === 'area' ? lines : oneLine)
    .pipe(z.string().min(min, missing).max(max, `Use at most ${max} characters`))
  if (!options) return min === 0 ? text.optional().default('') : text
  return text.refine((value) => options.some((option) => option.value === value), missing)
}

function submissionOf(of: TakedownKind, given: Record<string, unknown>): Submission {
  const text = (name: string) => String(given[name] ?? '')
  const answers = questionsOf(of).flatMap(({ name }) =>
    name === 'name' || name === 'email' ? [] : [[name, text(name)]],
  )
  return {
    kind: of,
    dataset: text('dataset'),
    targets: text('targets'),
    name: text('name'),
    email: text('email'),
    answers: Object.fromEntries(answers),
  }
}

const isText = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string'

/**
 * Control characters and those that turn the direction of text (Unicode UAX #9) have no place in a name or a statement:
 * they could make a reader see something else than was written. Joiners stay, Persian and Hindi need them.
 */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu

function oneLine(text: string): string {
  return text.replace(UNSAFE, ' ').replace(/ {2,}/g, ' ').trim()
}

function lines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNSAFE, (mark) => (mark === '\n' || mark === '\t' ? mark : ' '))
    .trim()
}
