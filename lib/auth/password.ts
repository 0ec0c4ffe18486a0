import 'server-only'
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** OWASP's scrypt setting with 32 MiB: N = 2^15, r = 8, p = 3. */
const LN = 15
const R = 8
const P = 3
const KEY_BYTES = 32

/** PHC string `$scrypt$ln=15,r=8,p=3$<salt>$<hash>`, base64 without padding. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, LN, R, P)
  return `$scrypt$ln=${LN},r=${R},p=${P}$${encode(salt)}$${encode(key)}`
}

/** Constant work and constant time, also for an account that does not exist or has no password (`stored` null). */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const parsed = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored ?? '')
  if (!parsed) {
    await derive(password, Buffer.alloc(16), LN, R, P)
    return false
  }
  const [, ln, r, p, salt = '', hash = ''] = parsed
  const expected = Buffer.from(hash, 'base64')
  const actual = await derive(password, Buffer.from(salt, 'base64'), Number(ln), Number(r), Number(p))
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}

function derive(password: string, salt: Buffer, ln: number, r: number, p: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // NFKC: the same password typed on another keyboard is the same password (NIST SP 800-63B §5.1.1.2).
    scrypt(
      password.normalize('NFKC'),
      salt,
      KEY_BYTES,
      { N: 2 ** ln, r, p, maxmem: 128 * 2 ** ln * r * 2 },
      (error, key) => (error ? reject(error) : resolve(key)),
    )
  })
}

const encode = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
