/*
 * Boxes of JUMBF (ISO/IEC 19566-5), in which a C2PA manifest stands: a length, a type of four letters, and what is in it. A superbox
 * (`jumb`) begins with its description (`jumd`), which says what it is and how it is called. Every length is somebody else's word.
 */

/** Why a file was not read to its end. `keyof` the messages that say it. */
export type Why = 'malformed' | 'many' | 'twice' | 'compressed' | 'amends'

/** What cannot be read: a third thing beside what is said and that nothing is. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  constructor(
    readonly why: Why,
    options?: ErrorOptions,
  ) {
    super(`cannot be read: ${why}`, options)
  }
}

export type Box = { type: string; content: Buffer }

/** Most boxes that stand beside each other. Nothing here descends by itself, so that nothing can nest without end. */
const MOST_BOXES = 4_096

const LONGEST_LABEL = 512

/** The boxes of which these bytes are made, one after the other. */
export function boxesIn(bytes: Buffer): Box[] {
  const boxes: Box[] = []
  let at = 0
  while (at < bytes.length) {
    if (boxes.length === MOST_BOXES) throw new Unreadable('many')
    const { header, length } = extentOf(bytes, at)
    boxes.push({
      type: bytes.toString('latin1', at + 4, at + 8),
      content: bytes.subarray(at + header, at + length),
    })
    at += length
  }
  return boxes
}

/** A length of 1 stands in the eight bytes after the type; one of 0 is all that is left. */
function extentOf(bytes: Buffer, at: number): { header: number; length: number } {
  const left = bytes.length - at
  if (left < 8) throw new Unreadable('malformed')
  const said = bytes.readUInt32BE(at)
  const header = said === 1 ? 16 : 8
  if (left < header) throw new Unreadable('malformed')
  const length = said === 0 ? left : said === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : said
  if (length < header || length > left) throw new Unreadable('malformed')
  return { header, length }
}

/** What a superbox is, how it is called, and the boxes in it. */
export type Superbox = { uuid: string; label: string; boxes: Box[] }

export function superbox(content: Buffer): Superbox {
  const [description, ...boxes] = boxesIn(content)
  if (description?.type !== 'jumd' || description.content.length < 17) throw new Unreadable('malformed')
  return { ...described(description.content), boxes }
}

function described(description: Buffer): { uuid: string; label: string } {
  const uuid = description.toString('hex', 0, 16)
  const labelled = (description.readUInt8(16) & 2) !== 0
  if (!labelled) return { uuid, label: '' }
  const end = description.indexOf(0, 17)
  if (end < 0 || end - 17 > LONGEST_LABEL) throw new Unreadable('malformed')
  return { uuid, label: description.toString('utf8', 17, end) }
}
