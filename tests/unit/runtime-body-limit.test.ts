import { createServer, request, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { PLAIN, refusesBody, SMALL, WITH_FILES } from '@/lib/runtime/body-limit.mjs'
import { listening } from '@/tests/support/listening'

/** A server that reads bodies to their end, as ours does behind the limit. */
let server: Server
let port = 0
let received = 0
let hold: Promise<void> | null = null

beforeAll(async () => {
  server = createServer((incoming, response) => {
    if (refusesBody(incoming, response, 1)) return
    void (async () => {
      try {
        for await (const chunk of incoming) received += Buffer.from(chunk).length
        await hold
        response.end('taken')
      } catch {
        response.destroy()
      }
    })()
  })
  port = await listening(server)
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  received = 0
  hold = null
})

type Answer = { status: number; sent: number }

/** Sends until it is answered or cut off. */
function post(path: string, bytes: number, { declared = true, from = '198.51.100.1' } = {}): Promise<Answer> {
  return new Promise((resolve) => {
    let sent = 0
    let status = 0
    const outgoing = request({
      ...{ port, host: '127.0.0.1', method: 'POST', path },
      headers: { 'x-forwarded-for': from, ...(declared ? { 'content-length': bytes } : {}) },
    })
    const done = () => resolve({ status, sent })
    outgoing.on('response', (response) => {
      status = response.statusCode ?? 0
      response.resume().on('end', done).on('error', done)
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

it('refuses a hundred megabytes by the length that is declared, before any of it is kept', async () => {
  expect((await post('/takedowns/new', 100_000_000)).status).toBe(413)
  expect((await post('/api/v1/takedowns', 100_000_000)).status).toBe(413)
  expect(received).toBe(0)
})

it('cuts off what declares no length at the size of a form', async () => {
  const { status, sent } = await post('/takedowns/new', 100_000_000, { declared: false })
  expect([0, 413]).toContain(status)
  expect(received).toBeLessThanOrEqual(PLAIN)
  expect(sent, 'the rest has nobody to read it').toBeLessThan(100_000_000)
})

it('is not brought down by what is no address', async () => {
  for (const path of ['//', 'http://[', '/%', '//takedowns/new'])
    expect((await post(path, 100_000_000)).status, path).toBe(413)
})

it('takes files on the two pages that ask for them, and nowhere else', async () => {
  const bytes = WITH_FILES - 1
  for (const path of ['/takedowns/new?kind=copyright', '/takedowns/new/from-notice', '/takedowns/track/abc'])
    expect((await post(path, bytes)).status, path).toBe(200)
  for (const path of ['/sign-in', '/takedowns', '/takedowns/track/abc/def', '/lookup'])
    expect((await post(path, bytes)).status, path).toBe(413)
  expect((await post('/lookup', PLAIN)).status).toBe(200)
  expect((await post('/theme', SMALL + 1)).status, 'a choice of two').toBe(413)
  expect((await post('/api/v1/datasets/x/uploads', WITH_FILES * 2)).status, 'streamed onto the disk').toBe(
    200,
  )
})

it('takes four large messages at once, and has the fifth come again', async () => {
  let release = () => undefined as void
  hold = new Promise((resolve) => {
    release = resolve
  })
  const large = (from: string) => post('/takedowns/new', PLAIN + 1, { from })
  const four = ['198.51.100.1', '198.51.100.2', '2001:db8::1', '[2001:db8:0:1::1]:4711'].map(large)
  while (received < 4 * (PLAIN + 1)) await new Promise((resolve) => setTimeout(resolve, 5))
  expect((await large('198.51.100.3')).status).toBe(503)
  release()
  expect((await Promise.all(four)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect((await post('/takedowns/new', PLAIN + 1)).status).toBe(200)
})

it('takes two of them of one network, and keeps the rest for others', async () => {
  let release = () => undefined as void
  hold = new Promise((resolve) => {
    release = resolve
  })
  const large = (from: string) => post('/takedowns/new', PLAIN + 1, { from })
  const two = ['2001:db8::1', '2001:db8::ffff'].map(large)
  while (received < 2 * (PLAIN + 1)) await new Promise((resolve) => setTimeout(resolve, 5))
  expect((await large('2001:db8::2')).status, 'a third of the same network').toBe(503)
  const other = large('2001:db8:0:1::1')
  while (received < 3 * (PLAIN + 1)) await new Promise((resolve) => setTimeout(resolve, 5))
  release()
  expect((await Promise.all([...two, other])).map(({ status }) => status)).toEqual([200, 200, 200])
  expect((await large('2001:db8::2')).status, 'when those are done').toBe(200)
})
