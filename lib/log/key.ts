import 'server-only'
import { createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign, verify } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { env, type Env } from '@/lib/runtime/env'
import { concat, fromHex } from '@/lib/tlog/bytes'

/** The key that signs checkpoints. Whoever has its seed can speak as the log. */
export type LogKey = { publicKey: Uint8Array; sign: (message: Uint8Array) => Uint8Array }

/**
 * The Ed25519 key of `WINNOW_LOG_KEY` (base64 of a 32-byte seed), else of `<data folder>/keys/log.seed`, which is made
 * when it is missing. That a made key is not the one an existing log was signed with is found out by `checkHead`.
 */
export function logKey({ logKey: given, dataDir }: Pick<Env, 'logKey' | 'dataDir'> = env()): LogKey {
  if (given) return keyOfSeed(seedOf(given, 'WINNOW_LOG_KEY'))
  const file = path.join(dataDir, 'keys', 'log.seed')
  if (!existsSync(file)) makeSeed(file)
  return keyOfSeed(seedOf(readFileSync(file, 'ascii'), file))
}

/** A key the log signed with before: its vkey, or, while it goes on signing beside the new one, the key itself. */
export type OldKey = LogKey | string

/** Former keys: those of `WINNOW_LOG_OLD_KEYS`, else of the lines of `<data folder>/keys/log.old`. */
export function oldLogKeys(
  { logOldKeys: given, dataDir }: Pick<Env, 'logOldKeys' | 'dataDir'> = env(),
): OldKey[] {
  const file = path.join(dataDir, 'keys', 'log.old')
  const text = given ?? (existsSync(file) ? readFileSync(file, 'ascii') : '')
  const where = given === undefined ? file : 'WINNOW_LOG_OLD_KEYS'
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => (SEED.test(word) ? keyOfSeed(seedOf(word, where)) : word))
}

/** Base64 of 32 bytes; a vkey is longer. */
const SEED = /^[A-Za-z0-9+/]{43}=$/

export function keyOfSeed(seed: Uint8Array): LogKey {
  const privateKey = createPrivateKey({ key: Buffer.from(concat(PKCS8, seed)), format: 'der', type: 'pkcs8' })
  return { publicKey: rawPublicKey(privateKey), sign: (message) => sign(null, message, privateKey) }
}

/** Ed25519 by OpenSSL, as lib/tlog asks for it. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.from(concat(SPKI, publicKey)), format: 'der', type: 'spki' })
  return verify(null, message, key, signature)
}

/** RFC 8410: what stands before the 32 bytes of a private and of a public Ed25519 key in DER. */
const PKCS8 = fromHex('302e020100300506032b657004220420')
const SPKI = fromHex('302a300506032b6570032100')

function rawPublicKey(privateKey: KeyObject): Uint8Array {
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  return Uint8Array.from(der.subarray(SPKI.length))
}

function seedOf(base64: string, where: string): Uint8Array {
  const seed = Buffer.from(base64.trim(), 'base64')
  if (seed.length !== 32)
    throw new Error(`${where} must be the base64 of 32 bytes (openssl rand -base64 32 makes one)`)
  return seed
}

/** Written whole under another name, then linked: of two processes that start at once, the second finds the first's. */
function makeSeed(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true })
  chmodSync(path.dirname(file), 0o700)
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  const handle = openSync(draft, 'wx', 0o600)
  try {
    writeSync(handle, `${randomBytes(32).toString('base64')}\n`)
    fsyncSync(handle)
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    closeSync(handle)
    rmSync(draft)
  }
}
