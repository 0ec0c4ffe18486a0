import type { decisionAction, decisionKind } from '@/db/schema/review'
import { isRestrictedCategory } from '@/lib/detection/categories'
import { personalDataIn } from '@/lib/register/personal-data'
import type { TakedownKind } from '@/lib/takedowns/attestations'
import { lawBehind } from '@/lib/takedowns/legal-ground'
import type { Right } from '@/lib/takedowns/rights'
import { type DsaCategory, type DsaKeyword, LANGUAGES, TERRITORIES } from './dsa-enums'
import { FREE_TEXT, type Statement, statementSchema } from './dsa-schema'

type Action = (typeof decisionAction.enumValues)[number]

/** A decision as a statement needs it: nothing of the item, nothing of who asked. */
export type Decided = {
  id: string
  category: string
  action: Action
  kind: (typeof decisionKind.enumValues)[number]
  /** Whether no person took part. */
  bySystem: boolean
  /** The words of the policy. */
  reason: string
  policy: number
  territories: readonly string[] | null
  language: string
  at: Date
  /** When the first revision with the item was there to be read. */
  hostedSince: Date
  /** Whether a detector had found it. */
  detected: boolean
  /** Who else pointed at it: the kinds of confirmed requests, and whether somebody reported it. */
  requests: readonly string[]
  /** The kinds of those that were not refused or taken back. */
  notices: readonly TakedownKind[]
  /** Which rights the privacy requests among them are about. */
  rights: readonly Right[]
  reported: boolean
}

const MEASURE: Record<
  Exclude<Action, 'keep'>,
  Pick<Statement, 'decision_visibility' | 'decision_visibility_other'>
> = {
  remove: { decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'] },
  restrict: { decision_visibility: ['DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED'] },
  label: { decision_visibility: ['DECISION_VISIBILITY_CONTENT_LABELLED'] },
  redact: {
    decision_visibility: ['DECISION_VISIBILITY_OTHER'],
    decision_visibility_other: 'Span-level redaction',
  },
}

type Classified = { category: DsaCategory; keywords: DsaKeyword[]; other?: string }

const CATEGORIES: Readonly<Record<string, Classified>> = {
  pii: {
    category: 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
    keywords: ['KEYWORD_MISSING_PROCESSING_GROUND'],
  },
  secrets: {
    category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
    keywords: ['KEYWORD_OTHER'],
    other: 'Credentials in data',
  },
  copyright: {
    category: 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS',
    keywords: ['KEYWORD_COPYRIGHT_INFRINGEMENT'],
  },
  licence: {
    category: 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS',
    keywords: ['KEYWORD_OTHER'],
    other: 'Breach of the terms of a licence',
  },
  hate: {
    category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH',
    keywords: ['KEYWORD_HATE_SPEECH'],
  },
  illegal: {
    category: 'STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE',
    keywords: [],
  },
  opt_out: {
    category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
    keywords: ['KEYWORD_OTHER'],
    other: 'AI-training opt-out',
  },
}
const UNKNOWN: Classified = { category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', keywords: [] }

/** Instead of words in which something was found. */
const CANNED: Partial<Record<(typeof FREE_TEXT)[number], string>> = {
  illegal_content_legal_ground: 'Applicable law',
  illegal_content_explanation: 'The item was found to be illegal content.',
  incompatible_content_ground: 'Policy of the dataset',
  incompatible_content_explanation: 'The item was found to break the policy of the dataset.',
  decision_facts: 'The item was looked at and found to break the policy of the dataset.',
}

/** Requests whose form asks for all that Art. 16(2) does. */
const ARTICLE_16 = ['illegal_content', 'copyright', 'publicity']

/**
 * The statement of reasons about a decision, or null where there is none to make (nothing was restricted, or the category is
 * restricted). Valid against the schema, else it throws: a fault of this mapping.
 */
export function statementOf(decided: Decided): Statement | null {
  const { action } = decided
  // Not even the number of their statements may say anything of an item.
  if (action === 'keep' || isRestrictedCategory(decided.category)) return null
  const classified = classify(decided)
  const language = decided.language.toUpperCase()
  const territories = (decided.territories ?? [])
    .map((one) => one.toUpperCase())
    .filter((one) => TERRITORIES.includes(one))
  return statementSchema.parse(
    withoutPersonalData({
      ...MEASURE[action],
      ...groundOf(decided),
      content_type: ['CONTENT_TYPE_TEXT'],
      category: classified.category,
      ...(classified.keywords.length > 0 ? { category_specification: classified.keywords } : {}),
      ...(classified.other ? { category_specification_other: classified.other } : {}),
      ...(territories.length > 0 ? { territorial_scope: territories } : {}),
      ...(LANGUAGES.includes(language) ? { content_language: language } : {}),
      content_date: dayOf(decided.hostedSince),
      application_date: dayOf(decided.at),
      decision_facts: factsOf(decided),
      source_type: sourceOf(decided),
      automated_detection: decided.detected ? 'Yes' : 'No',
      automated_decision: automationOf(decided),
      puid: `dec-${decided.id}`,
    }),
  )
}

export type Class = { dsa: DsaCategory; keyword: DsaKeyword | null; other: string; illegal: boolean }

/** Where a category of ours is counted, under which word, and whether a decision in it that follows these notices rests on a law. */
export function classOf(category: string, notices: readonly TakedownKind[] = []): Class {
  const { category: dsa, keywords, other = '' } = CATEGORIES[category] ?? UNKNOWN
  return { dsa, keyword: keywords[0] ?? null, other, illegal: lawBehind({ category, notices }) !== null }
}

/** Who asks that something about them go, or objects to it (GDPR Art. 17 and 21), and not who has it put right. */
const TO_BE_FORGOTTEN: readonly Right[] = ['erasure', 'objection']

function classify({ category, rights }: Decided): Classified {
  const found = CATEGORIES[category] ?? UNKNOWN
  return category === 'pii' && rights.some((right) => TO_BE_FORGOTTEN.includes(right))
    ? { ...found, keywords: ['KEYWORD_RIGHT_TO_BE_FORGOTTEN'] }
    : found
}

function groundOf({ reason, policy, category, notices }: Decided) {
  const law = lawBehind({ category, notices })
  if (law)
    return {
      decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT' as const,
      illegal_content_legal_ground: law,
      illegal_content_explanation: reason,
    }
  return {
    decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT' as const,
    incompatible_content_ground: `Dataset policy, version ${policy}`,
    incompatible_content_explanation: reason,
  }
}

const MADE_BY: Record<Decided['kind'], string> = {
  quorum: 'Reviewers who did not see each other’s votes decided about one item of a dataset',
  override: 'A lead reviewer decided about one item of a dataset',
  adjudication: 'A lead reviewer decided about one item of a dataset on which reviewers did not agree',
  batch: 'A lead reviewer decided about one item of a dataset together with others that are alike',
  // By a lead, by who had asked for it, or by the end of a term.
  reversal: 'A decision about one item of a dataset was taken back',
}
const DONE: Record<Exclude<Action, 'keep'>, string> = {
  remove: 'it leaves the next release',
  redact: 'passages of it are masked in the next release',
  restrict: 'only registered holders get it with the next release',
  label: 'it stays and carries a label',
}

/** From structured facts alone, in the same words for cases that are alike. */
function factsOf(decided: Decided): string {
  const { action, kind, detected, requests, reported } = decided
  if (action === 'keep') return ''
  const pointed = [
    ...(requests.length > 0 ? ['a notice'] : []),
    ...(reported ? ['a report of a user'] : []),
    ...(detected ? ['an automated detector'] : []),
  ]
  const by = pointed.length > 0 ? ` It had been pointed at by ${pointed.join(' and ')}.` : ''
  return `${MADE_BY[kind]}: ${DONE[action]}.${by}`
}

function sourceOf({ requests, reported }: Decided): Statement['source_type'] {
  if (requests.some((kind) => ARTICLE_16.includes(kind))) return 'SOURCE_ARTICLE_16'
  return requests.length > 0 || reported ? 'SOURCE_TYPE_OTHER_NOTIFICATION' : 'SOURCE_VOLUNTARY'
}

function automationOf({ bySystem, detected, kind }: Decided): Statement['automated_decision'] {
  if (bySystem) return 'AUTOMATED_DECISION_FULLY'
  return detected || kind === 'batch' ? 'AUTOMATED_DECISION_PARTIALLY' : 'AUTOMATED_DECISION_NOT_AUTOMATED'
}

/** Art. 24(5): no personal data. Every free text is read by our own detectors; one that holds something is replaced by a canned one. */
export function withoutPersonalData<S extends Partial<Statement>>(statement: S): S {
  const clean = { ...statement }
  for (const field of FREE_TEXT) {
    const said = clean[field]
    if (said === undefined || personalDataIn(said).length === 0) continue
    const canned = CANNED[field]
    if (canned === undefined) throw new Error(`${field} holds personal data and has no canned text`)
    clean[field] = canned
  }
  return clean
}

const dayOf = (at: Date) => {
  const day = at.toISOString().slice(0, 10)
  return day < '2000-01-01' ? '2000-01-01' : day
}
