import { request } from 'node:http'

export type Answer = { status: number; sent: number; said: string }

/** Sends so many bytes until it is answered or cut off; `declared`: with their length. */
export function postBytes(
  to: { host: string; port: number | string },
  path: string,
  bytes: number,
  { declared = true, from }: { declared?: boolean; from?: string } = {},
): Promise<Answer> {
  return new Promise((resolve) => {
    let sent = 0
    let status = 0
    let said = ''
    const outgoing = request({
      ...to,
      ...{ method: 'POST', path },
      headers: {
        ...(from === undefined ? {} : { 'x-forwarded-for': from }),
        ...(declared ? { 'content-length': bytes } : {}),
      },
    })
    const done = () => resolve({ status, sent, said })
    outgoing.on('response', (response) => {
      status = response.statusCode ?? 0
      response
        .setEncoding('utf8')
        .on('data', (text: string) => (said += text))
        .on('end', done)
        .on('error', done)
    })
    outgoing.on('error', done)
    const piece = Buffer.alloc(64 * 1024)
    const more = () => {
      while (sent < bytes && status === 0 && !outgoing.destroyed) {
        const next = piece.subarray(0, Math.min(piece.length, bytes - sent))
        sent += next.length
        if (!outgoing.write(next)) return outgoing.once('drain', () => setImmediate(more))
      }
      return outgoing.end()
    }
    more()
  })
}
