import { z } from 'zod'
import { asks, say } from '@/lib/i18n/say'
import { isNoStatement } from '@/lib/release-format/disclosure'
import { normaliseLanguage, UNDETERMINED } from '@/lib/text/language'
import { ESCALATION_REASON_CODES, SKIP_REASON_CODES } from './labels'
import { parseJudged, type SentJudged } from './judged'
import { parseSent, parseSpan, type SentSpan } from './spans'
import { ACTIONS } from './status'
import { viewingInput } from './viewing'

/** A list of addresses has an address on each line; what holds more than this is not redacted but removed. */
const MOST_PASSAGES = 20_000

/** As forms and the command line write it. One finding may be several passages, a line each. */
const spansBy = <T extends object>(parse: (line: string) => T | undefined) =>
  z
    .array(z.string())
    .default([])
    .transform((lists, context): T[] => {
      const lines = lists.flatMap((list) => list.split(/\r?\n/)).filter((line) => line !== '')
      const parsed = lines.map((line) => parse(line) ?? line)
      const wrong = parsed.find((span) => typeof span === 'string')
      const problem =
        wrong === undefined
          ? lines.length > MOST_PASSAGES && say('review.input.passages', { most: String(MOST_PASSAGES) })
          : say('review.input.passage', { text: wrong })
      if (problem) context.addIssue({ code: 'custom', message: problem })
      return parsed.filter((span) => typeof span !== 'string')
    })

/** What is said of single passages, a line each: `formatJudged`. */
const judged = z
  .array(z.string())
  .transform((lists, context): SentJudged[] => {
    const lines = lists.flatMap((list) => list.split(/\r?\n/)).filter((line) => line !== '')
    const parsed = lines.map(parseJudged)
    if (parsed.includes(undefined) || parsed.length > MOST_PASSAGES)
      context.addIssue({ code: 'custom', message: say('review.input.judged') })
    return parsed.filter((one) => one !== undefined)
  })
  .optional()

/** An empty field of a form is no answer. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, asks('review.input.long', { most: String(max) }))
    .refine((text) => !text.includes('\0'), asks('review.input.nul'))
    .optional()
    .transform((text) => text || undefined)

/** What a label says. How the statement of a person begins is theirs alone. */
export const labelText = optionalText(60).refine(isNoStatement, asks('review.input.statement'))

const verdict = {
  action: z.enum(ACTIONS, asks('review.input.action')),
  reasonCode: z.string(asks('review.input.reason')).min(1, asks('review.input.reason')).max(60),
  /** The version the person had in front of them: refused when another one is in force by now. */
  policyVersionId: z.uuid(),
  label: labelText,
  note: optionalText(5_000),
}

const passages = {
  spans: spansBy<SentSpan>(parseSent),
  /** Typed text; every place where it stands is redacted. */
  passages: z
    .array(z.string().max(10_000))
    .max(50)
    .default([])
    .transform((typed) => typed.filter((text) => text.trim() !== '')),
  judged,
}

const thisCase = { datasetId: z.uuid(), caseId: z.uuid() }

/** The part of the queue the reviewer works through: a query string of the triage page. */
const queue = z.string().max(2_000).default('')

/** Round and findings as they were shown: a vote, or a decision, is about what whoever makes it saw. */
const shown = { round: z.coerce.number().int().positive(), findings: z.string().max(64) }

export const decideInput = z.object({
  ...thisCase,
  ...verdict,
  ...passages,
  ...shown,
  handlingMs: z.coerce.number().int().nonnegative().max(86_400_000).optional().catch(undefined),
  queue,
})
export type DecideInput = z.output<typeof decideInput>

/** Profiles of releases a decision holds in. */
export const territories = z
  .array(z.string().regex(/^[a-z0-9-]{2,32}$/))
  .max(20)
  .optional()

export const overrideInput = z.object({
  ...thisCase,
  ...verdict,
  ...passages,
  /** The decision in force as the lead saw it; empty for none. */
  supersedes: z
    .union([z.uuid(), z.literal('')])
    .optional()
    .transform((id) => id || null),
  ...shown,
  /** Where it holds; everywhere if none is chosen. */
  territories,
  /** `kind:value` of where the item comes from, when the decision is about that. */
  source: z.string().max(4_200).optional(),
  queue,
})
export type OverrideInput = z.output<typeof overrideInput>

/** A lead's decision by digest, from the command line. No passages with `redact`: everything that was found is masked. */
export const overrideByDigestInput = z.object({
  dataset: z.string().min(1),
  digest: z.string().regex(/^[0-9a-f]{64}$/, asks('review.input.digest')),
  ...verdict,
  policyVersionId: z.uuid().optional(),
  spans: spansBy(parseSpan),
  /** Where it holds; everywhere if left out. */
  territories: z.array(z.string().regex(/^[a-z0-9-]{2,32}$/)).optional(),
  /** What whoever decides was shown, as the case says it to programs; what is found when the command begins if left out. */
  findings: shown.findings.optional(),
})
export type OverrideByDigestInput = z.output<typeof overrideByDigestInput>

export const claimInput = z.object({
  datasetId: z.uuid(),
  /** One queue, or all that the reviewer may work in. */
  queueId: z
    .union([z.uuid(), z.literal(''), z.literal('all')])
    .optional()
    .transform((id) => (id === '' || id === 'all' ? undefined : id)),
  /** Cases that this screen holds already: a claim it does not know of is handed out again first. */
  held: z.array(z.uuid()).max(20).default([]),
})
export type ClaimInput = z.output<typeof claimInput>

export const leaseInput = z.object(thisCase)
export type LeaseInput = z.output<typeof leaseInput>

export const skipInput = z.object({
  ...thisCase,
  reason: z.enum(SKIP_REASON_CODES, asks('review.input.skip')),
  note: optionalText(2_000),
})
export type SkipInput = z.output<typeof skipInput>

export const escalateInput = z.object({
  ...thisCase,
  reason: z.enum(ESCALATION_REASON_CODES, asks('review.input.escalate')),
  note: optionalText(2_000),
})
export type EscalateInput = z.output<typeof escalateInput>

export const appealInput = z.object({
  ...thisCase,
  /** The decision in force, as its reader saw it. */
  decisionId: z.uuid(),
  grounds: z
    .string(asks('review.input.grounds'))
    .trim()
    .min(10, asks('review.input.groundsShort'))
    .max(5_000, asks('review.input.long', { most: '5000' }))
    .refine((text) => !text.includes('\0'), asks('review.input.nul')),
})
export type AppealInput = z.output<typeof appealInput>

const takes = (least: number, most: number) =>
  asks('review.input.number', { least: String(least), most: String(most) })

/** A whole number in a form. Whatever else is written there, what is said of it is which numbers it takes. */
export const wholeNumber = (least: number, most: number) => {
  const problem = takes(least, most)
  return z.coerce.number(problem).int(problem).min(least, problem).max(most, problem)
}

/** A number in a form; an empty field is none. */
export const optionalCount = (least: number, most: number) =>
  z
    .union([z.literal('').transform(() => null), wholeNumber(least, most)], takes(least, most))
    .optional()
    .transform((value) => value ?? null)

/** The fields `<name>.<category>` of a form as numbers by category; what is left empty is left out. */
export function countsByCategory(
  fields: Readonly<Record<string, unknown>>,
  name: string,
  count: ReturnType<typeof optionalCount>,
  context: z.RefinementCtx,
): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const [field, value] of Object.entries(fields)) {
    const category = field.startsWith(`${name}.`) ? field.slice(name.length + 1) : ''
    if (!/^[a-z0-9_]{1,40}$/.test(category)) continue
    const parsed = count.safeParse(value)
    if (parsed.success && parsed.data !== null) counts[category] = parsed.data
    for (const { message } of parsed.error?.issues ?? [])
      context.addIssue({ code: 'custom', path: [field], message })
  }
  return counts
}

/** Cases a day, and cases until a pause; no pause is 0 where something else would set one. */
export const DAILY = optionalCount(0, 10_000)
export const BREAK = optionalCount(0, 1_000)

/** Languages by name or code with commas between them, `und` for those that cannot be told; empty for any. */
export const languagesInput = z
  .string()
  .max(1_000)
  .default('')
  .transform((text, context) => {
    const words = text.split(/[,;\n]+/).map((word) => word.trim())
    const codes = words.flatMap((word) => {
      if (word === '') return []
      const code = /^(und|not told|nicht erkannt)$/i.test(word) ? UNDETERMINED : normaliseLanguage(word)
      if (code === null) context.addIssue({ code: 'custom', message: say('review.input.language', { word }) })
      return code ?? []
    })
    return codes.length > 0 ? [...new Set(codes)] : null
  })

/** Where a case is shown here; nothing for any other address. */
export const caseAddress = z
  .string()
  .max(2_500)
  .regex(/^\/triage\/[a-z0-9-]{1,64}\/[0-9a-f-]{36}(?:\?[^#\s]*)?$/)
  .optional()
  .catch(undefined)

/** What a reviewer chooses; limits of single categories are in fields `cap.<category>` and `break.<category>`, empty for none of their own. */
export const preferenceInput = z.intersection(
  z.object({
    categories: z.array(z.string().max(40)).max(100).default([]),
    dailyCap: DAILY,
    breakAfter: optionalCount(1, 1_000),
    breakMinutes: wholeNumber(1, 240).default(10),
    languages: languagesInput,
    viewing: viewingInput,
    /** Categories whose ways of viewing are one's own; for the others the dataset's hold. */
    viewOwn: z.array(z.string().max(40)).max(100).default([]),
    /** Datasets in which the reviewer has an interest of their own. */
    conflicts: z.array(z.uuid()).max(10_000).default([]),
    /** Datasets that the form asked it about. */
    asked: z.array(z.uuid()).max(10_000).default([]),
    back: caseAddress,
  }),
  z.looseObject({}).transform((fields, context) => ({
    dailyCaps: countsByCategory(fields, 'cap', DAILY, context),
    breaks: countsByCategory(fields, 'break', BREAK, context),
  })),
)
export type PreferenceInput = z.output<typeof preferenceInput>

export const revealInput = z.object({ ...thisCase, queue })
export type RevealInput = z.output<typeof revealInput>
