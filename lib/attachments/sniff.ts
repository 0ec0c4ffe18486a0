import type { MediaType } from './kinds'
import { FileRefused, type Refusal } from './refusal'

/** Longest record that ends a ZIP, with its comment (APPNOTE 4.3.16): a reader looks for it from the end. */
const ZIP_END = 22 + 65_535

/**
 * What a file is by its first bytes, whatever its name or the browser says. Throws FileRefused for everything that is none of the four,
 * and for what is two things at once: a PDF or a picture that a ZIP reader also opens.
 */
export function mediaTypeOf(bytes: Buffer): MediaType {
  if (bytes.length === 0) throw new FileRefused('empty')
  if (bytes.subarray(-ZIP_END).includes('PK\x05\x06', 0, 'latin1')) throw new FileRefused('archive')
  if (startsWith(bytes, '%PDF-')) return 'application/pdf'
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'image/png'
  if (startsWith(bytes, '\xff\xd8\xff')) return 'image/jpeg'
  const known = OTHERS.find(({ starts }) => starts.some(([at, text]) => startsWith(bytes, text, at)))
  if (known && !beginsLikeWords(bytes)) throw new FileRefused(known.why)
  const unread = whyNotText(bytes)
  if (unread) throw new FileRefused(known?.why ?? unread)
  return 'text/plain'
}

/** Files of these kinds hold bytes that nobody can read; a letter of BMG or MZ does not. */
const WORDS: readonly (readonly [at: number, text: string])[] = [
  [0, 'BZh'],
  [0, 'BM'],
  [0, 'ID3'],
  [0, 'OggS'],
  [0, 'RIFF'],
  [0, 'MZ'],
  [4, 'ftyp'],
  [8, 'WEBP'],
]
const beginsLikeWords = (bytes: Buffer) => WORDS.some(([at, text]) => startsWith(bytes, text, at))

/** Of what people are likely to send, so that they are told what to do instead. */
const OTHERS: readonly { why: Refusal; starts: readonly (readonly [at: number, text: string])[] }[] = [
  {
    why: 'archive',
    starts: [
      [0, 'PK\x03\x04'],
      [0, 'PK\x05\x06'],
      [0, 'PK\x07\x08'],
      [0, '\x1f\x8b'],
      [0, 'BZh'],
      [0, '7z\xbc\xaf\x27\x1c'],
      [0, 'Rar!\x1a\x07'],
      [0, '\xfd7zXZ\x00'],
      [0, '\x28\xb5\x2f\xfd'],
      [257, 'ustar'],
    ],
  },
  {
    why: 'picture',
    starts: [
      [0, 'GIF8'],
      [8, 'WEBP'],
      [4, 'ftyphei'],
      [4, 'ftypmif1'],
      [4, 'ftypavif'],
      [0, 'II*\x00'],
      [0, 'MM\x00*'],
      [0, 'BM'],
    ],
  },
  {
    why: 'document',
    starts: [
      [0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
      [0, '{\\rtf'],
      [0, '%!PS'],
    ],
  },
  {
    why: 'recording',
    starts: [
      [4, 'ftyp'],
      [0, 'ID3'],
      [0, 'OggS'],
      [0, 'RIFF'],
      [0, '\x1aE\xdf\xa3'],
    ],
  },
  {
    why: 'program',
    starts: [
      [0, 'MZ'],
      [0, '\x7fELF'],
      [0, '#!'],
    ],
  },
]

/** Markup is text too; a browser that was talked into it would run it. */
const MARKUP = /^\s*<(?:!doctype|!--|!\[cdata\[|\?xml|[a-z][a-z0-9:-]*[\s/>])/i
const ACTIVE_MARKUP = /<(?:script|svg|html|iframe|object|embed|foreignobject)[\s/>]/i

/** Why it is not UTF-8 that a person can read; null for what is. */
function whyNotText(bytes: Buffer): Refusal | null {
  if (startsWith(bytes, '\xff\xfe') || startsWith(bytes, '\xfe\xff')) return 'notUtf8'
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return bytes.includes(0) ? 'unknown' : 'notUtf8'
  }

  if (/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text)) return 'unknown'
  return MARKUP.test(text) || ACTIVE_MARKUP.test(text) ? 'markup' : null
}

export const startsWith = (bytes: Buffer, text: string, at = 0): boolean =>
  bytes.length >= at + text.length && bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'))
