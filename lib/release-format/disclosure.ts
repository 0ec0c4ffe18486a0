import type { Outcome } from './fold'
import { compareText } from './order'

/** How much a release says. All hide why, when and for whom; none can hide which rows: who holds the base can subtract. */
export const DISCLOSURES = ['full', 'rows', 'kept-only'] as const
export type Disclosure = (typeof DISCLOSURES)[number]

/** Stands for every reason that would point at a person or at harm: a list of them by row is a map to what was taken out. */
export const WITHHELD = 'withheld'

/** The reason of a record that is no item (broken JSON, a missing cell): nobody could scan it, so no release has it. */
export const UNREADABLE = 'unreadable'

/** Fewer newly withheld rows than this could be told apart by comparing two releases; then no row has a reason. */
export const WITHHELD_MIN = 20

/** Categories whose reasons may be told; any other, also one a dataset adds, is withheld. */
const TOLD: ReadonlySet<string> = new Set(['copyright', 'licence', 'hate', 'illegal', 'other'])

/** Whether a row's reason is withheld: one ground that must not be told hides the others with it. */
export function isWithheld({ grounds }: Outcome): boolean {
  return grounds.some(({ category }) => !isTold(category))
}

export const isTold = (category: string): boolean => TOLD.has(category)

/** The reason a list may give for a row: its reason codes, space-separated, or `withheld`. */
export function publishedReason(outcome: Outcome): string {
  if (isWithheld(outcome)) return WITHHELD
  return [...new Set(outcome.grounds.map(({ reason }) => reason))].sort(compareText).join(' ')
}

/**
 * How a label begins that is the statement of somebody the row is about, who wants it read (GDPR Art. 16). No other label can begin so:
 * people who label rows are refused it.
 */
export const STATEMENT = 'statement: '
export const isNoStatement = (label = ''): boolean => !label.toLowerCase().startsWith(STATEMENT.trim())

/** The labels a list may give for a kept row. They are words for the reason, so they are withheld with it; a statement is none. */
export function publishedLabels(outcome: Outcome): readonly string[] {
  if (!isWithheld(outcome)) return outcome.labels
  const told = outcome.labels.filter((label) => label.startsWith(STATEMENT))
  return told.length < outcome.labels.length ? [...told, WITHHELD] : told
}

/**
 * Whether the release has `data/reasons.csv`.
 *
 * @param newlyWithheld rows withheld now that were not withheld in the release before
 */
export function tellsReasons(disclosure: Disclosure, newlyWithheld: number): boolean {
  return disclosure === 'full' && newlyWithheld >= WITHHELD_MIN
}

/** Whether rows that are left out are listed with what was done to them, or only missing from the manifest. */
export const listsExclusions = (disclosure: Disclosure): boolean => disclosure !== 'kept-only'
