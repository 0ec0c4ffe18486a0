import 'server-only'
import type { MediaType } from './kinds'

export type OpenedFile = { reference: string; n: number; mediaType: MediaType; bytes: Buffer }

const SERVED: Readonly<Record<MediaType, { type: string; ending: string; shown: boolean }>> = {
  // A viewer of PDF runs what is in it, inside or outside of the browser: it is saved, and opened by whoever decides to.
  'application/pdf': { type: 'application/pdf', ending: 'pdf', shown: false },
  'image/png': { type: 'image/png', ending: 'png', shown: true },
  'image/jpeg': { type: 'image/jpeg', ending: 'jpg', shown: true },
  'text/plain': { type: 'text/plain; charset=utf-8', ending: 'txt', shown: true },
}

/** A file that a stranger sent, under a name of ours. */
export function fileAnswer({ reference, n, mediaType, bytes }: OpenedFile): Response {
  const { type, ending, shown } = SERVED[mediaType]
  const name = `${reference}-${n}.${ending}`
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `${shown ? 'inline' : 'attachment'}; filename="${name}"`,
      // proxy.ts says the same of this address.
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    },
  })
}
