import { canonicalAuthor } from '@/lib/suppression/canonical-author'
import { canonicalDomain, canonicalPrefix, canonicalUrl } from '@/lib/suppression/canonical-url'
import { readOwnLink } from './own-link'
import { isPlaceholder } from './placeholders'

/** What a request points at, as it was understood. Values are as given; `row` counts from 0, `file: null` = the only file. */
export type Target =
  | { kind: 'link'; value: string }
  | { kind: 'row'; file: string | null; row: number }
  | { kind: 'digest'; value: string }
  | { kind: 'quote'; value: string }
  | { kind: 'source_id'; value: string }
  | { kind: 'url'; value: string }
  | { kind: 'domain'; value: string }
  | { kind: 'prefix'; value: string }
  | { kind: 'author'; value: string }
  /** A domain without its subdomains. */
  | { kind: 'host'; value: string }
  /** A text, and what is nearly it. */
  | { kind: 'near'; value: string }

/** Why a line led to nothing. */
type MisreadLine =
  | {
      line: number
      text: string
      why:
        | 'file_without_row'
        | 'unknown_link'
        | 'whole_source'
        | 'too_short'
        | 'too_long'
        | 'too_many'
        | 'placeholder'
        | 'not_read'
    }
  /** Plain text of a whole letter: only links, numbers and quotations in it were read. */
  | { line: number; text: string; why: 'letter' }

export type Misreading =
  | MisreadLine
  /** Of what somebody asks to look for, in a field of its own. */
  | { field: 'identifiers'; line: number; text: string; why: 'too_short' | 'too_long' }

export type Reading = { targets: Target[]; misread: Misreading[] }

/** The most one request can carry; the longest real notice on record lists 1,066 addresses. */
export const MAX_TARGETS = 1_100
/** The most a file can add. */
export const MAX_LISTED = 20_000
/** Shortest and longest passage that is searched for, in UTF-16 units. */
export const QUOTE_LENGTH = { min: 8, max: 5_000 } as const
/** A longer passage is looked for by what is nearly it; the longest that is. */
export const NEAR_LENGTH = 50_000
/** Lines of plain words that are taken for passages: by themselves, and beside links or quotations. More is a letter. */
const MOST_PASSAGES = 20
const MOST_PASSAGES_BESIDE = 3
const MAX_LINE = 6_000
const MAX_QUOTE_LINES = 100

/**
 * Reads whatever somebody pasted: one thing per line, links anywhere in a line, quotations over several lines. `origin` is
 * the address of this instance. Pure and linear in the text; nothing is looked up, so the answer says nothing about what
 * is in a dataset.
 *
 * A line of plain words is a passage to look for, a lonely word a source id; unless the whole is a letter, in which they
 * are what people write around the links: then they are left alone, and the sender's own address with them. The words of the
 * short forms are those of every language of the interface: what it shows can be pasted back.
 *
 * A whole domain, an author, and what stands below an address that ends in a slash are understood only where `wholeSources`: an
 * opt-out is about a source, any other request about items, and a notice has to say which (17 U.S.C. § 512(c)(3)(A)(iii), Regulation (EU) 2022/2065 Art. 16(2)(b)).
 *
 * `list`: the lines of a file, each by itself. Nobody wrote them by hand, so words without quotation marks are none.
 */
export function parseTargets(
  text: string,
  origin: string,
  { wholeSources = true, list = false } = {},
): Reading {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/)
  const reading = new Collected(wholeSources, list ? MAX_LISTED : MAX_TARGETS)
  const loose: Loose[] = []

  for (let at = 0; at < lines.length; at++) {
    const line = withoutBullet((lines[at] ?? '').trim())
    if (line === '') continue
    const quotation = list ? quotationFrom([line], 0, line) : quotationFrom(lines, at, line)
    if (isPlaceholder(line)) reading.miss(at + 1, line, 'placeholder')
    else if (quotation) {
      reading.addQuote(quotation.text, at + 1)
      if (!list) at = quotation.lastLine
    } else if (line.length > MAX_LINE) reading.miss(at + 1, line, 'too_long')
    else if (!readLine(reading, line, at + 1, origin))
      loose.push({ line: at + 1, text: line, id: sourceIdOf(line) })
  }

  const letter = !list && isLetter(loose, reading.size)
  for (const { line, text, id } of loose) {
    if (letter) reading.miss(line, text, 'letter')
    else if (list && (!id || IS_FORMULA.test(text))) reading.miss(line, text, 'not_read')
    else if (id) reading.add(id, line, text)
    else reading.addQuote(text, line)
  }
  return reading.result()
}

/** A line that means something only by itself: `id` when it could be one, else words. */
type Loose = { line: number; text: string; id: Target | null }

/** What a table computes or a macro begins with; here it is text, and no id. */
const IS_FORMULA = /^[=+@-]/

function isLetter(loose: readonly Loose[], clear: number): boolean {
  const words = loose.filter(({ id }) => id === null).length
  return words > MOST_PASSAGES || (clear > 0 && words > MOST_PASSAGES_BESIDE)
}

/** True when the line was one of the short forms or held links; false for words. */
function readLine(reading: Collected, line: string, number: number, origin: string): boolean {
  const links = line.match(/https?:\/\/[^\s<>"“”„«»|\\^`{}]+/gi)
  if (links) {
    for (const link of links) readLink(reading, withoutTrailingPunctuation(link), number, origin)
    return true
  }
  const digest = /^(?:sha-?256:|digest:?|prüfsumme:?)?\s*([0-9a-f]{64})$/i.exec(line)?.[1]
  if (digest) return reading.add({ kind: 'digest', value: digest.toLowerCase() }, number, line)

  const sourceId = /^(?:(?:source[ _-]?)?id|quellenkennung)\s*[:=]\s*(\S.{0,299})$/i.exec(line)?.[1]
  if (sourceId) return reading.add({ kind: 'source_id', value: sourceId.trim() }, number, line)

  const author = authorOf(line)
  if (author && (reading.wholeSources || !line.startsWith('@'))) return reading.add(author, number, line)

  const host = /^host\s*[:=]\s*(\S{1,300})$/i.exec(line)?.[1]
  if (host && canonicalDomain(host)) return reading.add({ kind: 'host', value: host }, number, line)

  const row = rowOf(line)
  if (row) return reading.add(row, number, line)
  if (/\s/.test(line) || line.includes('@')) return false
  if (DATA_FILE.test(line)) return reading.miss(number, line, 'file_without_row')
  if (canonicalDomain(line)) return reading.add({ kind: 'domain', value: line }, number, line)
  return (
    /^[^/]+\.[a-z]{2,}\/./i.test(line) &&
    canonicalUrl(line) !== null &&
    reading.add(addressed(line, reading.wholeSources), number, line)
  )
}

/** `author: Ana`, `user = ana`, `@ana`. */
function authorOf(line: string): Target | null {
  const name =
    /^(?:author|user(?:[ _-]?name)?|account|pen[ -]?name|by|autor(?:in|enname)?|(?:be)?nutzername)\s*[:=]\s*(\S.{0,299})$/i.exec(
      line,
    )?.[1] ?? /^@[\p{L}\p{N}_.-]{1,100}$/u.exec(line)?.[0]
  return name !== undefined && canonicalAuthor(name) !== null ? { kind: 'author', value: name.trim() } : null
}

/** An address that ends in a slash is the page and all below it, which a path of a site is. */
const addressed = (address: string, wholeSources: boolean): Target =>
  wholeSources && /\/\*?$/.test(address) && canonicalPrefix(address) !== null
    ? { kind: 'prefix', value: address }
    : { kind: 'url', value: address }

/** Ids are made by machines: letters and signs of one kind, with a digit among them. */
function sourceIdOf(line: string): Target | null {
  return /^[\w.:/+=-]{1,300}$/.test(line) && /\d/.test(line) ? { kind: 'source_id', value: line } : null
}

const DATA_FILE = /\.(?:jsonl?|csv|tsv|parquet|txt|gz|zst)$/i

function rowOf(line: string): Target | null {
  if (line.length > 500) return null
  const { file, row } =
    /^(?:row|line|zeile)?\s*#?\s*(?<row>\d{1,15})\s+(?:of|in|von|aus)\s+(?<file>\S.{0,400})$/i.exec(line)
      ?.groups ??
    /^(?<file>\S.{0,400}?),?\s+(?:row|zeile)\s*#?\s*(?<row>\d{1,15})$/i.exec(line)?.groups ??
    /^(?<file>[^#]{1,400})#(?<row>\d{1,15})$/.exec(line)?.groups ??
    /^(?<file>[^:]{1,400}):(?<row>\d{1,15})$/.exec(line)?.groups ??
    /^(?:(?:row|zeile)\s*#?|#)\s*(?<row>\d{1,15})$/i.exec(line)?.groups ??
    {}
  if (row === undefined || !Number.isSafeInteger(Number(row))) return null
  if (file === undefined) return { kind: 'row', file: null, row: Number(row) }
  // `example.org:8080` is a place on the web, `id:12` a name and a number: only what looks like a file has rows.
  return line.includes('#') || DATA_FILE.test(file) || file.includes('/')
    ? { kind: 'row', file: file.trim(), row: Number(row) }
    : null
}

function readLink(reading: Collected, link: string, number: number, origin: string): void {
  if (link.startsWith(`${origin}/`) || link === origin) {
    const path = link.slice(origin.length)
    if (readOwnLink(path)) reading.add({ kind: 'link', value: path }, number, link)
    else reading.miss(number, link, 'unknown_link')
  } else if (canonicalUrl(link)) reading.add(addressed(link, reading.wholeSources), number, link)
  else reading.miss(number, link, 'unknown_link')
}

/** A passage in quotation marks, on this line or until a later line that ends with the closing mark; or marked by `>`. */
function quotationFrom(
  lines: readonly string[],
  at: number,
  line: string,
): { text: string; lastLine: number } | null {
  if (line.startsWith('>')) {
    let last = at
    while (
      last + 1 < lines.length &&
      last - at < MAX_QUOTE_LINES &&
      lines[last + 1]?.trimStart().startsWith('>')
    )
      last++
    const text = lines.slice(at, last + 1).map((quoted) => quoted.trimStart().replace(/^> ?/, ''))
    return { text: text.join('\n'), lastLine: last }
  }
  const closing = CLOSING[line.charAt(0)]
  if (!closing) return null
  const whole = line.replace(/[.,;]$/, '')
  if (whole.length > 1 && closing.includes(whole.slice(-1))) return { text: whole.slice(1, -1), lastLine: at }
  // `"One" and "two" are mine` begins with a quotation and is not one.
  if ([...closing].some((mark) => line.includes(mark, 1))) return null
  for (let last = at + 1; last < lines.length && last - at < MAX_QUOTE_LINES; last++) {
    const end = (lines[last] ?? '').trimEnd().replace(/[.,;]$/, '')
    if (!closing.includes(end.slice(-1))) continue
    return { text: [line, ...lines.slice(at + 1, last), end].join('\n').slice(1, -1), lastLine: last }
  }
  return null
}

const CLOSING: Partial<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‘': '’',
  '「': '」',
}

export const withoutBullet = (line: string) => line.replace(/^(?:[-*•–]|\d{1,4}[.)])\s+/, '')

/** Sentences end behind a link, links in brackets are closed behind it; a bracket that the link opened is its own. */
function withoutTrailingPunctuation(link: string): string {
  const ends = /[([]/.test(link) ? TRAILING : `${TRAILING})]`
  let end = link.length
  while (end > 0 && ends.includes(link.charAt(end - 1))) end--
  return link.slice(0, end)
}

const TRAILING = `.,;:!?'’*`

const isWhole = ({ kind }: Target) => kind === 'domain' || kind === 'author' || kind === 'host'

class Collected {
  private readonly targets = new Map<string, Target>()
  private readonly misread: MisreadLine[] = []

  constructor(
    readonly wholeSources: boolean,
    private readonly most: number,
  ) {}

  add(target: Target, line: number, text: string): true {
    if (isWhole(target) && !this.wholeSources) return this.miss(line, text, 'whole_source')
    const key = JSON.stringify(target)
    if (this.targets.size < this.most) this.targets.set(key, target)
    else if (!this.targets.has(key)) this.miss(line, text, 'too_many')
    return true
  }

  addQuote(passage: string, line: number): true {
    const text = passage.trim()
    if (text.length < QUOTE_LENGTH.min) return this.miss(line, passage, 'too_short')
    if (text.length > NEAR_LENGTH) return this.miss(line, passage, 'too_long')
    if (text.length > QUOTE_LENGTH.max) return this.add({ kind: 'near', value: text }, line, text)
    return this.add({ kind: 'quote', value: text }, line, text)
  }

  miss(line: number, text: string, why: MisreadLine['why']): true {
    this.misread.push({ line, text: text.slice(0, 200), why })
    return true
  }

  get size(): number {
    return this.targets.size
  }

  result(): Reading {
    return { targets: [...this.targets.values()], misread: this.misread }
  }
}
