/** A text/plain answer for programs and people alike. Public without exception, so another site's page may read it too. */
export function plainText(body: string, cacheControl: string): Response {
  return new Response(body, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': cacheControl,
      'access-control-allow-origin': '*',
    },
  })
}
