import { inflateSync } from 'node:zlib'
import { FileRefused } from './refusal'

/** What the object streams of one file may unpack to, in bytes: those of an ordinary document have some hundred kilobytes. */
const UNPACKED = 32_000_000

/** A dictionary that says what kind of stream follows is short. */
const HEAD = 4_096

/**
 * How many pages a PDF has (ISO 32000-2 §7.7.3), by reading its objects and running nothing: the leaves of its page tree are counted,
 * and where there are more in `Count`, those. Object streams are unpacked within a bound, pages, fonts and pictures never.
 *
 * Throws FileRefused for one that is encrypted, that carries a program or another file, that goes on behind its end, or whose pages
 * cannot be counted. It is a filter for what is sent in good faith or without much care; the file is never opened here,
 * and is handed out as a download only.
 */
export function pdfPages(bytes: Buffer): number {
  requireEnd(bytes)
  requirePlainStart(bytes)
  const { outside, streams } = parts(bytes)
  if (/\/Encrypt(?:\s+\d|\s*<<)/.test(outside)) throw new FileRefused('pdfLocked')
  const objects = [outside, ...unpacked(bytes, streams)]
  if (objects.some((text) => ACTIVE.test(text))) throw new FileRefused('pdfActive')
  const leaves = objects.reduce((sum, text) => sum + (text.match(LEAF)?.length ?? 0), 0)
  const counted = objects.flatMap((text) => [...text.matchAll(TREE)].map(([tree]) => countIn(tree)))
  const pages = Math.max(leaves, ...counted)
  if (pages === 0) throw new FileRefused('pdfUncounted')
  return pages
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
function parts(bytes: Buffer): { outside: string; streams: Stream[] } {
  const texts: string[] = []
  const streams: Stream[] = []
  let from = 0
  for (let at = 0; (at = bytes.indexOf('stream', Math.max(from, at))) >= 0; at += 6) {
    // The word stands behind a dictionary; anywhere else it is a word of somebody's text.
    if (!/>>\s*$/.test(bytes.toString('latin1', Math.max(from, at - 16), at))) continue
    const end = bytes.indexOf('endstream', at + 6)
    if (end < 0) break
    const start = at + (bytes[at + 6] === 13 && bytes[at + 7] === 10 ? 8 : 7)
    const head = plainNames(bytes.toString('latin1', Math.max(from, at - HEAD), at))
    texts.push(bytes.toString('latin1', from, at))
    streams.push({ start, end, head: head.slice(head.lastIndexOf('obj')) })
    from = end + 9
  }
  texts.push(bytes.toString('latin1', from))
  return { outside: plainNames(texts.join('\n')), streams }
}

/** `/P#61ge` is `/Page` (§7.3.5). */
const plainNames = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** What stands in object streams, where newer files keep their page tree (§7.5.7). */
function unpacked(bytes: Buffer, streams: readonly Stream[]): string[] {
  let left = UNPACKED
  return streams
    .filter(({ head }) => /\/ObjStm\b/.test(head))
    .map(({ start, end, head }) => {
      if (!/\/FlateDecode\b|\/Fl\b/.test(head)) return plainNames(bytes.toString('latin1', start, end))
      const text = inflated(bytes.subarray(start, end), left)
      left -= text.length
      return plainNames(text)
    })
}

function inflated(packed: Buffer, most: number): string {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) }).toString('latin1')
  } catch {
    // Damaged, or a few bytes that unpack to gigabytes.
    throw new FileRefused('pdfUncounted')
  }
}
