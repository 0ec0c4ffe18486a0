import type { MessageKey } from '@/lib/i18n/translator'
import type { Urgent } from '@/lib/urgent/labels'

type Under<Key, At extends string> = Key extends `${At}.${infer Rest}` ? Rest : never

/** Where the words of a form are, below `takedowns.forms`. */
export type FormText = Under<MessageKey, 'takedowns.forms'>

/** One question of the form: it renders the field, validates the answer and heads the line on the check page. */
export type Question = {
  name: string
  label: FormText
  hint?: FormText
  /** `checks`: one or more of its options; the answer is their values, joined by commas. */
  type: 'text' | 'area' | 'radio' | 'checks'
  /** Fewest characters of an answer; 0 = may be left empty. */
  min: number
  max: number
  /** Other answers that make this one necessary, with at least so many characters. */
  when?: { name: string; is: string | readonly string[]; min: number }
  /** It is signed with: a whole name, and no sign or initials. */
  signs?: true
  /** Said when the answer is missing or too short. */
  missing?: FormText
  /** `lane`: not chosen here; it leads out of the form. Somebody who sends it all the same is not turned away. */
  options?: readonly { value: string; label: FormText; hint?: FormText; lane?: Urgent }[]
  autoComplete?: string
}

/** What one kind asks, in two parts: the matter, and the person. */
export type KindForm = {
  /** The law that asks for what is declared. */
  law?: FormText
  about: readonly Question[]
  who: readonly Question[]
  warning?: FormText
}

export const NAME: Question = {
  name: 'name',
  label: 'name.label',
  type: 'text',
  min: 2,
  max: 200,
  missing: 'name.missing',
  autoComplete: 'name',
}

/** Where the law asks for a signature, the name is it (15 U.S.C. § 7006(5): a name typed with that intent). */
export const SIGNATURE: Question = {
  ...{ ...NAME, signs: true as const },
  ...{ label: 'signature.label', hint: 'signature.hint', missing: 'signature.missing' },
}

/** Two words with letters; scripts that part no words write a whole name in one. */
export const isWholeName = (text: string): boolean =>
  text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length >= 2 ||
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]{2}/u.test(text)

export const EMAIL: Question = {
  name: 'email',
  label: 'email.label',
  hint: 'email.hint',
  type: 'text',
  min: 3,
  max: 254,
  missing: 'email.missing',
  autoComplete: 'email',
}

type Answers = Readonly<Record<string, unknown>>

/** The values that were chosen of one question: as the form sends them, or as they are kept. */
export const chosenIn = (answer: unknown): string[] =>
  (Array.isArray(answer) ? answer : [answer]).flatMap((one: unknown) =>
    typeof one === 'string' ? one.split(',').filter((value) => value !== '') : [],
  )

/** The options that were chosen of one question; none of one that is answered in words. */
export const optionsIn = ({ options = [] }: Question, answer: unknown): NonNullable<Question['options']> => {
  const chosen = chosenIn(answer)
  return options.filter(({ value }) => chosen.includes(value))
}

/** Whether it is asked at all, beside what else was answered. */
export const isAsked = ({ when }: Question, answers: Answers): boolean =>
  !when || chosenIn(answers[when.name]).some((value) => [when.is].flat().includes(value))

/** The fewest characters this answer needs beside the others. */
export const fewest = (question: Question, answers: Answers): number =>
  question.when && isAsked(question, answers) ? question.when.min : question.min
