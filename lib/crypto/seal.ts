import 'server-only'
import { decrypt, encrypt } from './aead'
import { derivedKey } from './instance-key'

export { fingerprint } from './instance-key'

/** Layout of a value sealed under the instance: version 0x01 ‖ box (aead.ts). What is about somebody is sealed under a key of its own: subject-seal.ts. */
const VERSION = 1
const NOTHING = Buffer.alloc(0)

/** Encrypts what is secret and about nobody: upload tickets, openings about policies and releases. */
export function seal(plaintext: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(VERSION), encrypt(derivedKey('seal'), NOTHING, plaintext)])
}

/** Decrypts what `seal` made. Throws when the key is another one or a byte was changed. */
export function open(sealed: Uint8Array): Buffer {
  if (!isInstanceSealed(sealed)) throw new Error('not a sealed value')
  return decrypt(derivedKey('seal'), NOTHING, sealed.subarray(1))
}

export const isInstanceSealed = (sealed: Uint8Array): boolean => sealed[0] === VERSION

export const sealJson = (value: unknown): Buffer => seal(Buffer.from(JSON.stringify(value)))
export const openJson = (sealed: Uint8Array): unknown => JSON.parse(open(sealed).toString('utf8'))
