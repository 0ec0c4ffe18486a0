import 'server-only'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { unavailable } from '@/lib/errors'

/**
 * Writes what an address answers to a file. False if it is optional and not there.
 *
 * @throws AppError `unavailable` when it does not answer, refuses or breaks off
 */
export async function download(
  url: URL,
  file: string,
  signal: AbortSignal | undefined,
  { optional = false } = {},
): Promise<boolean> {
  const response = await fetch(url, { signal: signal ?? null }).catch((error: unknown) => {
    throw unavailable(`${url} cannot be reached (${causeOf(error)}).`)
  })
  // A page that is not there may answer with a page that says so.
  if (
    optional &&
    (response.status === 404 || response.headers.get('content-type')?.startsWith('text/html'))
  ) {
    await response.body?.cancel()
    return false
  }
  if (!response.ok || !response.body) throw unavailable(`${url} answers ${response.status}.`)
  await mkdir(path.dirname(file), { recursive: true })
  await pipeline(piecesOf(response.body), createWriteStream(file)).catch((error: unknown) => {
    throw unavailable(`${url} broke off (${causeOf(error)}).`)
  })
  return true
}

/** `Readable.fromWeb` wants node:stream/web's type, which is not the one `fetch` declares. */
async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return cause instanceof Error ? cause.message : String(cause)
}
