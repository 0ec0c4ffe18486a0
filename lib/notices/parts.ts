import type { Found, Span } from './notice'
import { lineSpans } from './sections'

/** Registers print `[private]` where a person stood. */
const BLACKED_OUT =
  /^[\s/\\*_>.:：-]*(?:\[(?:private|privaet|redacted|removed|name|address|phone|email|entfernt|geschwärzt)[^\]]{0,30}\]|\*private\*|private\*)/i

export const isBlackedOut = (value: string): boolean => BLACKED_OUT.test(value)

/** The first line that is not empty, of the first 2,000 units. */
export function firstLine(text: string, { start, end }: Span, sure: number): Found | null {
  for (const line of lineSpans(text.slice(start, Math.min(end, start + 2_000)))) {
    const found = cut(text, start + line.start, start + line.end, sure)
    if (found) return found
  }
  return null
}

/** The part without spaces and marks around it; null when nothing is left. */
export function cut(text: string, start: number, end: number, sure: number): Found | null {
  let [from, to] = [start, end]
  while (from < to && /[\s*_>|•"“”]/.test(text.charAt(from))) from++
  if (text.charAt(from) === '-') from++
  while (from < to && /\s/.test(text.charAt(from))) from++
  while (to > from && /[\s*_|"“”\\]/.test(text.charAt(to - 1))) to--
  return to > from ? { value: text.slice(from, to), span: { start: from, end: to }, sure } : null
}
