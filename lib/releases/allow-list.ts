import 'server-only'
import { hash } from 'node:crypto'

/** Bytes of a key that count. Half a SHA-256 is enough: to pass for a listed row by it takes a second preimage of 128 bits. */
export const KEY_BYTES = 16

/**
 * How often each content may be kept: a multiset of digests, `KEY_BYTES` and a counter each, in flat memory (27 MiB for a million
 * rows).
 */
export class AllowList {
  private readonly words: Uint32Array
  private readonly left: Uint32Array
  private readonly mask: number

  /** @param rows how many will be added at most */
  constructor(rows: number) {
    let slots = 16
    while (slots * 0.7 < rows) slots *= 2
    this.words = new Uint32Array(slots * 4)
    this.left = new Uint32Array(slots)
    this.mask = slots - 1
  }

  add(key: Uint8Array): void {
    const slot = this.find(key)
    for (let word = 0; word < 4; word++) this.words[slot * 4 + word] = wordOf(key, word)
    this.left[slot] = (this.left[slot] ?? 0) + 1
  }

  /** Uses up one of the rows listed under this key; false if there is none (any more). */
  take(key: Uint8Array): boolean {
    const slot = this.find(key)
    const left = this.left[slot] ?? 0
    if (left === 0) return false
    this.left[slot] = left - 1
    return true
  }

  /** The slot of the key, or the free one where it belongs. A used-up slot stays taken: it is told free by its words. */
  private find(key: Uint8Array): number {
    let slot = wordOf(key, 0) & this.mask
    while (!this.isFree(slot) && !this.holds(slot, key)) slot = (slot + 1) & this.mask
    return slot
  }

  private isFree(slot: number): boolean {
    const { words } = this
    const at = slot * 4
    return words[at] === 0 && words[at + 1] === 0 && words[at + 2] === 0 && words[at + 3] === 0
  }

  private holds(slot: number, key: Uint8Array): boolean {
    const { words } = this
    const at = slot * 4
    for (let word = 0; word < 4; word++) if (words[at + word] !== wordOf(key, word)) return false
    return true
  }
}

const wordOf = (key: Uint8Array, word: number): number =>
  ((key[word * 4] ?? 0) |
    ((key[word * 4 + 1] ?? 0) << 8) |
    ((key[word * 4 + 2] ?? 0) << 16) |
    ((key[word * 4 + 3] ?? 0) << 24)) >>>
  0

/**
 * What a row is known by. With its id, two people who wrote the same are told apart, so that the removal of one row does not take
 * the other's place on the list.
 */
export function allowKey(digest: Buffer, id: string | null, withIds: boolean): Buffer {
  return withIds ? hash('sha256', Buffer.concat([digest, Buffer.from(id ?? '')]), 'buffer') : digest
}
