/**
 * The page a form came from. A path only: a Referer of another site must not become an open redirect, and behind a proxy our own
 * host is unknown.
 */
export function backPath(request: Request): string {
  const referer = URL.parse(request.headers.get('referer') ?? '')
  if (!referer || referer.host !== request.headers.get('host') || referer.pathname.startsWith('//'))
    return '/'
  return `${referer.pathname}${referer.search}`
}
