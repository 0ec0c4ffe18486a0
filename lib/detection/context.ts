/**
 * What stands around a match. Numbers without a checksum, and some with one, are only worth a flag next to a word
 * that says what they are: windows are short and bounded so that looking costs the same everywhere.
 */

/** At most `length` UTF-16 units before `start`. */
export function preceding(text: string, start: number, length: number): string {
  return text.slice(Math.max(0, start - length), start)
}

/** At most `length` UTF-16 units from `end` on. */
export function following(text: string, end: number, length: number): string {
  return text.slice(end, end + length)
}

export type Near = (text: string, start: number, end: number) => boolean

/** Whether one of the words (regular expression sources, whole words, any case) stands at most 48 units before `start`. */
export function wordBefore(...words: string[]): Near {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}])`, 'iu')
  return (text, start) => pattern.test(preceding(text, start, 48))
}

/** The same, or directly after `end` as in `078-05-1120 (SSN)`. */
export function wordNear(...words: string[]): Near {
  const before = wordBefore(...words)
  const after = new RegExp(`^[^\\p{L}\\p{N}]{0,3}(?:${words.join('|')})(?![\\p{L}])`, 'iu')
  return (text, start, end) => before(text, start, end) || after.test(following(text, end, 32))
}

/** A match that is the whole value but for a little white space, as in a column that holds nothing else. */
export function isWholeValue(text: string, start: number, end: number): boolean {
  if (start > 16 || text.length - end > 16) return false
  return text.slice(0, start).trim() === '' && text.slice(end).trim() === ''
}
