import type { ItemFields } from '@/lib/review/item-fields'

/** The text of an item as a whole: its text fields, or all content fields where it declares none. */
export function textOf(fields: ItemFields, textFields: readonly string[]): string {
  const values = textFields.length > 0 ? textFields.map((name) => fields[name] ?? '') : Object.values(fields)
  return values.join('\n')
}
