import { NextResponse, type NextRequest } from 'next/server'

const development = process.env.NODE_ENV === 'development'
const https = (process.env.WINNOW_URL ?? '').startsWith('https://')

/** Sets the nonce and the security headers. It never authorizes: pages, actions and verbs do. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = SENT_FILE.test(request.nextUrl.pathname) ? SANDBOX : contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy) // Next.js reads the nonce for its own scripts from here

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('x-frame-options', 'DENY')
  response.headers.set('cross-origin-opener-policy', 'same-origin')
  response.headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
  // A tracking link is a key: its path must not travel in a Referer header. Not `no-referrer`: with that a browser posts
  // the page's form, where JavaScript is off, as `Origin: null`, and Next.js refuses the action.
  response.headers.set(
    'referrer-policy',
    /^\/(takedowns\/(confirm|track)|copies\/(confirm|holder)|lookup\/proven)\//.test(request.nextUrl.pathname)
      ? 'strict-origin'
      : 'same-origin',
  )
  if (https) response.headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains')
  return response
}

/** A file that a stranger sent along with a request: nothing in it runs, loads or is framed, whatever a browser takes it for. */
const SENT_FILE = /^\/requests\/[^/]+\/files\//
const SANDBOX = `sandbox; default-src 'none'; frame-ancestors 'none'`

function contentSecurityPolicy(nonce: string): string {
  const issuer = process.env.OIDC_ISSUER ? ` ${new URL(process.env.OIDC_ISSUER).origin}` : ''
  return [
    `default-src 'self'`,
    // React's development build evaluates strings to rebuild stack traces.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? ` 'unsafe-eval'` : ''}`,
    development ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `form-action 'self'${issuer}`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `object-src 'none'`,
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

// Not uploads of datasets: Next holds the body of what a proxy sees in memory, and hands on no more of it than its limit, without a word.
export const config = {
  matcher: ['/((?!_next/static|_next/image|icon.svg|api/v1/datasets/[^/]+/uploads).*)'],
}
