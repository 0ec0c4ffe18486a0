import { z } from 'zod'

/**
 * How a text can be shown beside what its protection asks (safe-view.ts). None of these keeps anything from whoever reads on. What is
 * known of it is said where it is chosen (`viewing.whatHelps`): Das, Dang and Lease 2020 (blur that the reader lifts), Lewitzka et al.
 * 2026, doi 10.1007/s00426-026-02241-5 (blur and grey alone, n = 309 and 365).
 */
export const WAYS = ['cover', 'blur', 'grey', 'small'] as const
export type Way = (typeof WAYS)[number]

/** Ways by category. */
export type Viewing = Readonly<Record<string, readonly Way[]>>

/** `category:way`, as forms send it. */
export const viewingInput = z
  .array(z.string().max(60))
  .max(500)
  .default([])
  .transform((chosen): Record<string, Way[]> => {
    const viewing: Record<string, Way[]> = {}
    for (const one of chosen) {
      const [, category = '', way] = /^([a-z0-9_]{1,40}):(\w+)$/.exec(one) ?? []
      const known = WAYS.find((name) => name === way)
      if (known) viewing[category] = [...(viewing[category] ?? []), known]
    }
    return viewing
  })

/** As JSON holds it, with ways that are known here. */
export function viewingFrom(stored: Readonly<Record<string, readonly string[]>>): Viewing {
  return Object.fromEntries(
    Object.entries(stored).map(([category, ways]) => [category, WAYS.filter((way) => ways.includes(way))]),
  )
}

/** The ways of those categories only that were ticked as set here: with none of them, a text is shown as it is. */
export const viewingSetHere = (here: readonly string[], viewing: Viewing): Record<string, Way[]> =>
  Object.fromEntries(here.map((category) => [category, [...(viewing[category] ?? [])]]))

/** Who sets how texts are shown: admins for all datasets, leads for theirs, everybody for themselves. */
export type ViewingLevels = { site: Viewing; dataset: Viewing; own: Viewing }

/**
 * How an item of these categories is shown: one's own choice for a category stands in place of the dataset's, and that in place of the
 * one for all datasets; of several categories, each counts.
 */
export function waysFor(
  categories: Iterable<string>,
  { site, dataset, own }: ViewingLevels,
): ReadonlySet<Way> {
  return new Set(
    [...categories].flatMap((category) => own[category] ?? dataset[category] ?? site[category] ?? []),
  )
}

/** A list has neither a paragraph to uncover nor a button for it: what somebody wants blurred is covered there. */
export function coversInList(
  found: Iterable<{ category: string }>,
  viewing: Parameters<typeof waysFor>[1],
): boolean {
  const ways = waysFor(
    [...found].map(({ category }) => category),
    viewing,
  )
  return ways.has('cover') || ways.has('blur')
}
