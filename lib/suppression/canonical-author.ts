const LONGEST = 300

/**
 * One spelling for a name that a source gives its author: ` @Ana ` → `ana`. Sites hold account names apart by their letters and
 * not by their case, so that `Ana` and `ana` are two people hardly anywhere. Null for what names nobody. As with addresses, a
 * change here makes every stored rule miss.
 */
export function canonicalAuthor(text: string): string | null {
  const name = text.normalize('NFC').replace(/\s+/gu, ' ').trim().replace(/^@/, '').toLowerCase()
  return name === '' || name.length > LONGEST ? null : name
}
