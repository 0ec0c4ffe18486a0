/**
 * Finds the terms of a word list as whole words. Each word of the text is looked up once in a hash map, so the size
 * of the list does not matter and a word inside another (the Scunthorpe problem) is never seen; the list's exceptions
 * are obeyed all the same, because some are phrases around the word.
 */
export type Term<Kind extends string> = {
  /** Alternatives parted by `|`, words by spaces or hyphens; `*` after a letter: that letter once or more. */
  match: string
  severity: 1 | 2 | 3 | 4
  exceptions: readonly string[]
  kind: Kind
}

export type Lexicon<Kind extends string> = {
  /** The first word of every term and of its inflections, for a prefilter. */
  firstWords: string[]
  find(text: string): Iterable<{ start: number; end: number; term: Term<Kind> }>
}

type Entry<Kind extends string> = { words: string[]; pattern: RegExp; term: Term<Kind> }

export function compileLexicon<Kind extends string>(terms: readonly Term<Kind>[]): Lexicon<Kind> {
  const byFirstWord = new Map<string, Entry<Kind>[]>()
  for (const term of terms) {
    for (const alternative of term.match.split('|')) {
      for (const inflected of inflections(alternative)) {
        const words = inflected.split(/[ -]+/)
        const first = collapse(words[0] ?? '')
        if (!/^[a-z]{2,}$/.test(first)) continue
        const entry = { words, pattern: patternOf(words), term }
        byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), entry])
      }
    }
  }
  return {
    firstWords: [...byFirstWord.keys()],
    *find(text) {
      for (const word of text.matchAll(WORD)) {
        for (const { pattern, term } of byFirstWord.get(collapse(word[0].toLowerCase())) ?? []) {
          pattern.lastIndex = word.index
          if (!pattern.test(text) || isException(text, word.index, pattern.lastIndex, term)) continue
          yield { start: word.index, end: pattern.lastIndex, term }
          break
        }
      }
    },
  }
}

/** Longer than any word of a list: what runs on is cut there and matches nothing. */
const WORD = /(?<![a-z])[a-z]{2,64}(?![a-z])/gi

/** `looong` and `long` are looked up under the same key. */
function collapse(word: string): string {
  return word.replace(/\*/g, '').replace(/(.)\1+/g, '$1')
}

/** Plural and the endings a noun used as a verb takes; on the last word of a phrase. */
function inflections(alternative: string): string[] {
  const stem = alternative.replace(/e$/, '')
  const plural = /(?:s|x|ch|sh)$/.test(alternative) ? 'es' : 's'
  const forms = [
    alternative,
    `${alternative}${plural}`,
    `${alternative}z`,
    `${stem}ed`,
    `${stem}ing`,
    `${alternative}y`,
  ]
  return /[sz]$/.test(alternative) ? [alternative] : [...new Set(forms)]
}

function patternOf(words: readonly string[]): RegExp {
  const source = words
    .map((word) => word.replace(/[^a-z*]/g, (unit) => `\\${unit}`).replace(/([a-z])\*/g, '$1{1,20}'))
    .join('[ -]{1,3}')
  return new RegExp(`${source}(?![a-z])`, 'iy')
}

/** Whether the hit, with what stands around it, spells one of the term's exceptions. */
function isException<Kind extends string>(
  text: string,
  start: number,
  end: number,
  { exceptions }: Term<Kind>,
): boolean {
  return exceptions.some((exception) => {
    const [before = '', after = ''] = exception.split('*')
    return (
      text.slice(Math.max(0, start - before.length), start).toLowerCase() === before &&
      text.slice(end, end + after.length).toLowerCase() === after
    )
  })
}
