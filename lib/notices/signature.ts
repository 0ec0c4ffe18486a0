import type { Found } from './notice'
import { cut, firstLine, isBlackedOut } from './parts'
import type { Section } from './sections'

/** The name at the end: below the question for it, behind `/s/` or `Signed`, or below the greeting. */
export function signatureOf(text: string, sections: readonly Section[]): Found | null {
  const asked = sections.filter(({ topic }) => topic === 'signature').at(-1)
  const answered = asked ? firstLine(text, asked.answer, 0.95) : null
  if (answered && looksSigned(answered.value)) return answered
  const from = Math.max(0, text.length - TAIL)
  const marked =
    /(?:^|\n)[ \t>*_-]{0,6}(?:\/s\/|(?:electronically )?signed(?: by)?(?: on behalf of)?[ :,]|signature[ :]|gez\.|unterschrift[ :]|gezeichnet[ :])[ \t:]{0,4}([^\n]{0,120})/gi
  for (const match of text.slice(from).matchAll(marked)) {
    const line = match[1] ?? ''
    const start = from + match.index + match[0].length - line.length
    const found = looksSigned(line)
      ? cut(text, start, start + line.length, 0.9)
      : firstLine(
          text,
          { start: start + line.length, end: Math.min(text.length, start + line.length + 200) },
          0.85,
        )
    if (found && looksSigned(found.value)) return found
  }
  return belowGreeting(text, from) ?? lastLine(text)
}

/** A signature stands in the last part of a letter; a long list of addresses may follow it. */
const TAIL = 40_000

const GREETING =
  /(?:^|\n)[ \t>*_-]{0,6}(?:(?:yours |very |most )?(?:sincerely|truly|faithfully|respectfully)[^\n]{0,30}|(?:best|kind|warm|with)?(?: kind| best)? ?regards[^\n]{0,20}|best(?: wishes)?,?|cheers,?|thanks[^\n]{0,30}|thank you[^\n]{0,60}|mit (?:freundlichen|besten|vielem)[^\n]{0,30}|(?:freundliche|beste|viele) grüße[^\n]{0,20}|hochachtungsvoll,?)[ \t]*(?=\n|$)/gi

function belowGreeting(text: string, from: number): Found | null {
  const last = [...text.slice(from).matchAll(GREETING)].at(-1)
  if (!last) return null
  const start = from + last.index + last[0].length
  const line = firstLine(text, { start, end: Math.min(text.length, start + 300) }, 0.8)
  return line && looksSigned(line.value) ? line : null
}

function lastLine(text: string): Found | null {
  const end = text.trimEnd().length
  const start = text.lastIndexOf('\n', end - 1) + 1
  const line = cut(text, start, end, 0.4)
  return line && (isBlackedOut(line.value) || looksLikeName(line.value)) ? line : null
}

const looksSigned = (value: string) => isBlackedOut(value) || looksLikeName(value)

/** Two words or more that begin like a name's; no address, no sentence. */
function looksLikeName(value: string): boolean {
  if (value.length > 80 || /[@:?!]|https?:|\d{3}/.test(value)) return false
  const words = value.split(/[\s,]+/).filter((word) => /\p{L}/u.test(word))
  const capital = words.filter((word) => /^[\p{Lu}\p{Lo}(]/u.test(word)).length
  return words.length >= 2 && words.length <= 8 && capital * 2 >= words.length
}
