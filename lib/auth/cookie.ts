/** Names and attributes of the session cookie, as next-auth reads it: `__Secure-` and `Secure` behind https. */
export function sessionCookie(url = process.env.WINNOW_URL ?? '') {
  const secure = url.startsWith('https://')
  return {
    name: `${secure ? '__Secure-' : ''}next-auth.session-token`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
    /** Seconds a session lasts without signing in again. */
    maxAge: 8 * 3600,
  }
}

/** Only a path on this site: a sign-in link must not send people elsewhere. */
export function safeBack(back: string | null | undefined, fallback: string): string {
  if (!back) return fallback
  try {
    const base = 'http://here.invalid'
    const url = new URL(back, base)
    const own = url.origin === base || url.origin === new URL(process.env.WINNOW_URL ?? base).origin
    return own ? `${url.pathname}${url.search}` : fallback
  } catch {
    return fallback
  }
}
