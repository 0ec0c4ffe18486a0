/// <reference lib="es2024.string" />
import 'server-only'
import { hash } from 'node:crypto'

/** Version of the definition in docs/item-digest.md; a dataset keeps the one it began with. */
export const DIGEST_SCHEME = 1

/**
 * Identity of an item: SHA-256 of `canonicalBytes`, 32 bytes.
 *
 * @param values the dataset's content fields in their declared order, '' for null or missing
 */
export function itemDigest(values: readonly string[]): Buffer {
  return hash('sha256', writeCanonical(values), 'buffer')
}

/** The bytes that are hashed: `"winnow-item/1\n"`, then each value as a netstring of its (generalised) UTF-8. */
export function canonicalBytes(values: readonly string[]): Buffer {
  return Buffer.from(writeCanonical(values))
}

/** Text form of a digest: 64 lower-case hex digits. */
export const digestText = (digest: Uint8Array): string => Buffer.from(digest).toString('hex')

const HEADER = Buffer.from('winnow-item/1\n', 'latin1')

// One growing scratch buffer per thread: allocating per row costs as much as hashing it.
let scratch = Buffer.alloc(64 * 1024)
HEADER.copy(scratch)

/** A view of the scratch buffer, valid until the next call. */
function writeCanonical(values: readonly string[]): Buffer {
  let end = HEADER.length
  for (const value of values) {
    const length = Buffer.byteLength(value, 'utf8')
    reserve(end + length + 24, end)
    end += scratch.write(`${length}:`, end, 'latin1')
    end += value.isWellFormed() ? scratch.write(value, end, 'utf8') : writeGeneralised(value, end)
    scratch[end++] = 0x2c
  }
  return scratch.subarray(0, end)
}

function reserve(size: number, used: number): void {
  if (size <= scratch.length) return
  const larger = Buffer.alloc(Math.max(size, scratch.length * 2))
  scratch.copy(larger, 0, 0, used)
  scratch = larger
}

/**
 * Generalised UTF-8 (WTF-8, https://simonsapin.github.io/wtf-8/): a lone surrogate becomes its own three bytes,
 * where UTF-8 encoders write U+FFFD and two different texts would share a digest. Same byte length either way.
 */
function writeGeneralised(value: string, at: number): number {
  let end = at
  for (const char of value) {
    const unit = char.charCodeAt(0)
    if (char.length === 1 && unit >= 0xd800 && unit <= 0xdfff) {
      scratch[end++] = 0xe0 | (unit >> 12)
      scratch[end++] = 0x80 | ((unit >> 6) & 0x3f)
      scratch[end++] = 0x80 | (unit & 0x3f)
    } else end += scratch.write(char, end, 'utf8')
  }
  return end - at
}
