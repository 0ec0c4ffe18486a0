import 'server-only'
import { createReadStream } from 'node:fs'
import { namesTag, parseRange } from './byte-range'
import { frame } from './framing'
import { streamOf } from './stream'

export type ServedFile = {
  path: string
  bytes: number
  /** Names the bytes for good, so that every cache may keep them. */
  sha256: string
  contentType: string
  /** What a browser saves it as. */
  name: string
}

const PIECE = 256 * 1024

/** Streams a file that never changes: whole, a range of it, or "not modified". */
export function fileResponse(request: Request, file: ServedFile): Response {
  const etag = `"${file.sha256}"`
  const headers = new Headers({
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Content-Disposition': `attachment; filename="${file.name}"`,
    'Content-Type': file.contentType,
    ETag: etag,
    'X-Content-Type-Options': 'nosniff',
  })
  if (namesTag(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers })

  // A range of another version would not fit the part the client has (RFC 9110 §13.1.5).
  const condition = request.headers.get('if-range')
  const range =
    condition === null || condition === etag ? parseRange(request.headers.get('range'), file.bytes) : null
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${file.bytes}`)
    return new Response(null, { status: 416, headers })
  }
  const { start, end } = range ?? { start: 0, end: file.bytes - 1 }
  frame(headers, { length: end - start + 1 })
  if (range) headers.set('Content-Range', `bytes ${start}-${end}/${file.bytes}`)
  const body =
    request.method === 'HEAD' || file.bytes === 0
      ? null
      : streamOf(createReadStream(file.path, { start, end, highWaterMark: PIECE }))
  return new Response(body, { status: range ? 206 : 200, headers })
}
