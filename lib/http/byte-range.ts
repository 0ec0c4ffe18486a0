/** First and last byte, both inclusive. */
export type ByteRange = { start: number; end: number }

/**
 * The one range a request asks for (RFC 9110 §14). Null for the whole: no header, a form we do not know, or several ranges, which
 * a server may answer with the whole. `unsatisfiable` begins behind the end.
 */
export function parseRange(header: string | null, size: number): ByteRange | null | 'unsatisfiable' {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return null
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  if (last !== '' && Number(last) < start) return null
  if (start >= size) return 'unsatisfiable'
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
}

/** Whether a list of entity tags (`If-None-Match`) names this one; a weak tag matches too (RFC 9110 §13.1.2). */
export function namesTag(header: string | null, etag: string): boolean {
  if (header === null) return false
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
}
