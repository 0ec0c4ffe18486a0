import type { Place, Span } from './notice'
import { placeOf } from './places'
import { NOTHING, plainly } from './plainly'

export type RawLink = { url: string; span: Span; place: Place }

/** The most that is read; the longest letter on record lists 1,066. */
export const MAX_LINKS = 5_000
const MAX_URL = 2_000

/** How an address begins: with a scheme, which may be written twice or lack a sign; as `git clone` has it; or with the name of a known host. */
const SCHEME = `(?:git\\+)?(?:(?:https?|git|ssh)(?::${NOTHING}{0,4}/{1,3}|//)${NOTHING}?){1,3}(?:git@)?`
const CLONED = 'git@(?=[\\w.-]{1,60}:[\\w.-])'
const DOT = `\\.${NOTHING}{0,12}`
const HOST = `(?:www\\.|(?:(?:gist|raw)${DOT})?github(?:usercontent)?${DOT}com/|gitlab${DOT}com/|bitbucket${DOT}org/|codeberg${DOT}org/|huggingface${DOT}co/|[\\w-]{1,60}${DOT}github${DOT}io/)`
/** No part of a word or of another address; the number of a line may stand right before it. */
const ALONE = '(?:(?<![\\w@./-])|(?<=(?:^|\\s)\\d{1,3}\\.))'
/**
 * An address ends where Markdown closes its bracket, where the next begins behind a comma, and where one begins that is no part of its path,
 * as in the address of an archived page.
 */
const GOES_ON = `(?!\\]\\(|(?<![/=])https?://|[,;](?:https?:|${HOST}))`
const UNIT = '[^\\s<>"“”„«»‘’|^`{}、，。；：（）【】《》—…]'

const ADDRESS = new RegExp(`(?:${SCHEME}|${CLONED}|${ALONE}(?=${HOST}))(?:${GOES_ON}${UNIT}){1,2000}`, 'gim')

/**
 * Every web address of a letter, with and without scheme, as it would usually be written, and joined where mail tore it at the end of a
 * line. Marks of sentences, Markdown and brackets behind an address are no part of it.
 */
export function linksIn(given: string): RawLink[] {
  const text = plainly(given)
  const links: RawLink[] = []
  for (const match of text.matchAll(ADDRESS)) {
    if (links.length >= MAX_LINKS) break
    const previous = links.at(-1)
    if (previous && match.index < previous.span.end) continue
    const link = linkAt(text, match.index, match[0])
    if (link) links.push(link)
  }
  return links
}

function linkAt(text: string, start: number, matched: string): RawLink | null {
  const first = trimmed(matched)
  let end = start + first.length
  let url = first
  const torn = first.length === matched.length ? tornTail(text, start, end) : null
  if (torn) {
    url += torn.tail
    end = torn.end
  }
  const address = written(url)
  const place = address.length <= MAX_URL ? placeOf(address) : null
  return place ? { url: address, span: { start, end }, place } : null
}

/** As it is usually written: one scheme, no sign that nobody sees, and the dashes of a keyboard. */
function written(url: string): string {
  const seen = url.replace(UNSEEN, '').replace(/(?<=\w)[\u2010-\u2013](?=\w)/g, '-')
  const [began = ''] = BEGINNING.exec(seen) ?? []
  const rest = seen.slice(began.length)
  const scheme = /http:?\/+$/i.test(began) ? 'http' : 'https'
  return `${scheme}://${began.endsWith('@') ? rest.replace(':', '/') : rest}`
}

const UNSEEN = /[\u00ad\u200b-\u200f\u2060]/g
const BEGINNING = /^(?:git\+)?(?:(?:https?|git|ssh):?\/{1,3}){0,3}(?:git@)?/i

/**
 * Mail programs break lines at about 72 columns, in addresses behind a slash, a dash or a dot. What follows is taken for the rest when it
 * begins the next line, quoted and indented no less, has a slash or the ending of a file, and is no address or words.
 */
function tornTail(text: string, start: number, end: number): { tail: string; end: number } | null {
  let tail = ''
  let [from, at] = [start, end]
  for (let lines = 0; lines < MOST_TEARS; lines++) {
    const next = nextPiece(text, from, at)
    if (next === null) break
    tail += next.piece
    from = next.start
    at = next.start + next.piece.length
  }
  return tail === '' ? null : { tail, end: at }
}

const MOST_TEARS = 5

function nextPiece(text: string, start: number, end: number): { piece: string; start: number } | null {
  if (!/[/.-]/.test(text.charAt(end - 1)) || text.charAt(end) !== '\n') return null
  const lineOf = text.lastIndexOf('\n', start - 1) + 1
  if (end + 1 - lineOf < 45) return null
  const line = text.slice(end + 1, end + 441).split('\n', 1)[0] ?? ''
  const margin = MARGIN.exec(line)?.[0] ?? ''
  if (quotes(margin) !== quotes(MARGIN.exec(text.slice(lineOf, lineOf + 40))?.[0] ?? '')) return null
  const piece = /^[\w~%+=&?#.()/-]{2,400}$/.exec(line.slice(margin.length).trimEnd())?.[0]
  if (piece === undefined || /^(?:https?|www\.)|^[-.]|^\d{1,3}\.$/i.test(piece)) return null
  return /\/|\.[a-z0-9]{1,5}$/i.test(piece) ? { piece, start: end + 1 + margin.length } : null
}

/** What stands before the words of a line: marks of quoted mail and spaces. */
const MARGIN = /^[> \t]{0,24}/

const quotes = (margin: string) => margin.replaceAll(/[^>]/g, '').length

/** Sentences end behind a link, links in brackets are closed behind it; a bracket that the link opened is its own. */
function trimmed(matched: string): string {
  const link = matched.replace(/'s$/, '')
  const ends = /[([]/.test(link) ? TRAILING : `${TRAILING})]`
  let end = link.length
  while (end > 0 && ends.includes(link.charAt(end - 1))) end--
  return link.slice(0, end)
}

const TRAILING = `.,;:!?'*_~\\…${NOTHING}`
