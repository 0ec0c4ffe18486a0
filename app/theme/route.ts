import { NextResponse } from 'next/server'
import { THEME_COOKIE, themeOf } from '@/components/shell/viewer'
import { backPath } from '@/lib/http/back-path'

/** The choice of colours for those without JavaScript: sets the cookie and goes back to the page it came from. */
export async function POST(request: Request): Promise<NextResponse> {
  const chosen = (await request.formData()).get('theme')
  const theme = themeOf(typeof chosen === 'string' ? chosen : undefined)
  const response = new NextResponse(null, { status: 303, headers: { location: backPath(request) } })
  response.cookies.set(THEME_COOKIE, theme, { path: '/', maxAge: 365 * 24 * 60 * 60, sameSite: 'lax' })
  return response
}
