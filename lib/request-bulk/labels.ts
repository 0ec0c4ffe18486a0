/** Why a request is left out. */
export const WHY = [
  'moved',
  'own',
  'part',
  'reach',
  'alike',
  'category',
  'action',
  'released',
  'superseded',
  'shared',
  'unsettled',
  'refused',
] as const
export type Why = (typeof WHY)[number]

export const isWhy = (text: string): text is Why => WHY.some((why) => why === text)

/** One is as large as this at most: what its preview can count while somebody waits. */
export const MOST_REQUESTS = 10_000
