import 'server-only'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { namesTag } from '@/lib/http/byte-range'
import { errorResponse } from '@/lib/http/error-response'
import { frame } from '@/lib/http/framing'
import { plainText } from '@/lib/http/plain-text'
import { inEnglish } from '@/lib/i18n/say'
import { parseTilePath, type TileAddress } from '@/lib/tlog/tile-path'
import { readTile } from './tiles'

/**
 * Answers `/log/tile/<level>/<index>[.p/<width>]` and `/log/tile/entries/…` (c2sp.org/tlog-tiles). Any other spelling
 * of an address, and any tile beyond the published size, is 404: clients fall back on that status alone.
 */
export async function serveTile(request: Request): Promise<Response> {
  try {
    const address = parseTilePath(new URL(request.url).pathname.replace(/^\/log\//, ''))
    const bytes = address && (await readTile(address))
    return bytes ? tileResponse(request, address, bytes) : missing()
  } catch (error) {
    return inEnglish(() => errorResponse(error))
  }
}

const IMMUTABLE = 'public, max-age=31536000, immutable'
const compress = promisify(gzip)

async function tileResponse(request: Request, { level }: TileAddress, bytes: Uint8Array): Promise<Response> {
  // Hashes do not compress; entries, which are JSON, to about a third.
  const compressed = level === 'entries' && acceptsGzip(request.headers.get('accept-encoding'))
  // The tag is that of the bytes sent, so that a cache does not take one encoding for the other (RFC 9110 §8.8.3).
  const etag = `"${createHash('sha256').update(bytes).digest('base64url')}${compressed ? '-gzip' : ''}"`
  const headers = new Headers({
    'Cache-Control': IMMUTABLE,
    'Content-Type': 'application/octet-stream',
    ETag: etag,
    'X-Content-Type-Options': 'nosniff',
    // Anybody's page may verify the log: all of it is public.
    'Access-Control-Allow-Origin': '*',
    ...(level === 'entries' ? { Vary: 'Accept-Encoding' } : {}),
  })
  if (namesTag(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers })
  const body = compressed ? await compress(bytes) : bytes
  frame(headers, { length: body.length, encoding: compressed ? 'gzip' : undefined })
  return new Response(request.method === 'HEAD' ? null : Uint8Array.from(body), { headers })
}

/** Not kept by anybody: a tile that is missing today may be full tomorrow. */
function missing(): Response {
  const answer = plainText('The published log has no such tile.\n', 'no-store')
  return new Response(answer.body, { status: 404, headers: answer.headers })
}

/** RFC 9110 §12.5.3: named, or covered by `*`, and not with a weight of 0. */
function acceptsGzip(header: string | null): boolean {
  const weights = new Map(
    (header ?? '').split(',').map((part): [string, number] => {
      const [coding = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
      const weight = parameters.find((text) => text.startsWith('q='))?.slice(2) ?? '1'
      return [coding, Number(weight)]
    }),
  )
  return (weights.get('gzip') ?? weights.get('*') ?? 0) > 0
}
