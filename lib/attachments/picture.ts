import { FileRefused } from './refusal'

export type Size = { width: number; height: number }

/**
 * Width and height as the header of a PNG says them, before anything is unpacked. Throws FileRefused when its chunks do not lead to an
 * end, or when something stands behind that end.
 */
export function pngSize(bytes: Buffer): Size {
  let at = 8
  let size: Size | null = null
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (name === 'IHDR' && length === 13 && at === 8)
      size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    at += 12 + length
    if (name !== 'IEND') continue
    if (size === null || at > bytes.length) break
    if (!isBlank(bytes.subarray(at))) throw new FileRefused('appended')
    return size
  }
  throw new FileRefused('damaged')
}

/** Start of frame, baseline to lossless; what lies between (DHT, JPG, DAC) is none (ITU-T T.81 Table B.1). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const END = 0xd9
const SCAN = 0xda

/** Archives, documents, pages: what somebody would put behind a picture to have it opened as something else. */
const OTHER_FILE = /%PDF-|Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|<(?:html|script|svg|!doctype|\?php)/i

/**
 * The same of a JPEG. What cameras put behind the end of a picture (a second one, a short film) is left: the picture is made anew, without
 * it. Another kind of file there is refused.
 */
export function jpegSize(bytes: Buffer): Size {
  let size: Size | null = null
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) throw new FileRefused('damaged')
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === END) break
    const length = bytes.readUInt16BE(at + 2)
    if (isFrame(marker)) {
      if (at + 9 > bytes.length) break
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    }
    if (marker === SCAN) {
      const end = bytes.indexOf(Buffer.of(0xff, END), at)
      if (size === null || end < 0) break
      if (OTHER_FILE.test(bytes.toString('latin1', end + 2))) throw new FileRefused('appended')
      return size
    }
    at += 2 + length
  }
  throw new FileRefused('damaged')
}

const isBlank = (bytes: Buffer): boolean =>
  bytes.every((byte) => byte === 0 || byte === 10 || byte === 13 || byte === 32)
