import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import {
  attestationField,
  attestationsOf,
  CURRENT_ATTESTATION,
  isOffered,
  type TakedownKind,
} from './attestations'
import { demandIn } from './demands'
import { KINDS, mustSayWhere, questionsOf } from './kinds'
import { LIST_FILE, MAX_LOCATORS_TEXT } from './locator-file'
import { chosenIn, fewest, isWholeName, type Question } from './question'
import { WAITING } from './waiting-views'

/** What a visitor submits, checked and cleaned. `answers` holds the questions of the kind other than name and address. */
export type Submission = {
  kind: TakedownKind
  /** Slug. */
  dataset: string
  /** As pasted. */
  targets: string
  /** What was read from a file: one line for each of its records. */
  locators?: string
  name: string
  email: string
  answers: Record<string, string>
  /** The wording that was read and declared, with its language. */
  attestation: string
}

/** Longest list of targets in UTF-16 units: about 1,000 web addresses. */
export const MAX_TARGETS_TEXT = 200_000

const kind = z.enum(KINDS, asks('takedowns.input.kind'))

/** The flat fields of the form. Which of them are asked depends on `kind`; whatever else is sent is dropped. */
export const submissionInput = z.looseObject({ kind }).transform((raw, context): Submission => {
  const parsed = schemaOf(raw.kind, raw).safeParse(raw)
  if (parsed.success) return submissionOf(raw.kind, parsed.data)
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message })
  return z.NEVER
})

/**
 * The step before sending: `check` wants the answers read back, `edit` goes back to the form with them as they are, `privacy` and
 * `opt_out` to the form that was meant. `file`: a list of what it is about, not yet read.
 */
export const draftInput = z
  .looseObject({ kind, intent: z.enum(['check', 'edit', 'privacy', 'opt_out']).default('check') })
  .transform((raw, context) => {
    const { intent, drop_list: dropped, [LIST_FILE]: chosen, ...given } = raw
    const file = chosen instanceof File && chosen.size > 0 ? chosen : null
    if (dropped === 'on' || file) delete given.locators
    const values = Object.fromEntries(Object.entries(given).map(joined).filter(isText))
    if (intent === 'edit') return { values, submission: null, file: null }
    if (intent !== 'check') return { values: asKind(intent, values), submission: null, file: null }
    const parsed = submissionInput.safeParse(file ? { ...given, [LIST_FILE]: file } : given)
    if (parsed.success) return { values, submission: parsed.data, file }
    for (const { path, message } of parsed.error.issues)
      context.addIssue({ code: 'custom', path: [...path], message })
    return z.NEVER
  })

const token = z.string().max(200)
export const confirmInput = z.object({ token })
export const withdrawInput = z.object({
  token,
  sure: z.literal('on', asks('takedowns.input.sure')),
})
export const contestInput = z.object({
  token,
  grounds: z
    .string(asks('takedowns.input.grounds'))
    .max(5_000, asks('takedowns.input.long', { max: '5000' }))
    .transform(lines)
    .pipe(z.string().min(10, asks('takedowns.input.groundsShort'))),
})

/** About sources that an opt-out names and nothing comes from yet. */
export const decideNamedInput = z.object({
  requestId: z.uuid(),
  action: z.enum(['remove', 'keep'], asks('takedowns.input.keptOut')),
  reasonCode: z.string(asks('takedowns.input.reason')).min(1, asks('takedowns.input.reason')).max(60),
})

/** The filters of the requests table, as they stand in the address. Nonsense is no filter. */
export const requestsFilter = z.object({
  state: z.enum(['open', 'closed', 'all']).catch('open'),
  /** Of the open ones: whose move it is. */
  waits: z.enum(WAITING).optional().catch(undefined),
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

/** `raw`: what else was answered may make a question necessary, or needless. */
function schemaOf(of: TakedownKind, raw: Readonly<Record<string, unknown>>) {
  const asked = questionsOf(of).map((question) => [
    question.name,
    question.name === 'email' ? email : answerBeside(of, question, raw),
  ])
  const declared = attestationsOf(CURRENT_ATTESTATION[of]).map(({ key, wording }) => [
    attestationField(key),
    z.literal('on', asks(`takedowns.attestations.${wording}.missing`)),
  ])
  const fields: Record<string, z.ZodType<string, unknown>> = Object.fromEntries([...asked, ...declared])
  return z
    .object({
      dataset,
      targets: mustSayWhere(of, raw) && !hasList(raw) ? someTargets : anyTargets,
      locators: z.string().max(MAX_LOCATORS_TEXT, asks('takedowns.input.targetsLong')).default(''),

      ...fields,
      attestation: z.string().default(CURRENT_ATTESTATION[of]),
    })
    .refine(({ attestation }) => isOffered(of, attestation), {
      ...asks('takedowns.input.declaredOtherwise'),
      path: declared.slice(0, 1).map(([field]) => String(field)),
    })
}

const dataset = z
  .string(asks('takedowns.input.dataset'))
  .trim()
  .min(1, asks('takedowns.input.dataset'))
  .max(64)

const targetsText = z
  .string(asks('takedowns.input.targets'))
  .max(MAX_TARGETS_TEXT, asks('takedowns.input.targetsLong'))
/** At least something. */
export const someTargets = targetsText.refine((text) => text.trim() !== '', asks('takedowns.input.targets'))
const anyTargets = targetsText.default('')

/** ASCII without control characters, as RFC 5321 has it: nothing in it can end a header. */
const email = z
  .string(asks('takedowns.forms.email.missing'))
  .trim()
  .max(254, asks('takedowns.input.emailLong'))
  .pipe(z.email(asks('takedowns.input.email')))

/** Who has lost the private link: the number of the request, and the address it was made from. */
export const linkAgainInput = z.object({
  reference: z
    .string(asks('takedowns.input.reference'))
    .trim()
    .min(1, asks('takedowns.input.reference'))
    .max(60, asks('takedowns.input.reference')),
  email,
})

/** An answer that has to fit what else was answered. */
function answerBeside(
  of: TakedownKind,
  question: Question,
  raw: Readonly<Record<string, unknown>>,
): z.ZodType<string, unknown> {
  const answer = answerTo(question, fewest(question, raw))
  return of === 'privacy' && question.name === 'right' ? inTheirLaw(answer, raw.regime) : answer
}

/** Not every law has every right: who names one that has it not is told what theirs has. */
const inTheirLaw = (rights: z.ZodType<string, unknown>, regime: unknown) =>
  rights
    .refine(
      (chosen) => regime !== 'ccpa' || !chosenIn(chosen).includes('restriction'),
      asks('takedowns.input.noRestriction'),
    )
    .refine(
      (chosen) => (regime !== 'gdpr' && regime !== 'uk') || !chosenIn(chosen).includes('opt_out_of_sale'),
      asks('takedowns.input.noOptOutOfSale'),
    )

export function answerTo(question: Question, min: number): z.ZodType<string, unknown> {
  const { type, max, missing, options, signs } = question
  const wanted = missing ? asks(`takedowns.forms.${missing}`) : asks('takedowns.input.answer')
  if (type === 'checks') return someOf(options ?? [], min, wanted)
  const text = z
    .string(wanted)
    .transform(type === 'area' ? lines : oneLine)
    .pipe(
      z
        .string()
        .min(min, wanted)
        .max(max, asks('takedowns.input.long', { max: String(max) })),
    )
  const offered = options
    ? text.refine((value) => value === '' || options.some((option) => option.value === value), wanted)
    : signs
      ? text.refine((name) => name.length < min || isWholeName(name), wanted)
      : text
  return min === 0 ? offered.optional().default('') : offered
}

/** Any of these, each once and in their order; refused with anything else among them. */
function someOf(
  options: readonly { value: string }[],
  min: number,
  wanted: ReturnType<typeof asks>,
): z.ZodType<string, unknown> {
  const offered = options.map(({ value }) => value)
  return z.preprocess(
    chosenIn,
    z
      .array(z.string())
      .refine((chosen) => chosen.length >= min && chosen.every((one) => offered.includes(one)), wanted)
      .transform((chosen) => offered.filter((value) => chosen.includes(value)).join()),
  )
}

const hasList = (raw: Readonly<Record<string, unknown>>): boolean =>
  raw[LIST_FILE] instanceof File || (typeof raw.locators === 'string' && raw.locators.trim() !== '')

/** The same answers in the form that was meant: what both ask is kept, and so is everything that was written. */
function asKind(
  meant: 'privacy' | 'opt_out',
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const demand = demandIn(Object.values(values).join('\n'))
  const right: Record<string, string> =
    demand?.kind === 'privacy' && meant === 'privacy' ? { right: demand.right } : {}
  const kept = Object.entries(values).filter(
    ([name]) => name !== 'relation' && name !== 'attestation' && !name.startsWith('attest_'),
  )
  return { ...Object.fromEntries(kept), ...right, kind: meant }
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
    locators: text('locators'),
    name: text('name'),
    email: text('email'),
    answers: Object.fromEntries(answers),
    attestation: text('attestation'),
  }
}

/** Ticked boxes as one text, as they are kept and carried on. */
const joined = ([name, value]: [string, unknown]): [string, unknown] => [
  name,
  Array.isArray(value) ? chosenIn(value).join() : value,
]

const isText = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string'

/**
 * Control characters and those that turn the direction of text (Unicode UAX #9) have no place in a name or a statement:
 * they could make a reader see something else than was written. Joiners stay, Persian and Hindi need them.
 */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu

function oneLine(text: string): string {
  return text.replace(UNSAFE, ' ').replace(/ {2,}/g, ' ').trim()
}

export function lines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNSAFE, (mark) => (mark === '\n' || mark === '\t' ? mark : ' '))
    .trim()
}
