import { concat } from './bytes'

/** The longest entry a bundle can hold: its length is a 16-bit prefix (c2sp.org/tlog-tiles). */
export const MAX_ENTRY_LENGTH = 65_535

/** An entry bundle: for each entry its length as a big-endian 16-bit number, then its bytes. */
export function formatBundle(entries: readonly Uint8Array[]): Uint8Array {
  return concat(...entries.flatMap((entry) => [lengthPrefix(entry), entry]))
}

/** The entries of a bundle. Throws a RangeError when it ends inside an entry. */
export function parseBundle(bundle: Uint8Array): Uint8Array[] {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength)
  const entries: Uint8Array[] = []
  for (let at = 0; at < bundle.length;) {
    const start = at + 2
    const end = start <= bundle.length ? start + view.getUint16(at) : Infinity
    if (end > bundle.length) throw new RangeError(`the bundle ends inside entry ${entries.length}`)
    entries.push(bundle.slice(start, end))
    at = end
  }
  return entries
}

function lengthPrefix(entry: Uint8Array): Uint8Array {
  if (entry.length > MAX_ENTRY_LENGTH) {
    throw new RangeError(`an entry has at most ${MAX_ENTRY_LENGTH} bytes, this one ${entry.length}`)
  }
  return Uint8Array.of(Math.floor(entry.length / 256), entry.length % 256)
}
