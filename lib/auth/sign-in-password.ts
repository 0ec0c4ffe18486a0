import 'server-only'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/db/client'
import { person } from '@/db/schema'
import { verifyPassword } from '@/lib/auth/password'
import { AppError } from '@/lib/errors'
import { clientAddress } from '@/lib/http/client-address'
import { countAttempt } from '@/lib/http/rate-limit'

const credentials = z.object({
  email: z.email().max(254).toLowerCase(),
  password: z.string().min(1).max(1024),
})

/** Ten attempts per account and thirty per network in a quarter of an hour, right or wrong. */
const PER_ACCOUNT = { name: 'sign-in/account', max: 10, windowSeconds: 900 }
const PER_NETWORK = { name: 'sign-in/network', max: 30, windowSeconds: 900 }

/** The account, or null: the same answer in the same time for a wrong password, no such account and a disabled one. */
export async function signInWithPassword(input: unknown, headers: Record<string, string | undefined>) {
  const parsed = credentials.safeParse(input)
  if (!parsed.success) return null
  const { email, password } = parsed.data
  try {
    await countAttempt(
      PER_NETWORK,
      clientAddress({ get: (name) => headers[name] ?? null }, process.env.TRUSTED_PROXIES),
    )
    await countAttempt(PER_ACCOUNT, email)
  } catch (error) {
    // next-auth shows the message of a thrown error as the error code of the sign-in page.
    if (error instanceof AppError && error.code === 'rate_limited')
      throw new Error('RateLimited', { cause: error })
    throw error
  }
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
