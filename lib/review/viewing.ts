import { z } from 'zod'

/** How a text can be shown beside what its protection asks (safe-view.ts). None of these keeps anything from whoever reads on. */
export const WAYS = ['cover', 'blur', 'grey', 'small'] as const
export type Way = (typeof WAYS)[number]

/** Ways by category. */
export type Viewing = Readonly<Record<string, readonly Way[]>>

export const WAY: Readonly<Record<Way, { label: string; what: string }>> = {
  cover: {
    label: 'Covered',
    what: 'Only the shape of the text, until it is asked for; each time is on record.',
  },
  blur: {
    label: 'By paragraph',
    what: 'Blurred but for the paragraph under the pointer, the finger or the ↑ ↓ keys.',
  },
  grey: { label: 'Grey', what: 'Highlights and pictured characters without colour.' },
  small: { label: 'Small', what: 'In small type, a few lines at a time.' },
}

/**
 * What is known of it, said where it is chosen: Das, Dang and Lease 2020 (blur that the reader lifts), Lewitzka et al. 2026,
 * doi 10.1007/s00426-026-02241-5 (blur and grey alone, n = 309 and 365).
 */
export const WHAT_HELPS =
  'In one study reviewers were moved less, and were as quick and as right, when they lifted the blur part by part themselves. In another, blur and grey alone did not lessen harm. Small type has not been studied that we know of. None of it protects from what is then read: fewer cases a day and pauses do that.'

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

/** How an item of these categories is shown: one's own choice for a category stands in place of the dataset's; of several, each counts. */
export function waysFor(
  categories: Iterable<string>,
  { dataset, own }: { dataset: Viewing; own: Viewing },
): ReadonlySet<Way> {
  return new Set([...categories].flatMap((category) => own[category] ?? dataset[category] ?? []))
}
