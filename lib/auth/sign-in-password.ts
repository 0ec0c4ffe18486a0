import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { person } from '@/db/schema'
import { signInInput } from '@/lib/auth/input'
import { verifyPassword } from '@/lib/auth/password'
import { countAttempt } from '@/lib/http/rate-limit'

/** Ten attempts per account and thirty per network in a quarter of an hour, right or wrong. */
const PER_ACCOUNT = { name: 'sign-in/account', max: 10, windowSeconds: 900 }
const PER_NETWORK = { name: 'sign-in/network', max: 30, windowSeconds: 900 }

export type SignedIn = { id: string; sessionVersion: number }

/**
 * The account, or null: the same answer in the same time for a wrong password, no such account and a disabled one.
 * `network` is whatever names the caller's network. Throws `rate_limited` beyond the limits above.
 */
export async function signInWithPassword(input: unknown, network: string): Promise<SignedIn | null> {
  const parsed = signInInput.safeParse(input)
  if (!parsed.success) return null
  const { email, password } = parsed.data
  await countAttempt(PER_NETWORK, network)
  await countAttempt(PER_ACCOUNT, email)
  const [row] = await db()
    .select({
      id: person.id,
      hash: person.passwordHash,
      version: person.sessionVersion,
      disabledAt: person.disabledAt,
    })
    .from(person)
    .where(eq(person.email, email))
  const right = await verifyPassword(password, row?.hash ?? null)
  return row && right && !row.disabledAt ? { id: row.id, sessionVersion: row.version } : null
}
