import 'server-only'
import { streamOf } from '@/lib/http/stream'
import type { SavedCopy } from './saved-copy'

/** A copy as a download: nobody keeps it on the way, and no browser takes it for a page. */
export const copyFile = ({ reference, file }: SavedCopy): Response =>
  new Response(streamOf(file), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="winnow-copy-${reference}.json"`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
