import { commonness } from './characters'
import { wordHash, wordPattern } from './word-forms'

/**
 * Finds the terms of a word list as whole words. Each word of the text is looked up once in a map, so the size of the
 * list does not matter and a word inside another (the Scunthorpe problem) is never seen; the list's exceptions are
 * obeyed all the same, because some are phrases around the word.
 */
export type Term<Kind extends string> = {
  /** Alternatives parted by `|`, words by spaces or hyphens; `*` after a letter: that letter once or more. */
  match: string
  severity: 1 | 2 | 3 | 4
  exceptions: readonly string[]
  kind: Kind
}

export type Lexicon<Kind extends string> = {
  /** Of every term and its inflections the rarest word, for a gate. */
  gateWords: string[]
  find(text: string): Iterable<{ start: number; end: number; term: Term<Kind> }>
}

type Entry<Kind extends string> = { pattern: RegExp; term: Term<Kind> }

export function compileLexicon<Kind extends string>(terms: readonly Term<Kind>[]): Lexicon<Kind> {
  const byFirstWord = new Map<number, Entry<Kind>[]>()
  const gateWords = new Set<string>()
  for (const term of terms) {
    for (const words of term.match
      .split('|')
      .flatMap(inflections)
      .map((form) => form.split(/[ -]+/))) {
      // A term with anything else in it is none that a pass over letters can see.
      if (!words.every((word) => /^(?:[a-z]\*?){2,}$/.test(word))) continue
      gateWords.add(words.reduce((rarest, word) => (rarity(word) < rarity(rarest) ? word : rarest)))
      const key = wordHash(words[0]?.replaceAll('*', '') ?? '', 0)
      const pattern = new RegExp(`${words.map(wordPattern).join('[ -]{1,3}')}(?![a-z])`, 'iy')
      byFirstWord.set(key, [...(byFirstWord.get(key) ?? []), { pattern, term }])
    }
  }
  return {
    gateWords: [...gateWords],
    *find(text) {
      for (const { index } of text.matchAll(WORD)) {
        for (const { pattern, term } of byFirstWord.get(wordHash(text, index)) ?? []) {
          pattern.lastIndex = index
          if (!pattern.test(text) || isException(text, index, pattern.lastIndex, term)) continue
          yield { start: index, end: pattern.lastIndex, term }
          break
        }
      }
    },
  }
}

const WORD = /[a-z]{2,}/gi

/** Words of phrases that letters alone would take for rare. */
const EVERYDAY = new Set(['back', 'boy', 'brown', 'eye', 'head', 'light', 'man', 'men', 'power', 'ring'])
const rarity = (word: string) =>
  EVERYDAY.has(word.replace(/s$/, '')) ? 1 : commonness(word.replaceAll('*', ''))

/** Plural, and of single words the endings a noun used as a verb takes. */
function inflections(alternative: string): string[] {
  if (/[sz]$/.test(alternative)) return [alternative]
  const plural = `${alternative}${/(?:x|ch|sh)$/.test(alternative) ? 'es' : 's'}`
  if (/[ -]/.test(alternative)) return [alternative, plural]
  const stem = alternative.replace(/e$/, '')
  return [alternative, plural, `${alternative}z`, `${stem}ed`, `${stem}ing`]
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
