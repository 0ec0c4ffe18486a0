import type { RawLink } from './links'
import type { Link } from './notice'

/** A list has short lines: further apart than this are no two items of one. In UTF-16 units. */
const LINE = 80

/** The next item of a list is what the item before it is, unless words of its own said that of the one before. */
export function goesOn(text: string, link: Link, next: RawLink): boolean {
  const { role, place, span } = link
  if (role === 'notice' || place.kind === 'account') return false
  const between = text.slice(span.end, next.span.start)
  const words = between.replace(/[\s\d.)(*#[\]-]+/g, '').length
  if (role === 'material' || role === 'fork') return words < LINE
  if (/[.!?]\s/.test(withoutNumber(between))) return false
  const [item, nextItem] = [itemOf(text, link), itemOf(text, next)]
  if (nextItem === 'marked' && item === null && startsMarked(text, link)) return false
  return words < 8 || (words < LINE && !/\n\s*\n/.test(between) && item !== null && nextItem !== null)
}

/** Without the number of the next item at its end. The lookbehind keeps a run of spaces from being read again from each of them. */
function withoutNumber(between: string): string {
  const run = between.search(/(?<![\d.)\s])[\d.)\s]+$/)
  const at = run === -1 ? -1 : between.slice(run).search(/\s[\d.)\s]/)
  return at === -1 ? between : between.slice(0, run + at)
}

const MARK = '(?:[-*•+]|\\(?\\d{1,3}[.)]|\\[\\d{1,3}\\]:?)'
const ITEM = new RegExp(`(?:^|\\n)[\\s>]*(${MARK})?\\s*[*_<([\`"']{0,3}$`)
const MARKED = new RegExp(`^[\\s>]*${MARK}\\s`)

/** Whether an address stands first in its line, behind nothing but the mark of a list. */
function itemOf(text: string, { span }: RawLink): 'marked' | 'plain' | null {
  const item = ITEM.exec(text.slice(Math.max(0, span.start - 24), span.start))
  return item === null ? null : item[1] === undefined ? 'plain' : 'marked'
}

export const beginsItem = (text: string, link: RawLink): boolean => itemOf(text, link) !== null

/** Whether the line of an address begins with the mark of a list. */
function startsMarked(text: string, { span }: RawLink): boolean {
  const before = text.slice(Math.max(0, span.start - LINE), span.start)
  return MARKED.test(before.slice(before.lastIndexOf('\n') + 1))
}

/** Where the words about the address before have ended: with its line, where both begin an item of a list and the line does not lead on. */
export function wordsEnd(text: string, last: RawLink | undefined, link: RawLink): number {
  if (!last) return 0
  const between = text.slice(last.span.end, link.span.start)
  const line = between.indexOf('\n')
  const leadsOn = /[:,a-z]\s*$/i.test(between.slice(0, line))
  return line > 0 && !leadsOn && beginsItem(text, last) && beginsItem(text, link)
    ? last.span.end + line
    : last.span.end
}

/** The end of words with a colon, an empty line and the mark of the first item. */
export const HEADED = /^[^\n.!?]{0,60}:[\s*_]{1,12}(?:[-*•+>]|\(?\d{1,3}[.)])?[\s*_<([`"']{0,6}$/
