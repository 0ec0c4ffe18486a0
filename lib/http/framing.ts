/**
 * Sets length and encoding of a body that is sent as it is. Twice: Next drops the real headers of a route's answer, and
 * our server puts them back from the others (lib/runtime/framing.mjs).
 */
export function frame(headers: Headers, { length, encoding }: { length: number; encoding?: 'gzip' }): void {
  for (const prefix of ['', 'x-winnow-']) {
    headers.set(`${prefix}content-length`, String(length))
    if (encoding) headers.set(`${prefix}content-encoding`, encoding)
  }
}
