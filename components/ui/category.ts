/** Names of the categories that exist from the start; a dataset's own category is shown by its identifier. */
const names: Readonly<Record<string, string>> = {
  pii: 'Personal data',
  secrets: 'Secret',
  copyright: 'Copyright',
  licence: 'Licence',
  hate: 'Hate',
  illegal: 'Illegal',
  opt_out: 'Opt-out',
  other: 'Other',
  child_safety: 'Restricted',
  ncii: 'Restricted',
  restricted: 'Restricted',
}

export function categoryName(category: string): string {
  return Object.hasOwn(names, category) ? (names[category] ?? category) : category.replaceAll('_', ' ')
}
