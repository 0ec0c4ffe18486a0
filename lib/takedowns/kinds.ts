import type { TakedownKind } from './attestations'

/** One question of the form: it renders the field, validates the answer and heads the line on the check page. */
export type Question = {
  name: string
  label: string
  hint?: string
  type: 'text' | 'area' | 'radio'
  /** Fewest characters of an answer; 0 = may be left empty. */
  min: number
  max: number
  /** Said when the answer is missing or too short. */
  missing?: string
  options?: readonly { value: string; label: string; hint?: string }[]
  autoComplete?: string
}

export type KindForm = {
  /** On the first page. */
  choice: string
  choiceHint: string
  /** Heading of the form. */
  title: string
  law: string
  /** What the law gives, and what we do about it. */
  plain: string
  about: readonly Question[]
  who: readonly Question[]
  warning?: string
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
  label: 'Your name',
  type: 'text',
  min: 2,
  max: 200,
  missing: 'Enter your name',
  autoComplete: 'name',
}

const EMAIL: Question = {
  name: 'email',
  label: 'Your e-mail address',
  hint: 'We send a link to confirm it, then a receipt and the outcome. Nothing else.',
  type: 'text',
  min: 3,
  max: 254,
  missing: 'Enter your e-mail address',
  autoComplete: 'email',
}

/** What each kind asks: what its law asks for, and nothing more. */
export const KIND_FORMS: Record<TakedownKind, KindForm> = {
  privacy: {
    choice: 'It is about me',
    choiceHint: 'Personal data: a name with an address, a phone number, a photo link, something private.',
    title: 'Ask for personal data to be taken out',
    law: 'GDPR, Articles 17 and 21',
    plain:
      'You can ask that data about you is erased, or object to its use. You do not have to say why, and it costs nothing. You get an answer within one month.',
    about: [
      {
        name: 'right',
        label: 'What do you ask for?',
        type: 'radio',
        min: 1,
        max: 20,
        missing: 'Choose what you ask for',
        options: [
          { value: 'erasure', label: 'Erase it', hint: 'Article 17. No reason is needed.' },
          {
            value: 'objection',
            label: 'I object to its use',
            hint: 'Article 21. Say something about your situation below.',
          },
        ],
      },
      {
        name: 'relation',
        label: 'Whose data is it?',
        type: 'radio',
        min: 1,
        max: 20,
        missing: 'Choose whose data it is',
        options: [
          { value: 'self', label: 'Mine' },
          { value: 'child', label: 'My child’s' },
          { value: 'agent', label: 'Somebody’s I act for' },
          { value: 'deceased', label: 'A relative’s who has died' },
        ],
      },
      {
        name: 'statement',
        label: 'Is there anything we should know? (optional)',
        hint: 'For example if somebody is in danger because of it.',
        type: 'area',
        min: 0,
        max: 5000,
      },
    ],
    who: [NAME, EMAIL],
  },
  copyright: {
    choice: 'It is my work, copied without permission',
    choiceHint: 'Copyright: a text, a picture or code that you own or may speak for.',
    title: 'Report a copy of your work',
    law: '17 U.S.C. § 512(c)(3)',
    plain:
      'The law lists what such a notice has to contain: that is why this form is longer than the others.',
    about: [
      {
        name: 'work',
        label: 'Which work is it?',
        hint: 'Title, author, and where it was published. If there are many, list some that stand for the rest.',
        type: 'area',
        min: 20,
        max: 5000,
        missing: 'Describe the work in at least 20 characters',
      },
      {
        name: 'work_url',
        label: 'Where can the original be seen? (optional)',
        hint: 'An address on the web.',
        type: 'text',
        min: 0,
        max: 1000,
      },
      {
        name: 'relation',
        label: 'What is your right in it?',
        type: 'radio',
        min: 1,
        max: 20,
        missing: 'Choose what your right in the work is',
        options: [
          { value: 'owner', label: 'I own the copyright' },
          { value: 'agent', label: 'I am authorised to act for the owner' },
        ],
      },
    ],
    who: [
      { ...NAME, label: 'Your full name', hint: 'It also signs this notice.' },
      EMAIL,
      {
        name: 'postal',
        label: 'Your postal address or telephone number',
        hint: 'The law asks for one of them. It is never published.',
        type: 'area',
        min: 6,
        max: 500,
        missing: 'Enter a postal address or a telephone number',
        autoComplete: 'street-address',
      },
    ],
    warning:
      'Somebody who knowingly misrepresents that a work is infringed can be made to pay damages and costs (17 U.S.C. § 512(f)). Consider fair use before you send this.',
  },
  illegal_content: {
    choice: 'It is illegal or hateful',
    choiceHint: 'Hate, threats, abuse, intimate images shared without consent.',
    title: 'Report illegal content',
    law: 'Regulation (EU) 2022/2065 (Digital Services Act), Article 16',
    plain: 'Anybody can send such a notice. You need not know which law is broken; if you do, name it.',
    about: [
      {
        name: 'concern',
        label: 'What is it?',
        type: 'radio',
        min: 1,
        max: 20,
        missing: 'Choose what it is',
        options: [
          { value: 'hate', label: 'Hate, threats or harassment' },
          {
            value: 'ncii',
            label: 'An intimate image shared without consent',
            hint: 'Only our safety officers see this request.',
          },
          {
            value: 'child_safety',
            label: 'Sexual abuse of a child',
            hint: 'Only our safety officers see this request. Do not describe or attach the material.',
          },
          { value: 'illegal', label: 'Something else that is illegal' },
        ],
      },
      {
        name: 'statement',
        label: 'Why do you think it is illegal?',
        hint: 'A few sentences. Name the country or the law if you know it.',
        type: 'area',
        min: 20,
        max: 5000,
        missing: 'Explain in at least 20 characters why it is illegal',
      },
    ],
    who: [NAME, EMAIL],
  },
  opt_out: {
    choice: 'I do not want my work used to train AI',
    choiceHint: 'Opt-out: your texts, your site, your account.',
    title: 'Opt out of AI training',
    law: 'Directive (EU) 2019/790, Article 4(3)',
    plain:
      'You can reserve your work from text and data mining. If we follow your request, it also holds for every later revision of the dataset: what comes from the same source is left out again.',
    about: [
      {
        name: 'relation',
        label: 'How is it yours?',
        type: 'radio',
        min: 1,
        max: 20,
        missing: 'Choose how it is yours',
        options: [
          { value: 'author', label: 'I made it' },
          { value: 'holder', label: 'I hold the rights in it' },
          { value: 'site', label: 'I run the site or the account it comes from' },
        ],
      },
      {
        name: 'statement',
        label: 'How can we see that it is yours? (optional)',
        hint: 'A public page that says so is enough, or a mail address at the site’s own domain below.',
        type: 'area',
        min: 0,
        max: 5000,
      },
    ],
    who: [NAME, EMAIL],
  },
  other: {
    choice: 'Something else',
    choiceHint: 'Whatever does not fit above.',
    title: 'Ask for something else',
    law: 'No particular law',
    plain: 'Tell us in your own words. A person reads it.',
    about: [
      {
        name: 'statement',
        label: 'What do you ask for, and why?',
        type: 'area',
        min: 20,
        max: 5000,
        missing: 'Tell us in at least 20 characters what you ask for',
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
