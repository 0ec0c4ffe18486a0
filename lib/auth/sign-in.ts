import 'server-only'
import { cookies } from 'next/headers'
import { encode } from 'next-auth/jwt'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import type { Member, Visitor } from '@/lib/auth/actor'
import { safeBack, sessionCookie } from '@/lib/auth/cookie'
import type { signInInput } from '@/lib/auth/input'
import { landing } from '@/lib/auth/landing'
import { loadMember } from '@/lib/auth/load-actor'
import { type SignedIn, signInWithPassword } from '@/lib/auth/sign-in-password'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'

/** Verb of the sign-in page: works without JavaScript, and sets the cookie that next-auth reads. */
export async function signIn(tx: Tx, visitor: Visitor, input: z.output<typeof signInInput>) {
  const account = await signInWithPassword(input, visitor.network)
  if (!account) throw invalid(say('account.errors.noMatch'))
  await startSession(account)
  const member = await loadMember(tx, account.id)
  return { back: safeBack(input.callbackUrl, member ? landing(member) : paths.home()) }
}

/** The token holds the person's id and session version, nothing else. */
export async function startSession({ id, sessionVersion }: SignedIn): Promise<void> {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set')
  const { name, options, maxAge } = sessionCookie()
  const token = await encode({ token: { sub: id, sv: sessionVersion }, secret, maxAge })
  ;(await cookies()).set(name, token, { ...options, maxAge })
}

export async function signOut(_tx: Tx, _actor: Member): Promise<Record<string, never>> {
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
  return {}
}
