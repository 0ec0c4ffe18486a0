/**
 * The words of a text, as near-duplicate detection sees them: lower case, without accents, punctuation and invisible characters, each
 * run of digits one `0`, one space between words.
 *
 * This is what datatrove's `simplify_text` is for, and on plain text the same in effect. Not the same: punctuation is whatever Unicode
 * calls so instead of a list; a character of a script that writes no spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) is a word of
 * its own, where datatrove asks a tokeniser of the language; and words are what stands between spaces, where it splits "cannot" in two.
 */
export function normalise(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(ASCII_DROPPED, '')
    .replace(BEYOND_ASCII, simplified)
    .replace(SPACE, ' ')
    .trim()
    .replace(DIGITS, '0')
}

/** Properties of Unicode cost ten times a range, and most of most texts is ASCII: only the rest is asked for them. */
const simplified = (run: string) =>
  run.replace(DROPPED, '').replace(DIGITS_BEYOND, '0').replace(UNSPACED, ' $& ')

const ASCII_DROPPED = /[\0-\x08\x0e-\x1f!-/:-@[-`{-\x7f]+/g
const BEYOND_ASCII = /[^\0-\x7f]+/g
/** Accents and other marks that take no room, punctuation, mathematical and currency signs, controls that are not spaces. Emoji stay. */
const DROPPED = /[\p{Mn}\p{P}\p{Sm}\p{Sc}\p{Sk}\p{Cf}\x80-\x84\x86-\x9f]+/gu
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu
const DIGITS_BEYOND = /\p{Nd}+/gu
const DIGITS = /[0-9]+/g
const SPACE = /\s+/g
