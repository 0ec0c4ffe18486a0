import type { MessageKey } from '@/lib/i18n/translator'
import type { TakedownKind } from './attestations'

type Under<Key, At extends string> = Key extends `${At}.${infer Rest}` ? Rest : never

/** Where the words of a form are, below `takedowns.forms`. */
export type FormText = Under<MessageKey, 'takedowns.forms'>

/** One question of the form: it renders the field, validates the answer and heads the line on the check page. */
export type Question = {
  name: string
  label: FormText
  hint?: FormText
  type: 'text' | 'area' | 'radio'
  /** Fewest characters of an answer; 0 = may be left empty. */
  min: number
  max: number
  /** Said when the answer is missing or too short. */
  missing?: FormText
  options?: readonly { value: string; label: FormText; hint?: FormText }[]
  autoComplete?: string
}

type KindForm = {
  /** The law that asks for what is declared. */
  law?: FormText
  about: readonly Question[]
  who: readonly Question[]
  warning?: FormText
}

/** The order of the first page. */
export const KINDS = [
  'privacy',
  'copyright',
  'illegal_content',
  'opt_out',
  'other',
] as const satisfies readonly TakedownKind[]

export const isKind = (value: unknown): value is TakedownKind => KINDS.some((kind) => kind === value)

const NAME: Question = {
  name: 'name',
  label: 'name.label',
  type: 'text',
  min: 2,
  max: 200,
  missing: 'name.missing',
  autoComplete: 'name',
}

const EMAIL: Question = {
  name: 'email',
  label: 'email.label',
  hint: 'email.hint',
  type: 'text',
  min: 3,
  max: 254,
  missing: 'email.missing',
  autoComplete: 'email',
}

/** What each kind asks: what its law asks for, and nothing more. */
export const KIND_FORMS: Record<TakedownKind, KindForm> = {
  privacy: {
    law: 'privacy.law',
    about: [
      {
        name: 'right',
        label: 'privacy.right.label',
        type: 'radio',
        min: 1,
        max: 20,
        missing: 'privacy.right.missing',
        options: [
          { value: 'erasure', label: 'privacy.right.erasure', hint: 'privacy.right.erasureHint' },
          { value: 'objection', label: 'privacy.right.objection', hint: 'privacy.right.objectionHint' },
        ],
      },
      {
        name: 'relation',
        label: 'privacy.relation.label',
        type: 'radio',
        min: 1,
        max: 20,
        missing: 'privacy.relation.missing',
        options: [
          { value: 'self', label: 'privacy.relation.self' },
          { value: 'child', label: 'privacy.relation.child' },
          { value: 'agent', label: 'privacy.relation.agent' },
          { value: 'deceased', label: 'privacy.relation.deceased' },
        ],
      },
      {
        name: 'statement',
        label: 'privacy.statement.label',
        hint: 'privacy.statement.hint',
        type: 'area',
        min: 0,
        max: 5000,
      },
    ],
    who: [NAME, EMAIL],
  },
  copyright: {
    law: 'copyright.law',
    about: [
      {
        name: 'work',
        label: 'copyright.work.label',
        hint: 'copyright.work.hint',
        type: 'area',
        min: 20,
        max: 5000,
        missing: 'copyright.work.missing',
      },
      {
        name: 'work_url',
        label: 'copyright.workUrl.label',
        hint: 'copyright.workUrl.hint',
        type: 'text',
        min: 0,
        max: 1000,
      },
      {
        name: 'relation',
        label: 'copyright.relation.label',
        type: 'radio',
        min: 1,
        max: 20,
        missing: 'copyright.relation.missing',
        options: [
          { value: 'owner', label: 'copyright.relation.owner' },
          { value: 'agent', label: 'copyright.relation.agent' },
        ],
      },
    ],
    who: [
      { ...NAME, label: 'copyright.name.label', hint: 'copyright.name.hint' },
      EMAIL,
      {
        name: 'postal',
        label: 'copyright.postal.label',
        hint: 'copyright.postal.hint',
        type: 'area',
        min: 6,
        max: 500,
        missing: 'copyright.postal.missing',
        autoComplete: 'street-address',
      },
    ],
    warning: 'copyright.warning',
  },
  illegal_content: {
    law: 'illegal_content.law',
    about: [
      {
        name: 'concern',
        label: 'illegal_content.concern.label',
        type: 'radio',
        min: 1,
        max: 20,
        missing: 'illegal_content.concern.missing',
        options: [
          { value: 'hate', label: 'illegal_content.concern.hate' },
          {
            value: 'ncii',
            label: 'illegal_content.concern.ncii',
            hint: 'illegal_content.concern.nciiHint',
          },
          {
            value: 'child_safety',
            label: 'illegal_content.concern.childSafety',
            hint: 'illegal_content.concern.childSafetyHint',
          },
          { value: 'illegal', label: 'illegal_content.concern.illegal' },
        ],
      },
      {
        name: 'statement',
        label: 'illegal_content.statement.label',
        hint: 'illegal_content.statement.hint',
        type: 'area',
        min: 20,
        max: 5000,
        missing: 'illegal_content.statement.missing',
      },
    ],
    who: [NAME, EMAIL],
  },
  opt_out: {
    law: 'opt_out.law',
    about: [
      {
        name: 'relation',
        label: 'opt_out.relation.label',
        type: 'radio',
        min: 1,
        max: 20,
        missing: 'opt_out.relation.missing',
        options: [
          { value: 'author', label: 'opt_out.relation.author' },
          { value: 'holder', label: 'opt_out.relation.holder' },
          { value: 'site', label: 'opt_out.relation.site' },
        ],
      },
      {
        name: 'statement',
        label: 'opt_out.statement.label',
        hint: 'opt_out.statement.hint',
        type: 'area',
        min: 0,
        max: 5000,
      },
    ],
    who: [NAME, EMAIL],
  },
  other: {
    about: [
      {
        name: 'statement',
        label: 'other.statement.label',
        type: 'area',
        min: 20,
        max: 5000,
        missing: 'other.statement.missing',
      },
    ],
    who: [NAME, EMAIL],
  },
}

export const questionsOf = (kind: TakedownKind): readonly Question[] => [
  ...KIND_FORMS[kind].about,
  ...KIND_FORMS[kind].who,
]

/** Only an opt-out is about a source as a whole. */
export const mayNameSources = (kind: TakedownKind): boolean => kind === 'opt_out'

/** The category in which the cases of a request open. */
export function categoryOf(kind: TakedownKind, answers: Readonly<Record<string, string>>): string {
  if (kind === 'copyright' || kind === 'opt_out' || kind === 'other') return kind
  if (kind === 'privacy') return 'pii'
  return ['hate', 'ncii', 'child_safety'].find((concern) => concern === answers.concern) ?? 'illegal'
}
