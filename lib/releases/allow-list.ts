import 'server-only'
import { hash } from 'node:crypto'

/**
 * How often each content may be kept: a multiset of digests, 16 bytes and a counter each, in flat memory (27 MiB for a million
 * rows). Half a SHA-256 is enough: to pass for a listed row by it takes a second preimage of 128 bits.
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

  add(key: Buffer): void {
    const slot = this.find(key)
    for (let word = 0; word < 4; word++) this.words[slot * 4 + word] = key.readUInt32LE(word * 4)
    this.left[slot] = (this.left[slot] ?? 0) + 1
  }

  /** Uses up one of the rows listed under this key; false if there is none (any more). */
  take(key: Buffer): boolean {
    const slot = this.find(key)
    const left = this.left[slot] ?? 0
    if (left === 0) return false
    this.left[slot] = left - 1
    return true
  }

  /** The slot of the key, or the free one where it belongs. A used-up slot stays taken: it is told free by its words. */
  private find(key: Buffer): number {
    let slot = key.readUInt32LE(0) & this.mask
    while (!this.isFree(slot) && !this.holds(slot, key)) slot = (slot + 1) & this.mask
    return slot
  }

  private isFree(slot: number): boolean {
    const { words } = this
    const at = slot * 4
    return words[at] === 0 && words[at + 1] === 0 && words[at + 2] === 0 && words[at + 3] === 0
  }

  private holds(slot: number, key: Buffer): boolean {
    const { words } = this
    const at = slot * 4
    for (let word = 0; word < 4; word++) if (words[at + word] !== key.readUInt32LE(word * 4)) return false
    return true
  }
}

/**
 * What a row is known by. With its id, two people who wrote the same are told apart, so that the removal of one row does not take
 * the other's place on the list.
 */
export function allowKey(digest: Buffer, id: string | null, withIds: boolean): Buffer {
  return withIds ? hash('sha256', Buffer.concat([digest, Buffer.from(id ?? '')]), 'buffer') : digest
}
