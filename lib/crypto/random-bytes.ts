import 'server-only'
import { randomFillSync } from 'node:crypto'

/** Drawn at once: a call of the system for each nonce costs more than the encryption it is for. */
const POOL = 8_192
const pool = Buffer.alloc(POOL)
let used = POOL

/** Random bytes of the system's generator, each handed out once and forgotten here. Up to 64 at a time. */
export function randomBytes(length: number): Buffer {
  if (length > 64) throw new RangeError(`${length} random bytes at a time`)
  if (used + length > POOL) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = Buffer.from(pool.subarray(used, used + length))
  pool.fill(0, used, used + length)
  used += length
  return bytes
}
