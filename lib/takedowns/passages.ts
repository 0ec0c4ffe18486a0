/** A passage somebody quoted, ready to be looked for in many texts. */
export type Passage = { find: (text: string) => boolean }

/**
 * The exact words, or the same words with other white space between them: what is copied from a web page or a letter has
 * its lines broken elsewhere. The longest word is looked for first, so that a text without it costs one search.
 */
export function passage(quote: string): Passage {
  const words = collapsed(quote)
  const rarest = words
    .split(' ')
    .reduce((longest, word) => (word.length > longest.length ? word : longest), '')
  return {
    find: (text) => text.includes(rarest) && (text.includes(quote) || collapsed(text).includes(words)),
  }
}

const collapsed = (text: string) => text.replace(/\s+/g, ' ').trim()
