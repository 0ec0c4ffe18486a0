import { NextResponse } from 'next/server'
import { backPath } from '@/lib/http/back-path'
import { chosenLocale, LOCALE_COOKIE } from '@/lib/i18n/locales'

/** The choice of a language: sets the cookie and goes back to the page it came from. */
export async function POST(request: Request): Promise<NextResponse> {
  const chosen = (await request.formData()).get('locale')
  const locale = chosenLocale(typeof chosen === 'string' ? chosen : undefined)
  const response = new NextResponse(null, { status: 303, headers: { location: backPath(request) } })
  if (locale)
    response.cookies.set(LOCALE_COOKIE, locale, { path: '/', maxAge: 365 * 24 * 60 * 60, sameSite: 'lax' })
  return response
}
