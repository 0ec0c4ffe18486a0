import type { TakedownKind } from './attestations'

/** Kinds whose notice says that something is against a law, and against which; the others ask for what the dataset's policy promises. */
const OF_NOTICE: ReadonlyMap<TakedownKind, string> = new Map([
  ['court_order', 'Order of a court'],
  ['copyright', 'Copyright and related rights'],
  ['illegal_content', 'Law of the Union or of a member state, as the notice names it'],
  ['privacy', 'Law on the protection of personal data'],
  ['publicity', 'Rights in a person’s name, likeness and voice'],
])

/** Categories that are what a law forbids, also where nobody sent a notice. */
const OF_CATEGORY: ReadonlyMap<string, string> = new Map([
  ['copyright', 'Copyright and related rights'],
  ['illegal', 'Law of the Union or of a member state, as the notice names it'],
])

/**
 * The law that a restriction rests on, by the notices that it follows and the category of its case; null where it is the dataset's policy
 * alone. One answer for the letter to the maintainers, the record for the Commission's database and the report: Regulation (EU) 2022/2065
 * Art. 17(3)(d) and (e) want one of the two grounds.
 */
export function lawBehind({
  category,
  notices,
}: {
  category: string
  notices: readonly TakedownKind[]
}): string | null {
  const followed = [...OF_NOTICE].find(([kind]) => notices.includes(kind))
  return followed?.[1] ?? OF_CATEGORY.get(category) ?? null
}
