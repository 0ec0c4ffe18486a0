import 'server-only'
import { itemDigest } from '@/lib/datasets/digest'
import { extractor, isBad, type Row } from '@/lib/datasets/read/extract'
import type { BadRow } from '@/lib/datasets/read/bad-row'
import { segmentKinds, type Block } from '@/lib/datasets/read/blocks'
import type { FieldPlan } from '@/lib/datasets/read/fields'
import type { TextFormat } from '@/lib/datasets/read/format'
import { allowKey, KEY_BYTES } from './allow-list'

/** What has to be read of a row to know it by its content. */
export type KeyPlan = { fields: FieldPlan; withIds: boolean }

/** What a row is known by; null for one that is no item. */
export function keyOf(row: Row | BadRow, withIds: boolean): Buffer | null {
  return isBad(row) ? null : allowKey(itemDigest(row.values), row.id, withIds)
}

/** The keys of a block, one slot for each segment; `known` is 1 where there is one. */
export type BlockKeys = { keys: Uint8Array<ArrayBuffer>; known: Uint8Array<ArrayBuffer> }

const RECORD = segmentKinds.indexOf('record')

/** Makes the function that reads the blocks of one file: the costly part of applying by content, and the same on any thread. */
export function blockKeyer(format: TextFormat, { fields, withIds }: KeyPlan): (block: Block) => BlockKeys {
  const extract = extractor(format, fields)
  return ({ bytes, kind, end, next }) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const keys = new Uint8Array(kind.length * KEY_BYTES)
    const known = new Uint8Array(kind.length)
    let start = 0
    for (let i = 0; i < kind.length; i++) {
      const key = kind[i] === RECORD ? keyOf(extract(buffer.subarray(start, end[i])), withIds) : null
      if (key) {
        keys.set(key.subarray(0, KEY_BYTES), i * KEY_BYTES)
        known[i] = 1
      }
      start = next[i] ?? start
    }
    return { keys, known }
  }
}
