import { LABELS, QUESTIONS, type Question, type Topic } from './questions'
import type { Span } from './notice'

/** A question or a label and what stands below it until the next. `question` has its marks, `answer` may be empty. */
export type Section = { topic: Topic; question: Span; answer: Span; asks: boolean; label: boolean }

/** A line is looked at as far as this for the end of its question. */
const LONGEST_QUESTION = 900

/** The questions of a form and their answers, in the order of the letter; none in a letter that follows no form. */
export function sectionsOf(text: string, folded: string): Section[] {
  const heads = headings(text, folded)
  return heads.map(({ topic, question, asks, label }, at) => {
    const next = heads[at + 1]?.question.start ?? text.length
    const end = label ? labelledEnd(text, question.end, next) : next
    return { topic, question, asks, label, answer: { start: question.end, end } }
  })
}

type Heading = Omit<Section, 'answer'>

/**
 * What stands below a label ends with its first paragraph that is followed by words: further addresses and items of a list belong to it, but
 * nothing from `next` on, where the next question or label stands.
 */
function labelledEnd(text: string, from: number, next: number): number {
  const answer = text.slice(from, next)
  const gap = /\n[ \t>]*\n\s*/g
  gap.lastIndex = answer.search(/\S|$/)
  for (let end = gap.exec(answer); end; end = gap.exec(answer))
    if (!LISTED.test(answer.slice(gap.lastIndex, gap.lastIndex + 80))) return from + end.index
  return next
}

/** The beginning of an address, or of an item of a list that is one. */
const LISTED = /^[>\s]*(?:[-*•+]|\(?\d{1,3}[.)])?\s*[*_<([`"']{0,3}(?:https?:|www\.|[\w-]{1,60}\.\w{1,60}\/)/i

function headings(text: string, folded: string): Heading[] {
  const found: Heading[] = []
  for (const { start, end } of lineSpans(text)) {
    const previous = found.at(-1)
    if (previous && start < previous.question.end) continue
    const heading = headingAt(text, folded, start, end)
    if (heading) found.push(heading)
  }
  return found
}

export function lineSpans(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  while (start <= text.length) {
    const end = text.indexOf('\n', start)
    spans.push({ start, end: end === -1 ? text.length : end })
    if (end === -1) break
    start = end + 1
  }
  return spans
}

/** Marks before the words of a line: quotation, emphasis, bullets, numbers. */
const MARKS = /^[\s>*_#+"'“-]{0,12}(?:\(?\d{1,2}[.):\\ ]{1,3}\s{0,4})?[\s*_"'“]{0,6}/

function headingAt(text: string, folded: string, start: number, end: number): Heading | null {
  const marks = MARKS.exec(text.slice(start, Math.min(end, start + 40)))?.[0].length ?? 0
  const words = start + marks
  for (const { topic, pattern, asks } of QUESTIONS) {
    const length = lengthAt(pattern, folded, words)
    if (length === 0) continue
    return { topic, asks, label: false, question: { start, end: questionEnd(text, start, words + length) } }
  }
  return labelAt(text, folded, { start, words, end })
}

/** Length of the match that begins exactly at `at`. */
function lengthAt(pattern: RegExp, folded: string, at: number): number {
  const sticky = stickyOf(pattern)
  sticky.lastIndex = at
  return sticky.exec(folded)?.[0].length ?? 0
}

const STICKY = new Map<Question['pattern'], RegExp>()

function stickyOf(pattern: RegExp): RegExp {
  const known = STICKY.get(pattern) ?? new RegExp(pattern.source, 'y')
  STICKY.set(pattern, known)
  return known
}

/**
 * A question in bold ends with its bold; another one ends with the line, or before the first address in it when the answer stands in
 * the same line. Mail tears lines: a question that has not come to a question mark or a colon goes on in the next.
 */
function questionEnd(text: string, start: number, least: number): number {
  const limit = Math.min(text.length, start + LONGEST_QUESTION)
  const bold = /^\s*>?\s*(\*\*|__)/.exec(text.slice(start, start + 12))?.[1]
  if (bold) {
    const near = text.slice(0, limit + 1)
    const paragraph = near.indexOf('\n\n', least)
    const closing = near.indexOf(bold, least)
    if (closing !== -1 && closing < limit && (paragraph === -1 || closing < paragraph + 2)) {
      const answer = text.slice(closing + 2, closing + 6)
      // `**One?** yes **Two?**`: the answer stands in between, a closing mark within a bold sentence does not end it.
      return closing + 2 + (/^[ \t]*\n?/.exec(answer)?.[0].length ?? 0)
    }
  }
  let at = least
  for (let lines = 0; lines < 6; lines++) {
    const newline = text.indexOf('\n', at)
    const end = newline === -1 || newline > limit ? limit : newline
    const rest = text.slice(at, end)
    const address = rest.search(/https?:\/\/(?![^\s]*(?:guide|help\.|docs\.))/i)
    if (address !== -1) return at + address
    const asked = /[?:]["'”)*_\s]*$/.test(text.slice(Math.max(start, end - 12), end))
    const blankNext = newline === -1 || /^[ \t>]*(?:\n|$)/.test(text.slice(end + 1, end + 80))
    if (asked || blankNext || end === limit) return end
    if (!/[a-z,]\s*$/i.test(rest) || rest.length < 50) return end
    at = end + 1
  }
  return at
}

/** One or a few words before a colon, or alone in a line that is marked as a heading or stands above its addresses. */
function labelAt(
  text: string,
  folded: string,
  { start, words, end }: { start: number; words: number; end: number },
): Heading | null {
  const line = folded.slice(words, Math.min(end, words + 60))
  const colon = line.search(/[:：]/)
  if (colon < 1) return headAt(text, line, { start, words, end })
  const topic = LABELS.get(named(line.slice(0, colon)))
  if (!topic) return null
  let after = words + colon + 1
  while (after < end && /[\s*_]/.test(text.charAt(after))) after++
  return { topic, asks: true, label: true, question: { start, end: after } }
}

function headAt(
  text: string,
  line: string,
  { start, words, end }: { start: number; words: number; end: number },
): Heading | null {
  const topic = end - words > 60 ? undefined : LABELS.get(named(line))
  if (!topic) return null
  const said = text.slice(words, end)
  const marked =
    /[#*]/.test(text.slice(start, words)) || (said === said.toUpperCase() && /\S\s+\S/.test(said))
  return marked || LISTED.test(text.slice(end, end + 120))
    ? { topic, asks: true, label: true, question: { start, end } }
    : null
}

const named = (label: string) => label.replace(/ {2,}/g, ' ').replace(/^[ #]+|[ #]+$/g, '')
