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
  type: 'text' | 'area' | 'radio'
  /** Fewest characters of an answer; 0 = may be left empty. */
  min: number
  max: number
  /** Another answer that makes this one necessary, with at least so many characters. */
  when?: { name: string; is: string; min: number }
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
export const SIGNATURE: Question = { ...NAME, label: 'signature.label', hint: 'signature.hint' }

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

/** The fewest characters this answer needs beside the others. */
export const fewest = ({ min, when }: Question, answers: Readonly<Record<string, unknown>>): number =>
  when && answers[when.name] === when.is ? when.min : min
