import type { Place, Span } from './notice'
import { placeOf } from './places'

export type RawLink = { url: string; span: Span; place: Place }

/** The most that is read; the longest letter on record lists 1,066. */
export const MAX_LINKS = 5_000
const MAX_URL = 2_000

const ADDRESS =
  /(?:https?:\/\/|hxxps?:\/\/|(?<![\w@.\/-])(?:www\.|(?:gist\.|raw\.)?github(?:usercontent)?\.com\/|gitlab\.com\/|bitbucket\.org\/|huggingface\.co\/|[\w-]{1,60}\.github\.io\/))[^\s<>"“”„«»‘’|^`{}、，。；：（）【】《》]{1,2000}/gi

/**
 * Every web address of a letter, with and without scheme, and joined where mail tore it at the end of a line. Marks of sentences,
 * Markdown and brackets behind an address are no part of it.
 */
export function linksIn(text: string): RawLink[] {
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
  // `[words](https://…)` and `https://…](https://…)`: the address ends with its bracket.
  const glued = matched.slice(4).search(/\]\(|https?:\/\//i)
  const first = trimmed(glued === -1 ? matched : matched.slice(0, glued + 4))
  let end = start + first.length
  let url = first
  const torn = first.length === matched.length ? tornTail(text, start, end) : null
  if (torn) {
    url += torn.tail
    end = torn.end
  }
  const address = withScheme(url)
  const place = address.length <= MAX_URL ? placeOf(address) : null
  return place ? { url: address, span: { start, end }, place } : null
}

const withScheme = (url: string) =>
  /^https?:/i.test(url) ? url : /^hxxp/i.test(url) ? url.replace(/^hxxp/i, 'http') : `https://${url}`

/**
 * Mail programs break lines at about 72 columns, in addresses behind a slash, a dash or a dot. What follows is taken for the rest when it
 * begins the next line, has a slash or the ending of a file, and is no address or words.
 */
function tornTail(text: string, start: number, end: number): { tail: string; end: number } | null {
  let tail = ''
  let [lineOf, at] = [start, end]
  for (let lines = 0; lines < MOST_TEARS; lines++) {
    const next = nextPiece(text, lineOf, at)
    if (next === null) break
    tail += next
    lineOf = at + 1
    at += 1 + next.length
  }
  return tail === '' ? null : { tail, end: at }
}

const MOST_TEARS = 5

function nextPiece(text: string, start: number, end: number): string | null {
  if (!/[/.-]/.test(text.charAt(end - 1)) || text.charAt(end) !== '\n') return null
  if (end - text.lastIndexOf('\n', start - 1) < 45) return null
  const line = text.slice(end + 1, end + 401).split('\n', 1)[0] ?? ''
  const next = /^[\w~%+=&?#.()/-]{2,400}$/.exec(line.trimEnd())?.[0]
  if (next === undefined || /^(?:https?|www\.)|^[-.]|^\d{1,3}\.$/i.test(next)) return null
  return /\/|\.[a-z0-9]{1,5}$/i.test(next) ? next : null
}

/** Sentences end behind a link, links in brackets are closed behind it; a bracket that the link opened is its own. */
function trimmed(link: string): string {
  const ends = /[([]/.test(link) ? TRAILING : `${TRAILING})]`
  let end = link.length
  while (end > 0 && ends.includes(link.charAt(end - 1))) end--
  return link.slice(0, end)
}

const TRAILING = `.,;:!?'*_~\\…`
