import { scanItem } from '@/lib/detection/scan'

/** Categories of findings that nothing public may hold. */
const PERSONAL = ['pii', 'secrets']

/** Types of personal data and secrets that our own detectors find in a text: `email`, `phone_number`, … None: an empty list. */
export function personalDataIn(text: string): string[] {
  const { findings, unscanned } = scanItem({ text })
  const found = findings.filter(({ category }) => PERSONAL.includes(category)).map(({ type }) => type)
  return unscanned ? [...found, 'unread'] : found
}

/** Shortest run of words that counts as copied. */
const RUN = 5

/**
 * Whether a text repeats what somebody told us in confidence: a whole short answer, five words in a row of a longer one, or any part
 * of a name. Compared without case, punctuation and spacing.
 */
export function repeats(text: string, said: { names: readonly string[]; words: readonly string[] }): boolean {
  const own = ` ${wordsOf(text).join(' ')} `
  const holds = (run: readonly string[]) => own.includes(` ${run.join(' ')} `)
  for (const name of said.names)
    for (const part of wordsOf(name)) if (part.length >= 3 && holds([part])) return true
  return said.words.some((answer) => {
    const words = wordsOf(answer)
    // A single word, if it is not one of everybody's: a handle, the name of an organisation.
    if (words.length < 2) return words.some((word) => word.length >= 8 && holds([word]))
    if (words.length <= RUN) return holds(words)
    return words.some((_, i) => i + RUN <= words.length && holds(words.slice(i, i + RUN)))
  })
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .match(/[\p{L}\p{N}]+/gu) ?? []
