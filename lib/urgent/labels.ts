import type { RestrictedCategory } from '@/lib/detection/categories'

/** What the urgent lane is for. Everything else has time for a form. */
export const URGENT = ['child', 'intimate'] as const
export type Urgent = (typeof URGENT)[number]

export const isUrgent = (value: unknown): value is Urgent => URGENT.some((about) => about === value)

/** The restricted categories, as the forms of today name them. */
export const CATEGORY_OF = { child: 'child_safety', intimate: 'ncii' } as const satisfies Record<
  Urgent,
  RestrictedCategory
>

/** Of a restricted category; null for any other. */
export const urgentOf = (category: unknown): Urgent | null =>
  URGENT.find((about) => CATEGORY_OF[about] === category) ?? null

/** Versions of what is asked and declared: a wording that changes is a new one. Stored with its language, as of every form. */
export const FORM_OF = { child: 'urgent_child-1', intimate: 'urgent_intimate-1' } as const satisfies Record<
  Urgent,
  string
>

/** What is stored of a form and its declaration that were read in this language today: "urgent_child-1" in English, "urgent_child-1.de". */
export const declaredIn = (locale: string, about: Urgent): string =>
  locale === 'en-GB' ? FORM_OF[about] : `${FORM_OF[about]}.${locale}`

/** Locators in one report. More is another report. */
export const MOST_LOCATORS = 100

/** Where somebody goes who wants to be elsewhere at once: harmless, known to everybody, in any language. */
export const ELSEWHERE = 'https://www.wikipedia.org/'
