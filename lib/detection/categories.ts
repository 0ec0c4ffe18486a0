/** What a finding can be about. The same ids are rows of the categories table; this file is pure and may be bundled. */
export type Severity = 1 | 2 | 3 | 4

export type CategoryInfo = {
  id: string
  label: string
  /** 1 low, 2 medium, 3 high, 4 critical; a detector may say otherwise per finding. */
  severity: Severity
  /** Only safety officers see the item; everybody else sees that it is blanked. */
  restricted: boolean
  /** Kept back until a reviewer uncovers it: the finding of what is personal or secret, else the whole text. */
  sensitive: boolean
}

export const CATEGORIES = [
  { id: 'pii', label: 'Personal data', severity: 2, restricted: false, sensitive: true },
  { id: 'secrets', label: 'Secrets', severity: 3, restricted: false, sensitive: true },
  { id: 'copyright', label: 'Copyright', severity: 2, restricted: false, sensitive: false },
  { id: 'licence', label: 'Licence', severity: 1, restricted: false, sensitive: false },
  { id: 'hate', label: 'Hate and abuse', severity: 3, restricted: false, sensitive: true },
  { id: 'illegal', label: 'Illegal content', severity: 4, restricted: false, sensitive: true },
  { id: 'opt_out', label: 'Opt-out', severity: 2, restricted: false, sensitive: false },
  { id: 'other', label: 'Other', severity: 1, restricted: false, sensitive: false },
  { id: 'child_safety', label: 'Child safety', severity: 4, restricted: true, sensitive: true },
  { id: 'ncii', label: 'Intimate images', severity: 4, restricted: true, sensitive: true },
] as const satisfies readonly CategoryInfo[]

export type Category = (typeof CATEGORIES)[number]['id']
export type RestrictedCategory = Extract<(typeof CATEGORIES)[number], { restricted: true }>['id']

/** What only safety officers see. */
export const RESTRICTED_CATEGORIES: readonly RestrictedCategory[] = CATEGORIES.flatMap((category) =>
  category.restricted ? [category.id] : [],
)

const byId = new Map<string, CategoryInfo>(CATEGORIES.map((category) => [category.id, category]))

/** Undefined for an id nobody declared. */
export function categoryInfo(id: string): CategoryInfo | undefined {
  return byId.get(id)
}

export const isCategory = (id: string): id is Category => byId.has(id)

/** An unknown category counts as restricted: what we cannot place is shown to the fewest people. */
export function isRestricted(id: string): boolean {
  return byId.get(id)?.restricted ?? true
}

/** Whether something that may be no category at all, a reason or what a form sent, names one that is declared restricted. */
export const isRestrictedCategory = (id: string): id is RestrictedCategory =>
  byId.get(id)?.restricted ?? false

export function isSensitive(id: string): boolean {
  return byId.get(id)?.sensitive ?? true
}
