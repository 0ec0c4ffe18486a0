import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'

const keys = new Map<string, Buffer>()

/** HKDF-SHA-256 (RFC 5869) of `WINNOW_KEY`, one sub-key of 32 bytes per purpose. */
export function derivedKey(purpose: string): Buffer {
  const secret = process.env.WINNOW_KEY
  if (!secret) throw new Error('WINNOW_KEY is not set')
  const name = `${secret}\n${purpose}`
  const known = keys.get(name)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', secret, '', `winnow/v1/${purpose}`, 32))
  keys.set(name, key)
  return key
}

/** Keyed fingerprint (32 bytes) that finds equal values without storing them. `purpose` keeps uses apart. */
export function fingerprint(purpose: string, value: string): Buffer {
  return createHmac('sha256', derivedKey(`fingerprint/${purpose}`))
    .update(value)
    .digest()
}
