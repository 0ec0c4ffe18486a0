import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import credentials from 'next-auth/providers/credentials'
import { sessionCookie } from '@/lib/auth/cookie'
import { parseProfile, readProfile, type OidcProfile } from '@/lib/auth/oidc-profile'
import { signInWithOidc } from '@/lib/auth/sign-in-oidc'
import { signInWithPassword } from '@/lib/auth/sign-in-password'
import { fingerprint } from '@/lib/crypto/seal'
import { AppError } from '@/lib/errors'
import { clientAddress } from '@/lib/http/client-address'

declare module 'next-auth' {
  interface Session {
    /** Identity and session version only; roles are read from the database on each request. */
    winnow?: { personId: string; sessionVersion: number }
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    sv?: number
  }
}

export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: sessionCookie().maxAge },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  useSecureCookies: sessionCookie().options.secure,
  providers: [
    credentials({
      name: 'E-mail and password',
      credentials: { email: {}, password: {} },
      authorize: (input, request) => signInByProgram(input, request.headers ?? {}),
    }),
    ...oidcProviders(),
  ],
  callbacks: {
    async signIn({ account, profile, user }) {
      if (account?.provider !== 'oidc') return true
      const person = await signInWithOidc(account.providerAccountId, parseProfile(profile))
      if (!person) return '/sign-in?error=NoAccount'
      user.id = person.id
      user.sessionVersion = person.sessionVersion
      return true
    },
    jwt({ token, user }) {
      if (!user) return token
      return { sub: user.id, sv: user.sessionVersion }
    },
    session({ session, token }) {
      const { expires } = session
      return token.sub && token.sv !== undefined
        ? { expires, winnow: { personId: token.sub, sessionVersion: token.sv } }
        : { expires }
    },
  },
}

declare module 'next-auth' {
  interface User {
    sessionVersion?: number
  }
}

/** next-auth's own endpoint: the same check as the sign-in page. It shows the message of a thrown error as an error code. */
async function signInByProgram(input: unknown, headers: Record<string, string | undefined>) {
  const address = clientAddress({ get: (name) => headers[name] ?? null }, process.env.TRUSTED_PROXIES)
  try {
    return await signInWithPassword(input, fingerprint('network', address).toString('hex'))
  } catch (error) {
    if (error instanceof AppError)
      throw new Error(error.code === 'rate_limited' ? 'RateLimited' : 'Refused', { cause: error })
    throw error
  }
}

function oidcProviders(): NextAuthOptions['providers'] {
  const issuer = process.env.OIDC_ISSUER
  if (!issuer) return []
  return [
    {
      id: 'oidc',
      name: 'Single sign-on',
      type: 'oauth',
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: process.env.OIDC_CLIENT_ID,
      clientSecret: process.env.OIDC_CLIENT_SECRET,
      authorization: { params: { scope: 'openid email profile' } },
      userinfo: { request: ({ client, tokens }) => readProfile(client, tokens) },
      profile: (profile: OidcProfile) => ({ id: profile.sub }),
    },
  ]
}
