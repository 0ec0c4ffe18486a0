import { NextResponse } from 'next/server'
import { THEME_COOKIE, themeOf } from '@/components/shell/viewer'

/** The choice of colours for those without JavaScript: sets the cookie and goes back to the page it came from. */
export async function POST(request: Request): Promise<NextResponse> {
  const chosen = (await request.formData()).get('theme')
  const theme = themeOf(typeof chosen === 'string' ? chosen : undefined)
  // A path only: a Referer of another site must not become an open redirect, and behind a proxy our own host is unknown.
  const response = new NextResponse(null, { status: 303, headers: { location: backPath(request) } })
  response.cookies.set(THEME_COOKIE, theme, { path: '/', maxAge: 365 * 24 * 60 * 60, sameSite: 'lax' })
  return response
}

function backPath(request: Request): string {
  const referer = URL.parse(request.headers.get('referer') ?? '')
  if (!referer || referer.host !== request.headers.get('host') || referer.pathname.startsWith('//'))
    return '/'
  return `${referer.pathname}${referer.search}`
}
