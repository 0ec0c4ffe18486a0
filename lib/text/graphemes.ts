/**
 * Characters as people see them (extended grapheme clusters, UAX #29), and words: where they begin and end near a place of a long
 * text. Positions are UTF-16 code units. Only the text around the place is read, so that a key press in a megabyte costs no more
 * than in a sentence.
 */

/** Read on each side of a place. A cluster or a row of flags longer than this is not writing. */
const AROUND = 1_024

const clusters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** The place itself where a character begins there, else the beginning of the character that it would cut. */
export function characterStart(text: string, at: number): number {
  return isPlain(text, at) ? at : around(text, at, (near, place) => clusterAt(near, place)?.start ?? place)
}

/** The place itself where a character ends there, else the end of the character that it would cut. */
export function characterEnd(text: string, at: number): number {
  if (isPlain(text, at)) return at
  return around(text, at, (near, place) => {
    const cluster = clusterAt(near, place)
    return cluster && cluster.start < place ? cluster.end : place
  })
}

/** One character further on (1) or back (-1); the text's own ends stay. */
export function stepCharacter(text: string, at: number, by: 1 | -1): number {
  if (by === 1)
    return at >= text.length
      ? text.length
      : around(text, at, (near, place) => clusterAt(near, place)?.end ?? place)
  return at <= 0 ? 0 : around(text, at, (near, place) => clusterAt(near, place - 1)?.start ?? place)
}

/** The next word's end (1), or the beginning of the word before (-1); what lies between words is passed over. */
export function stepWord(text: string, at: number, by: 1 | -1): number {
  return around(text, at, (near, place) => {
    const found = wordsIn(near).filter(({ start, end }) => (by === 1 ? end > place : start < place))
    return by === 1 ? (found[0]?.end ?? near.length) : (found.at(-1)?.start ?? 0)
  })
}

/** The word at a place, or the next one; null where none follows nearby. */
export function wordAt(text: string, at: number): { start: number; end: number } | null {
  const from = around(
    text,
    at,
    (near, place) => wordsIn(near).find(({ end }) => end > place)?.start ?? near.length,
  )
  const to = stepWord(text, from, 1)
  return from < to && from < text.length ? { start: from, end: to } : null
}

/** Whether a text is read from right to left: by its first letter that has a direction (UAX #9, P2). */
export function isRightToLeft(text: string): boolean {
  const strong = /\p{L}/u.exec(text)?.[0]
  return strong !== undefined && RIGHT_TO_LEFT.test(strong)
}

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u

/** Between two characters of ASCII there is always a boundary, but inside CR LF. */
function isPlain(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  return before < 0x80 && after < 0x80 && !(before === 0x0d && after === 0x0a)
}

function around(text: string, at: number, find: (near: string, place: number) => number): number {
  const from = safeStart(text, Math.max(0, at - AROUND), at)
  return from + find(text.slice(from, Math.min(text.length, at + AROUND)), at - from)
}

/** A window that began inside a pair, a cluster or a row of flags would be read wrongly: it begins at a line or a blank. */
function safeStart(text: string, from: number, at: number): number {
  if (from === 0) return 0
  for (let place = from; place < at; place++) {
    if (text.charCodeAt(place) <= 0x20 && text.charCodeAt(place + 1) > 0x20) return place + 1
  }
  return from
}

function clusterAt(near: string, place: number): { start: number; end: number } | null {
  const found = clusters.segment(near).containing(place)
  return found ? { start: found.index, end: found.index + found.segment.length } : null
}

function wordsIn(near: string): { start: number; end: number }[] {
  return [...words.segment(near)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }))
}
