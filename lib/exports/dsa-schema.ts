import { z } from 'zod'
import {
  ACCOUNT,
  ACCOUNT_TYPE,
  AUTOMATED_DECISION,
  CATEGORY,
  CONTENT_TYPE,
  KEYWORD,
  LANGUAGES,
  MONETARY,
  PROVISION,
  SOURCE_TYPE,
  TERRITORIES,
  VISIBILITY,
} from './dsa-enums'

/*
 * A statement of reasons as the DSA Transparency Database takes it, with every rule that depends on another field. What its validator
 * drops in silence is refused here: a field that is not kept was meant to say something.
 */

const text = (max: number) => z.string().trim().min(1).max(max)
const some = <const T extends readonly [string, ...string[]]>(values: T) => z.array(z.enum(values)).min(1)

/** A real day between two others, `YYYY-MM-DD`. */
const day = (from: string, to: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .refine((value) => {
      const at = new Date(`${value}T00:00:00Z`)
      return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value) && value >= from && value <= to
    }, `a day from ${from} to ${to}`)

const END = '2038-01-01'
const yesNo = z.enum(['Yes', 'No'])
const listed = (values: readonly string[]) =>
  z.string().refine((value) => values.includes(value), 'is not in the list')

/** Names a decision and nothing that was decided: a digest of a known sentence would say which sentence. */
export const puid = z
  .string()
  .max(500)
  .regex(/^[a-zA-Z0-9-_]+$/)
  .refine((value) => !/[0-9a-f]{32}/i.test(value), 'must not hold a digest')

const fields = z.strictObject({
  decision_visibility: some(VISIBILITY).optional(),
  decision_visibility_other: text(500).optional(),
  decision_monetary: z.enum(MONETARY).optional(),
  decision_monetary_other: text(500).optional(),
  decision_provision: z.enum(PROVISION).optional(),
  decision_account: z.enum(ACCOUNT).optional(),
  account_type: z.enum(ACCOUNT_TYPE).optional(),
  decision_ground: z.enum(['DECISION_GROUND_ILLEGAL_CONTENT', 'DECISION_GROUND_INCOMPATIBLE_CONTENT']),
  decision_ground_reference_url: z.url().max(500).optional(),
  illegal_content_legal_ground: text(500).optional(),
  illegal_content_explanation: text(2000).optional(),
  incompatible_content_ground: text(500).optional(),
  incompatible_content_explanation: text(2000).optional(),
  incompatible_content_illegal: yesNo.optional(),
  content_type: some(CONTENT_TYPE),
  content_type_other: text(500).optional(),
  category: z.enum(CATEGORY),
  category_addition: z.array(z.enum(CATEGORY)).optional(),
  category_specification: z.array(z.enum(KEYWORD)).optional(),
  category_specification_other: text(500).optional(),
  territorial_scope: z.array(listed(TERRITORIES)).optional(),
  content_language: listed(LANGUAGES).optional(),
  content_date: day('2000-01-01', END),
  application_date: day('2020-01-01', END),
  end_date_visibility_restriction: day('2000-01-01', END).nullable().optional(),
  end_date_monetary_restriction: day('2000-01-01', END).nullable().optional(),
  end_date_service_restriction: day('2000-01-01', END).nullable().optional(),
  end_date_account_restriction: day('2000-01-01', END).nullable().optional(),
  decision_facts: text(5000),
  source_type: z.enum(SOURCE_TYPE),
  source_identity: text(500).optional(),
  automated_detection: yesNo,
  automated_decision: z.enum(AUTOMATED_DECISION),
  content_id: z.strictObject({ 'EAN-13': z.string().regex(/^\d{13}$/) }).optional(),
  puid,
})
type Fields = z.output<typeof fields>

/** A field that stands exactly where another says so. */
type Rule = { field: keyof Fields; wanted: (statement: Fields) => boolean; needed: boolean }

const isIllegal = ({ decision_ground }: Fields) => decision_ground === 'DECISION_GROUND_ILLEGAL_CONTENT'
const RULES: readonly Rule[] = [
  {
    field: 'decision_visibility_other',
    wanted: (s) => s.decision_visibility?.includes('DECISION_VISIBILITY_OTHER') ?? false,
    needed: true,
  },
  {
    field: 'decision_monetary_other',
    wanted: (s) => s.decision_monetary === 'DECISION_MONETARY_OTHER',
    needed: true,
  },
  { field: 'illegal_content_legal_ground', wanted: isIllegal, needed: true },
  { field: 'illegal_content_explanation', wanted: isIllegal, needed: true },
  { field: 'incompatible_content_ground', wanted: (s) => !isIllegal(s), needed: true },
  { field: 'incompatible_content_explanation', wanted: (s) => !isIllegal(s), needed: true },
  { field: 'incompatible_content_illegal', wanted: (s) => !isIllegal(s), needed: false },
  {
    field: 'content_type_other',
    wanted: (s) => s.content_type.includes('CONTENT_TYPE_OTHER'),
    needed: true,
  },
  {
    field: 'category_specification_other',
    wanted: (s) => s.category_specification?.includes('KEYWORD_OTHER') ?? false,
    needed: false,
  },
  { field: 'source_identity', wanted: (s) => s.source_type !== 'SOURCE_VOLUNTARY', needed: false },
  { field: 'end_date_visibility_restriction', wanted: (s) => Boolean(s.decision_visibility), needed: false },
  { field: 'end_date_monetary_restriction', wanted: (s) => Boolean(s.decision_monetary), needed: false },
  { field: 'end_date_service_restriction', wanted: (s) => Boolean(s.decision_provision), needed: false },
  { field: 'end_date_account_restriction', wanted: (s) => Boolean(s.decision_account), needed: false },
]

export const statementSchema = fields.superRefine((statement, context) => {
  const issue = (field: keyof Fields, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message })
  const { decision_visibility, decision_monetary, decision_provision, decision_account } = statement
  if (!decision_visibility && !decision_monetary && !decision_provision && !decision_account)
    issue('decision_visibility', 'a decision must be of one of the four kinds')
  for (const { field, wanted, needed } of RULES) {
    const given = statement[field] !== undefined && statement[field] !== null
    if (needed && wanted(statement) && !given) issue(field, 'is required here')
    if (!wanted(statement) && given) issue(field, 'has no place here')
  }
  if (statement.category_addition?.includes(statement.category))
    issue('category_addition', 'repeats the category')
})
export type Statement = z.output<typeof statementSchema>

/** Most in one call. */
export const BATCH = 100

/** The body of one call: all or none of it is taken. */
export const batchSchema = z.strictObject({
  statements: z
    .array(statementSchema)
    .min(1)
    .max(BATCH)
    .refine(
      (statements) => new Set(statements.map((statement) => statement.puid)).size === statements.length,
      'a puid occurs twice',
    ),
})

/** What a person could have written into a statement. */
export const FREE_TEXT = [
  'decision_visibility_other',
  'decision_monetary_other',
  'illegal_content_legal_ground',
  'illegal_content_explanation',
  'incompatible_content_ground',
  'incompatible_content_explanation',
  'content_type_other',
  'category_specification_other',
  'decision_facts',
  'source_identity',
] as const satisfies readonly (keyof Statement)[]
