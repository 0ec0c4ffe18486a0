const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const URL_SAFE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** RFC 4648 §4, with padding: the alphabet of notes, checkpoints and proofs. */
export function toBase64(bytes: Uint8Array): string {
  const text = encode(bytes, STANDARD)
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=')
}

/** RFC 4648 §5, without padding: the alphabet of commitments. */
export function toBase64Url(bytes: Uint8Array): string {
  return encode(bytes, URL_SAFE)
}

/**
 * Bytes of padded standard base64. Throws a RangeError on another alphabet, missing padding, white space, or
 * non-zero trailing bits, so that one value has exactly one text (RFC 4648 §3.5).
 */
export function fromBase64(text: string): Uint8Array {
  const digits = text.replace(/={1,2}$/, '')
  if (text.length % 4 !== 0 || text.length !== Math.ceil(digits.length / 4) * 4) {
    throw new RangeError('not padded base64')
  }
  return decode(digits, STANDARD)
}

/** Bytes of unpadded URL-safe base64, with the same strictness as `fromBase64`. */
export function fromBase64Url(text: string): Uint8Array {
  return decode(text, URL_SAFE)
}

function encode(bytes: Uint8Array, alphabet: string): string {
  let text = ''
  let pending = 0
  let bits = 0
  for (const byte of bytes) {
    pending = (pending << 8) | byte
    for (bits += 8; bits >= 6; bits -= 6) text += alphabet.charAt((pending >> (bits - 6)) & 63)
    pending &= (1 << bits) - 1
  }
  return bits === 0 ? text : text + alphabet.charAt((pending << (6 - bits)) & 63)
}

function decode(digits: string, alphabet: string): Uint8Array {
  if (digits.length % 4 === 1) throw new RangeError('truncated base64')
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  let pending = 0
  let bits = 0
  let at = 0
  for (const digit of digits) {
    const value = alphabet.indexOf(digit)
    if (value < 0) throw new RangeError('character outside the base64 alphabet')
    pending = (pending << 6) | value
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = pending >> bits
    pending &= (1 << bits) - 1
  }
  if (pending !== 0) throw new RangeError('base64 with non-zero trailing bits')
  return bytes
}
