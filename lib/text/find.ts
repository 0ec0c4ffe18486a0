/** A place in a text, in UTF-16 code units. */
export type Place = { start: number; end: number }

/**
 * Where a text holds these words, capitals or not, composed or decomposed, however wide the blanks. Case is folded one character
 * for one, so that places are places of the text itself. Linear in the text.
 */
export function findPlaces(text: string, words: string, most = 10_000): Place[] {
  const wanted = pattern(words, 'giu')
  const places: Place[] = []
  if (!wanted) return places
  for (const match of text.matchAll(wanted)) {
    places.push({ start: match.index, end: match.index + match[0].length })
    if (places.length >= most) break
  }
  return places
}

/** Whether a text holds these words at all; prepared once for many texts. */
export function holds(words: string): (text: string) => boolean {
  const wanted = pattern(words, 'iu')
  return (text) => wanted?.test(text) ?? false
}

function pattern(words: string, flags: string): RegExp | null {
  const trimmed = words.trim()
  if (trimmed === '') return null
  const forms = new Set(
    [trimmed, trimmed.normalize('NFC'), trimmed.normalize('NFD')].map((form) =>
      form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/gu, '\\s+'),
    ),
  )
  return new RegExp([...forms].join('|'), flags)
}
