import { setImmediate as nextTurn } from 'node:timers/promises'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { FileRefused } from './refusal'

/** What the object streams of one file may unpack to, in bytes: those of an ordinary document have some hundred kilobytes. */
const UNPACKED = 4_000_000

/** Of all kinds: a document of 200 pages has some thousands. */
const MOST_STREAMS = 50_000

/** A dictionary that says what kind of stream follows is short. */
const HEAD = 4_096

/** How much is read at a time, in bytes: some milliseconds. Between two of them the process serves whoever else is there. */
const WINDOW = 262_144
/** What begins in a window may end behind it, so far. */
const OVERLAP = 32_768

/** One file at a time in this process, however many are sent: what others wait for is one window. */
let turn: Promise<unknown> = Promise.resolve()

/**
 * How many pages a PDF has (ISO 32000-2 §7.7.3), by reading its objects and running nothing: the leaves of its page tree are counted,
 * and where there are more in `Count`, those. Object streams are unpacked within a bound, pages, fonts and pictures never.
 *
 * Throws FileRefused for one that is encrypted, that carries a program or another file, that goes on behind its end, or whose pages
 * cannot be counted. It is a filter for what is sent in good faith or without much care; the file is never opened here,
 * and is handed out as a download only.
 */
export function pdfPages(bytes: Buffer): Promise<number> {
  const counted = turn.then(() => countPages(bytes))
  turn = counted.catch(() => undefined)
  return counted
}

async function countPages(bytes: Buffer): Promise<number> {
  requireEnd(bytes)
  requirePlainStart(bytes)
  const { outside, streams } = await parts(bytes)
  const seen = { leaves: 0, counted: 0 }
  for await (const window of windowsOf(outside)) {
    // Without the password nothing of it can be unpacked.
    if (/\/Encrypt(?:\s+\d|\s*<<)/.test(window)) throw new FileRefused('pdfLocked')
    look(window, seen)
  }
  let left = UNPACKED
  for (const stream of streams.filter(({ head }) => /\/ObjStm\b/.test(head))) {
    const { text, packed } = await objectsIn(bytes, stream, left)
    if (packed) left -= text.length
    for await (const window of windowsOf(await plainly(text))) look(window, seen)
  }
  const pages = Math.max(seen.leaves, seen.counted)
  if (pages === 0) throw new FileRefused('pdfUncounted')
  return pages
}

/** Counts what begins in this window, and refuses a program in it. */
function look(window: string, seen: { leaves: number; counted: number }): void {
  const begins = ({ index }: { index: number }) => index < WINDOW
  const active = window.search(ACTIVE)
  if (active >= 0 && active < WINDOW) throw new FileRefused('pdfActive')
  seen.leaves += [...window.matchAll(LEAF)].filter(begins).length
  for (const [tree] of [...window.matchAll(TREE)].filter(begins))
    seen.counted = Math.max(seen.counted, countIn(tree))
}

async function* windowsOf(text: string): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += WINDOW) {
    yield text.slice(from, from + WINDOW + OVERLAP)
    await nextTurn()
  }
}

/** Of a name: what may follow it (§7.2.3). */
const LEAF = /\/Type\s*\/Page(?=[\s/<>()[\]%]|$)/g
const TREE = /<<(?:[^<>]|<(?!<)|>(?!>))*\/Type\s*\/Pages(?=[\s/<>()[\]%]|$)(?:[^<>]|<(?!<)|>(?!>))*/g
const ACTIVE = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia)(?=[\s/<>()[\]%]|$)/

const countIn = (tree: string): number => Number(/\/Count\s+(\d{1,9})/.exec(tree)?.[1] ?? 0)

/** The last thing in it is its end: a file of another kind behind that would be opened by whoever reads from there. */
function requireEnd(bytes: Buffer): void {
  const end = bytes.lastIndexOf('%%EOF')
  if (end < 0) throw new FileRefused('damaged')
  if (/[^\s\0]/.test(bytes.toString('latin1', end + 5))) throw new FileRefused('appended')
}

/** Nor is it a page at its beginning, in what a reader of PDF takes for a comment. */
function requirePlainStart(bytes: Buffer): void {
  if (
    /<(?:html|script|svg|!doctype|\?xml|\?php)/i.test(
      bytes.toString('latin1', 0, 1_024).split(/\bobj\b/)[0] ?? '',
    )
  )
    throw new FileRefused('appended')
}

type Stream = { start: number; end: number; head: string }

/** The text outside of streams, with its names spelled plainly, and where the streams are. Linear in the file. */
async function parts(bytes: Buffer): Promise<{ outside: string; streams: Stream[] }> {
  const texts: string[] = []
  const streams: Stream[] = []
  let from = 0
  let looked = 0
  for (let at = 0; (at = bytes.indexOf('stream', Math.max(from, at))) >= 0; at += 6) {
    const before = Math.max(from, at - HEAD)
    looked += 16
    if (looked > WINDOW) {
      await nextTurn()
      looked = 0
    }
    // The word stands behind a dictionary; anywhere else it is a word of somebody's text.
    if (!/>>\s*$/.test(bytes.toString('latin1', Math.max(from, at - 16), at))) continue
    const end = bytes.indexOf('endstream', at + 6)
    if (end < 0) break
    if (streams.length === MOST_STREAMS) throw new FileRefused('pdfUncounted')
    const start = at + (bytes[at + 6] === 13 && bytes[at + 7] === 10 ? 8 : 7)
    const head = plainNames(bytes.toString('latin1', before, at))
    looked += at - before
    texts.push(bytes.toString('latin1', from, at))
    streams.push({ start, end, head: head.slice(head.lastIndexOf('obj')) })
    from = end + 9
  }
  texts.push(bytes.toString('latin1', from))
  return { outside: await plainly(texts.join('\n')), streams }
}

/** What stands in an object stream, where newer files keep their page tree (§7.5.7), with at most so many bytes when it is unpacked. */
async function objectsIn(
  bytes: Buffer,
  { start, end, head }: Stream,
  most: number,
): Promise<{ text: string; packed: boolean }> {
  if (!/\/FlateDecode\b|\/Fl\b/.test(head))
    return { text: bytes.toString('latin1', start, end), packed: false }
  try {
    const plain = await unpack(bytes.subarray(start, end), { maxOutputLength: Math.max(1, most) })
    return { text: plain.toString('latin1'), packed: true }
  } catch {
    // Damaged, or a few bytes that unpack to gigabytes.
    throw new FileRefused('pdfUncounted')
  }
}

const unpack = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate)

/** A text with its names spelled plainly, window by window. */
async function plainly(text: string): Promise<string> {
  if (text.length <= WINDOW) return plainNames(text)
  const pieces: string[] = []
  for (let from = 0, to = 0; from < text.length; from = to) {
    to = beforeEscape(text, from + WINDOW)
    pieces.push(plainNames(text.slice(from, to)))
    await nextTurn()
  }
  return pieces.join('')
}

/** Where to cut so that no `#61` is cut in two. */
function beforeEscape(text: string, at: number): number {
  if (text[at - 2] === '#') return at - 2
  return text[at - 1] === '#' ? at - 1 : at
}

/** `/P#61ge` is `/Page` (§7.3.5). */
const plainNames = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
