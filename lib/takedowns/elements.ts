import { attestationField, attestationsOf, CURRENT_ATTESTATION, type TakedownKind } from './attestations'
import { KIND_FORMS, questionsOf } from './kinds'
import type { FormText, Question } from './question'
import type { Voice } from '@/lib/i18n/say'

/** One thing that the law of a kind asks for, and that can be missing from a request. */
export type Element =
  | { name: 'targets' }
  | { name: string; question: Question }
  | { name: string; wording: ReturnType<typeof attestationsOf>[number]['wording'] }

/**
 * Everything a request of this kind has to say, in the order of its form. The address is not among them: it is confirmed; nor is the right
 * that is asked for: another is another request.
 */
export const elementsOf = (kind: TakedownKind): Element[] => [
  { name: 'targets' },
  ...questionsOf(kind)
    .filter(({ name }) => name !== 'email' && name !== 'right')
    .map((question) => ({ name: question.name, question })),
  ...attestationsOf(CURRENT_ATTESTATION[kind]).map(({ key, wording }) => ({
    name: attestationField(key),
    wording,
  })),
]

/**
 * Those of these names, in the order of the form. What the form has no more is left out. Who declares one thing anew declares all: they
 * are one text, of one version and in one language.
 */
export function elementsNamed(kind: TakedownKind, names: readonly string[]): Element[] {
  const all = elementsOf(kind)
  const declares = all.some((element) => 'wording' in element && names.includes(element.name))
  return all.filter((element) => names.includes(element.name) || (declares && 'wording' in element))
}

/** What it is called where it is asked for. */
export function nameOf(voice: Voice, element: Element): string {
  if ('question' in element) return voice(`takedowns.forms.${element.question.label}`)
  return 'wording' in element
    ? voice('process.element.declaration', {
        text: voice(`takedowns.attestations.${element.wording}.plain`),
      })
    : voice('process.element.targets')
}

/** The law that asks for it, if it is a law. */
export const lawOfKind = (kind: TakedownKind): FormText | undefined => KIND_FORMS[kind].law
