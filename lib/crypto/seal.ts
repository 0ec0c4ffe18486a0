import 'server-only'
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Layout of a sealed value: version 0x01 ‖ nonce (12) ‖ tag (16) ‖ ciphertext; AES-256-GCM under a key derived from `WINNOW_KEY`. */
const VERSION = 1
const NONCE = 12
const TAG = 16

/** Encrypts personal data, openings and notes before they reach Postgres. */
export function seal(plaintext: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', derivedKey('seal'), nonce)
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), body])
}

/** Decrypts what `seal` made. Throws when the key is another one or a byte was changed. */
export function open(sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed)
  if (bytes.length < 1 + NONCE + TAG || bytes[0] !== VERSION) throw new Error('not a sealed value')
  const decipher = createDecipheriv('aes-256-gcm', derivedKey('seal'), bytes.subarray(1, 1 + NONCE))
  decipher.setAuthTag(bytes.subarray(1 + NONCE, 1 + NONCE + TAG))
  return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE + TAG)), decipher.final()])
}

export const sealJson = (value: unknown): Buffer => seal(Buffer.from(JSON.stringify(value)))
export const openJson = (sealed: Uint8Array): unknown => JSON.parse(open(sealed).toString('utf8'))

/** Keyed fingerprint (32 bytes) that finds equal values without storing them. `purpose` keeps uses apart. */
export function fingerprint(purpose: string, value: string): Buffer {
  return createHmac('sha256', derivedKey(`fingerprint/${purpose}`))
    .update(value)
    .digest()
}

const keys = new Map<string, Buffer>()

/** HKDF-SHA-256 (RFC 5869) of the instance key, one sub-key per purpose. */
function derivedKey(purpose: string): Buffer {
  const secret = process.env.WINNOW_KEY
  if (!secret) throw new Error('WINNOW_KEY is not set')
  const name = `${secret}\n${purpose}`
  const known = keys.get(name)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', secret, '', `winnow/v1/${purpose}`, 32))
  keys.set(name, key)
  return key
}
