import { isRestrictedCategory } from '@/lib/detection/categories'
import type { TakedownKind } from './attestations'
import { complaint, copyright, counterNotice, courtOrder, retraction } from './notice-forms'
import { illegalContent, optOut, other, privacy } from './person-forms'
import type { KindForm, Question } from './question'
import { licence, publicity } from './rights-forms'

/** The order of the first page. */
export const KINDS = [
  'privacy',
  'copyright',
  'illegal_content',
  'opt_out',
  'licence',
  'publicity',
  'court_order',
  'other',
  'counter_notice',
  'retraction',
  'complaint',
] as const satisfies readonly TakedownKind[]

export const isKind = (value: unknown): value is TakedownKind => KINDS.some((kind) => kind === value)

/** What each kind asks: what its law asks for, and nothing more. */
export const KIND_FORMS: Record<TakedownKind, KindForm> = {
  privacy,
  copyright,
  illegal_content: illegalContent,
  opt_out: optOut,
  licence,
  publicity,
  court_order: courtOrder,
  other,
  counter_notice: counterNotice,
  retraction,
  complaint,
}

export const questionsOf = (kind: TakedownKind): readonly Question[] => [
  ...KIND_FORMS[kind].about,
  ...KIND_FORMS[kind].who,
]

/** Only an opt-out is about a source as a whole. */
export const mayNameSources = (kind: TakedownKind): boolean => kind === 'opt_out'

type Answers = Readonly<Record<string, unknown>>

/**
 * Whether it must be said where it is. Who asks what is known about them cannot know it (GDPR Art. 15), and gives what to look
 * for; who takes back a whole request, or answers a removal by its reference, has named everything in it.
 */
export function mustSayWhere(kind: TakedownKind, answers: Answers): boolean {
  const { identifiers, extent } = answers
  if (kind === 'privacy') return typeof identifiers !== 'string' || identifiers.trim() === ''
  if (kind === 'counter_notice') return false
  return kind !== 'retraction' || extent !== 'whole'
}

/** Kinds that answer another request or a decision, or take one back: nothing in the dataset is looked for on their account. */
export const isAnswering = (kind: TakedownKind): boolean => mayListNothing(kind) || kind === 'complaint'

/** What answers an earlier request by its reference may list nothing of it. */
export const mayListNothing = (kind: TakedownKind): boolean =>
  kind === 'retraction' || kind === 'counter_notice'

/** Whether all of an earlier request is meant where nothing is listed. */
export const meansAllUnlisted = (kind: TakedownKind, answers: Answers): boolean =>
  mayListNothing(kind) && !mustSayWhere(kind, answers)

const REGIMES = ['gdpr', 'uk', 'ccpa', 'other'] as const
export type Regime = (typeof REGIMES)[number]

/** Under whose law a privacy request is answered. Who does not say where they live has the strictest of those that know the right. */
export const regimeOf = ({ regime: said, right }: Answers): Regime =>
  REGIMES.find((regime) => regime === said) ?? (right === 'opt_out_of_sale' ? 'ccpa' : 'gdpr')

/** Whether it says that nobody may be told of it. */
export const isConfidential = (kind: TakedownKind, answers: Answers): boolean =>
  kind === 'court_order' && answers.confidential === 'yes'

/** The category in which the cases of a request open. */
export function categoryOf(kind: TakedownKind, answers: Readonly<Record<string, string>>): string {
  switch (kind) {
    case 'privacy':
    case 'publicity': // a name, a face and a voice are personal data
      return 'pii'
    case 'illegal_content': {
      const { concern = '' } = answers
      return concern === 'hate' || isRestrictedCategory(concern) ? concern : 'illegal'
    }
    case 'court_order':
      return ['copyright', 'pii', 'illegal'].find((concern) => concern === answers.concerns) ?? 'other'
    case 'counter_notice':
      return 'copyright'
    case 'retraction':
    case 'complaint': // of whatever its items are: of the request itself nothing follows from the category
      return 'other'
    default:
      return kind
  }
}
