import { createServer, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { PLAIN, refusesBody, SMALL, WITH_FILES } from '@/lib/runtime/body-limit.mjs'
import { listening } from '@/tests/support/listening'
import { postBytes } from '@/tests/support/post-bytes'

/** A server that reads bodies to their end, as ours does behind the limit. */
let server: Server
let port = 0
let received = 0
let answered = 0
let hold: Promise<void> | null = null
/** The connections that the server has, by the port of who opened them. */
const open = new Set<number>()
/** More than any system takes for somebody who does not read. */
const LONG = Buffer.alloc(64_000_000, 'a')

beforeAll(async () => {
  server = createServer((incoming, response) => {
    if (refusesBody(incoming, response, 1)) return
    void (async () => {
      try {
        for await (const chunk of incoming) received += Buffer.from(chunk).length
        await hold
        if (incoming.url === '/long') response.write(LONG)
        response.end('taken')
        answered++
      } catch {
        response.destroy()
      }
    })()
  })
  server.on('connection', (socket) => {
    const from = socket.remotePort ?? 0
    open.add(from)
    socket.once('close', () => open.delete(from))
  })
  port = await listening(server)
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  received = 0
  answered = 0
  hold = null
})
afterEach(() => void vi.useRealTimers())

const post = (path: string, bytes: number, { declared = true, from = '198.51.100.1' } = {}) =>
  postBytes({ host: '127.0.0.1', port }, path, bytes, { declared, from })

const until = async (reached: () => boolean) => {
  while (!reached()) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** Nothing is answered until what this gives is called. */
function held(): () => void {
  let release = () => undefined as void
  hold = new Promise((resolve) => {
    release = resolve
  })
  return () => release()
}

it('refuses a hundred megabytes by the length that is declared, before any of it is kept', async () => {
  expect((await post('/takedowns/new', 100_000_000)).status).toBe(413)
  expect((await post('/api/v1/takedowns', 100_000_000)).status).toBe(413)
  expect(received).toBe(0)
})

it('is answered so that the answer arrives, although more is on its way', async () => {
  for (let time = 0; time < 25; time++) {
    const { status, sent } = await post('/lookup', 100_000_000)
    expect(status, `time ${time}`).toBe(413)
    expect(sent).toBeLessThan(100_000_000)
  }
})

it('says what was too much: files where files are taken, a call to a program, else a form, in both languages', async () => {
  const said = async (path: string) => (await post(path, 100_000_000)).said
  expect(await said('/takedowns/new')).toMatch(/5 files of 10 MB.*5 Dateien/s)
  expect(await said('/takedowns/track/abc')).toContain('5 files of 10 MB')
  for (const path of ['/lookup', '/takedowns', '/sign-in', '//'])
    expect(await said(path), path).toMatch(/^This is too much for a form: 9 MB.*\nDas ist zu viel/)
  expect(await said('/theme')).toMatch(/^This is too much for a choice: 64 kB/)
  expect(JSON.parse(await said('/api/v1/takedowns'))).toEqual({
    error: { code: 'too_large', message: 'This call is too large: 9 MB at most.' },
  })
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
  const release = held()
  const large = (from: string) => post('/takedowns/new', PLAIN + 1, { from })
  const four = ['198.51.100.1', '198.51.100.2', '2001:db8::1', '[2001:db8:0:1::1]:4711'].map(large)
  await until(() => received >= 4 * (PLAIN + 1))
  expect((await large('198.51.100.3')).status).toBe(503)
  release()
  expect((await Promise.all(four)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect((await post('/takedowns/new', PLAIN + 1)).status).toBe(200)
})

it('takes two of them of one network, and keeps the rest for others', async () => {
  const release = held()
  const large = (from: string) => post('/takedowns/new', PLAIN + 1, { from })
  const two = ['2001:db8::1', '2001:db8::ffff'].map(large)
  await until(() => received >= 2 * (PLAIN + 1))
  expect((await large('2001:db8::2')).status, 'a third of the same network').toBe(503)
  const other = large('2001:db8:0:1::1')
  await until(() => received >= 3 * (PLAIN + 1))
  release()
  expect((await Promise.all([...two, other])).map(({ status }) => status)).toEqual([200, 200, 200])
  expect((await large('2001:db8::2')).status, 'when those are done').toBe(200)
})

it('takes six of the largest forms of one network at once, declared or not, and hears everybody else and what is small', async () => {
  const release = held()
  const form = (from: string, bytes = PLAIN, declared = true) =>
    post('/takedowns/new', bytes, { from, declared })
  const six = [1, 2, 3, 4, 5, 6].map((n) => form('198.51.100.1', PLAIN, n % 2 === 0))
  await until(() => received >= 6 * PLAIN)
  for (const declared of [true, false]) {
    const seventh = await form('198.51.100.1', PLAIN, declared)
    expect(seventh.status, declared ? 'declared' : 'in pieces').toBe(503)
    expect(seventh.said).toMatch(/^Much is arriving.*\nGerade kommt viel an/)
  }
  expect(JSON.parse((await post('/api/v1/takedowns', PLAIN)).said)).toEqual({
    error: { code: 'unavailable', message: 'Much is arriving right now. Try again in a minute.' },
  })
  const small = form('198.51.100.1', 20_000)
  const other = form('198.51.100.2')
  await until(() => received >= 7 * PLAIN + 20_000)
  release()
  for (const { status } of await Promise.all([...six, small, other])) expect(status).toBe(200)
  expect((await form('198.51.100.1')).status, 'when those are done').toBe(200)
})

it('takes twenty of them of all networks at once', async () => {
  const release = held()
  const form = (n: number) => post('/takedowns/new', PLAIN, { from: `198.51.100.${n}` })
  const twenty = Array.from({ length: 20 }, (_, n) => form(n))
  await until(() => received >= 20 * PLAIN)
  expect((await form(21)).status).toBe(503)
  release()
  for (const { status } of await Promise.all(twenty)) expect(status).toBe(200)
})

/** Connections that say so much and read nothing. */
const silent = (...said: string[]): Socket[] =>
  said.map((words) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(words))
    return socket.pause().on('error', () => undefined)
  })

const head = (method: string, path: string, bytes = 0) =>
  `${method} ${path} HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 198.51.100.1\r\nContent-Length: ${bytes}\r\n\r\n`

it('has room again when somebody is gone whose message waited behind the answer to another one', async () => {
  const release = held()
  const behind = `${head('GET', '/')}${head('POST', '/takedowns/new', PLAIN + 1)}x`
  const two = silent(behind, behind)
  await until(() => received === 2)
  expect((await post('/takedowns/new', PLAIN + 1)).status).toBe(503)
  const ports = two.map(({ localPort = 0 }) => localPort)
  for (const socket of two) socket.destroy()
  await until(() => ports.every((one) => !open.has(one)))
  release()
  expect((await post('/takedowns/new', PLAIN + 1)).status).toBe(200)
})

it('gives no room for longer than five minutes to who sends nothing or takes no answer', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const large = `${head('POST', '/takedowns/new', PLAIN + 1)}x`
  const form = Buffer.alloc(PLAIN - 100, 'a').toString()
  const forms = Array.from({ length: 6 }, () => head('POST', '/long', form.length) + form)
  const sockets = silent(large, large, ...forms)
  await until(() => received === 2 + 6 * form.length && answered === 6)
  expect((await post('/takedowns/new', PLAIN + 1)).status).toBe(503)
  expect((await post('/lookup', PLAIN)).status).toBe(503)
  const ports = sockets.map(({ localPort = 0 }) => localPort)
  vi.advanceTimersByTime(300_000)
  await until(() => ports.every((one) => !open.has(one)))
  expect((await post('/takedowns/new', PLAIN + 1)).status).toBe(200)
  expect((await post('/lookup', PLAIN)).status).toBe(200)
  for (const socket of sockets) socket.destroy()
})
