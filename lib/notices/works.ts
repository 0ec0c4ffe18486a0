import { phrase } from './fold'
import type { Found, Span } from './notice'
import type { Section } from './sections'

/** Longest description that is kept of one work, in UTF-16 units: what the form takes. */
export const MAX_WORK = 5_000
const MOST_WORKS = 50

const SPOKEN = phrase(
  '(?:original|copyrighted) (?:work|material|file|content|code|source|project)s?|(?:exclusive )?copyrights? (?:in|of|to|owned|on)\\b|(?:author|publisher|creator|developer) of|(?:the|a|an) (?:novel|book|song|album|poem|film|photo(?:graph)?|software) (?=[\"\'])|(?:is|are) (?:the )?(?:sole )?(?:owner|holder|author|creator) of|(?:my|our|his|her) (?:own )?(?:copyrighted |original |proprietary )?(?:book|novel|song|album|software|code|source code|program|game|theme|plugin|library|course|photo|image|article|product|app|website|font|video|film)|all authored|(?:owns?|created|wrote|developed|published) (?:the|a|an|this)|(?:mein|unser|dessen)[a-z]* (?:eigene[a-z]* )?(?:werk|buch|roman|lied|foto|bild|text|artikel|programm|software|code|spiel|kurs|film)',
)

/** The works a letter names: the answers to the questions for them, or the sentence of a free letter that speaks of one. */
export function worksOf(text: string, said: string, sections: readonly Section[]): Found[] {
  const answered = sections
    .filter(({ topic }) => topic === 'work')
    .flatMap(({ answer }) => trimmedPart(text, answer, 0.9) ?? [])
    .slice(0, MOST_WORKS)
  if (answered.length > 0) return answered
  SPOKEN.lastIndex = 0
  const match = SPOKEN.exec(said)
  if (!match) return []
  const work = trimmedPart(text, sentenceAround(text, match.index), 0.5)
  return work ? [work] : []
}

/** From the end of the sentence before to the end of this one; an empty line ends a sentence, a dot within an address does not. */
function sentenceAround(text: string, at: number): Span {
  const before = text.slice(Math.max(0, at - 600), at)
  const from = Math.max(0, at - 600) + lastEnd(before)
  const after = text.slice(at, at + 900).search(/[.!?](?=\s|$)|\n\s*\n/)
  return { start: from, end: after === -1 ? Math.min(text.length, at + 900) : at + after + 1 }
}

function lastEnd(before: string): number {
  let end = 0
  for (const match of before.matchAll(/[.!?:]\s|\n\s{0,20}\n/g)) end = match.index + match[0].length
  return end
}

function trimmedPart(text: string, { start, end }: Span, sure: number): Found | null {
  const part = text.slice(start, Math.min(end, start + MAX_WORK))
  const from = start + part.search(/[^\s*_>:-]|$/)
  const value = text.slice(from, start + part.length).replace(/(?<![\s*_>])[\s*_>]+$/, '')
  return value === '' ? null : { value, span: { start: from, end: from + value.length }, sure }
}
