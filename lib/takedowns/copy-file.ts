import 'server-only'
import type { Copy } from './answer-copy'

/** A copy as a download: nobody keeps it on the way, and no browser takes it for a page. */
export const copyFile = (copy: Copy): Response =>
  new Response(`${JSON.stringify(copy, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="winnow-copy-${copy.request}.json"`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
