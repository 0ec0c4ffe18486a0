import 'server-only'
import { createCipheriv, createDecipheriv } from 'node:crypto'
import { randomBytes } from './random-bytes'

/** nonce (12) ‖ tag (16) ‖ ciphertext, AES-256-GCM (NIST SP 800-38D). */
const NONCE = 12
const TAG = 16
export const AEAD_OVERHEAD = NONCE + TAG

/** Encrypts under a 32-byte key; `bound` is authenticated with it and not stored. A key seals far fewer than 2^32 values. */
export function encrypt(key: Uint8Array, bound: Uint8Array, plaintext: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound)
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** Throws when the key is another one, or when a byte or what it is bound to was changed. */
export function decrypt(key: Uint8Array, bound: Uint8Array, box: Uint8Array): Buffer {
  if (box.length < AEAD_OVERHEAD) throw new Error('not an encrypted value')
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE)).setAAD(bound)
  decipher.setAuthTag(box.subarray(NONCE, AEAD_OVERHEAD))
  return Buffer.concat([decipher.update(box.subarray(AEAD_OVERHEAD)), decipher.final()])
}
