/** A text/plain answer for programs and people alike. */
export function plainText(body: string, cacheControl: string): Response {
  return new Response(body, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': cacheControl },
  })
}
