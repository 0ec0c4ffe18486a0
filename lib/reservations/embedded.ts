import { Unreadable } from './jumbf'

/*
 * Where a file keeps its C2PA manifest store (C2PA specification, "Embedding manifests into various file formats"): a JPEG in segments
 * APP11, a PNG in a chunk `caBX`, a WebP in a chunk `C2PA`. The picture itself is never unpacked.
 */

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** The UUID of a manifest store. */
export const STORE = '6332706100110010800000aa00389b71'

/** Most segments of a JPEG that carry a box: eight megabytes fill some hundred and thirty. */
const MOST_SEGMENTS = 1_024

/** The manifest stores within a file, told by its first bytes; null where it is of a kind that is not looked into. */
export function storesWithin(bytes: Buffer): Buffer[] | null {
  if (bytes.length >= 3 && bytes.readUIntBE(0, 3) === 0xffd8ff) return storesOfJpeg(bytes)
  if (bytes.subarray(0, PNG.length).equals(PNG)) return storesOfPng(bytes)
  const [riff, kind] = [bytes.toString('latin1', 0, 4), bytes.toString('latin1', 8, 12)]
  if (riff === 'RIFF' && kind === 'WEBP') return storesOfWebp(bytes)
  return null
}

type Piece = { instance: string; sequence: number; header: Buffer; payload: Buffer }

/** A box is cut into pieces, each with the number of its box and its own, and with the head of the whole box (ISO/IEC 18477-3, annex B). */
function storesOfJpeg(bytes: Buffer): Buffer[] {
  const boxes = new Map<string, Piece[]>()
  let pieces = 0
  for (const segment of app11(bytes)) {
    const piece = pieceOf(segment)
    if (!piece) continue
    if (++pieces > MOST_SEGMENTS) throw new Unreadable('many')
    const before = boxes.get(piece.instance)
    if (before) before.push(piece)
    else boxes.set(piece.instance, [piece])
  }
  return [...boxes.values()].flatMap((of) => {
    const box = joined(of)
    // Others keep other things in such boxes: what they are is said in the description that they begin with.
    const description = box.readUInt32BE(0) === 1 ? 16 : 8
    if (box.toString('latin1', description + 4, description + 8) !== 'jumd') throw new Unreadable('malformed')
    return box.toString('hex', description + 8, description + 24) === STORE ? [box] : []
  })
}

/** The contents of the segments APP11 before the picture begins. */
function* app11(bytes: Buffer): Generator<Buffer> {
  let at = 2
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++
    const marker = bytes[at] === 0xff ? bytes[at + 1] : undefined
    if (marker === undefined || marker === 0 || marker === 0xd8) throw new Unreadable('malformed')
    // Start of scan, end of image.
    if (marker === 0xda || marker === 0xd9) return
    const alone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
    const length = alone ? 0 : at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : 1
    if (length === 1 || at + 2 + length > bytes.length || (length === 0 && !alone))
      throw new Unreadable('malformed')
    if (marker === 0xeb) yield bytes.subarray(at + 4, at + 2 + length)
    at += 2 + length
  }
}

/** A piece of a superbox; null of what else may stand in a segment APP11. */
function pieceOf(segment: Buffer): Piece | null {
  if (segment.toString('latin1', 0, 2) !== 'JP') return null
  if (segment.length < 16) throw new Unreadable('malformed')
  if (segment.toString('latin1', 12, 16) !== 'jumb') return null
  const start = segment.readUInt32BE(8) === 1 ? 24 : 16
  if (segment.length < start) throw new Unreadable('malformed')
  return {
    instance: segment.toString('hex', 2, 4),
    sequence: segment.readUInt32BE(4),
    header: segment.subarray(8, start),
    payload: segment.subarray(start),
  }
}

/** Each piece once, none missing, all of the same box, and together as long as it says. */
function joined(pieces: readonly Piece[]): Buffer {
  const [first, ...rest] = pieces.toSorted((a, b) => a.sequence - b.sequence)
  if (first?.sequence !== 1) throw new Unreadable('malformed')
  if (rest.some(({ sequence, header }, i) => sequence !== i + 2 || !header.equals(first.header)))
    throw new Unreadable('malformed')
  return Buffer.concat([first.header, first.payload, ...rest.map(({ payload }) => payload)])
}

function storesOfPng(bytes: Buffer): Buffer[] {
  const stores: Buffer[] = []
  let at = PNG.length
  for (;;) {
    const left = bytes.length - at
    const length = left >= 12 ? bytes.readUInt32BE(at) : Infinity
    if (length > left - 12) throw new Unreadable('malformed')
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (type === 'IEND') return stores
    if (type === 'caBX') stores.push(bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
}

function storesOfWebp(bytes: Buffer): Buffer[] {
  const stores: Buffer[] = []
  const end = 8 + (bytes.length >= 12 ? bytes.readUInt32LE(4) : Infinity)
  if (end > bytes.length) throw new Unreadable('malformed')
  let at = 12
  while (at + 8 <= end) {
    const length = bytes.readUInt32LE(at + 4)
    if (at + 8 + length > end) throw new Unreadable('malformed')
    if (bytes.toString('latin1', at, at + 4) === 'C2PA') stores.push(bytes.subarray(at + 8, at + 8 + length))
    at += 8 + length + (length % 2)
  }
  return stores
}
