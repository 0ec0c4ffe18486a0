/** What whoever controls an address, its name server and its web server can make the fetcher do: nothing. */
import type { LookupAddress, LookupAllOptions } from 'node:dns'
import dns from 'node:dns/promises'
import http, { createServer, type RequestListener, type Server } from 'node:http'
import { syncBuiltinESMExports } from 'node:module'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchGuarded } from '@/lib/http/guarded-fetch'
import { listening } from '@/tests/support/listening'

/** The internet of these tests: what the name servers answer, one answer after another, the last again and again. */
const names = new Map<string, string[][]>()
/** Every address that a connection was made to. */
const connected: string[] = []
let looked = 0

let server: Server | undefined
let port = 0

/** Whatever public address is connected to, this server answers. */
async function serve(listener: RequestListener): Promise<void> {
  server = createServer(listener)
  port = await listening(server)
}

const { get } = http
/** Asked for every address of a host, as the fetcher does. */
const resolver: { lookup: (host: string, options: LookupAllOptions) => Promise<LookupAddress[]> } = dns
const { lookup } = resolver

beforeEach(() => {
  looked = 0
  names.clear()
  connected.length = 0
  names.set('public.example', [['93.184.216.34']])
  vi.spyOn(resolver, 'lookup').mockImplementation((host, options) => {
    const answers = names.get(host)
    if (!answers) return lookup(host, options)
    const answer = answers[Math.min(looked++, answers.length - 1)] ?? []
    if (answer.length === 0) return new Promise(() => undefined)
    return Promise.resolve(answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))
  })
  // Other files of this worker may have loaded the fetcher before, with the real name servers: it is told of these.
  syncBuiltinESMExports()
  vi.spyOn(http, 'get').mockImplementation((url, options) => {
    if (!(url instanceof URL) || typeof options !== 'object') throw new Error('called otherwise')
    options.lookup?.(url.hostname, { all: false }, (_error, address) => connected.push(String(address)))
    return get(url, {
      ...options,
      lookup: (_host, { all }, done) =>
        all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4),
    })
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  syncBuiltinESMExports()
  server?.closeAllConnections()
  server?.close()
  server = undefined
})

async function text(url: string, limits: Partial<Parameters<typeof fetchGuarded>[1]> = {}): Promise<string> {
  const pieces: Buffer[] = []
  const { body } = await fetchGuarded(url, { maxBytes: 10_000, timeoutMs: 3_000, ...limits })
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}
const at = (path: string) => `http://public.example:${port}${path}`

describe('where the fetcher does not go', () => {
  it.each([
    ...['127.0.0.1', '127.1', '0', '0x7f000001', '0x7f.0.0.1', '2130706433', '0177.0.0.1', '017700000001'],
    ...['①②⑦.⓪.⓪.①', '169.254.169.254', '0xa9fea9fe', '2852039166', '10.0.0.1', '172.16.0.1', '192.168.1.1'],
    ...['100.64.0.1', '198.18.0.1', '192.0.0.8', '224.0.0.1', '255.255.255.255', '0.0.0.0', 'localhost'],
    ...['[::1]', '[::]', '[::ffff:10.0.0.1]', '[::ffff:a9fe:a9fe]', '[::127.0.0.1]', '[::ffff:0:7f00:1]'],
    ...['[64:ff9b::7f00:1]', '[64:ff9b:1::1]', '[2002:7f00:1::]', '[2001::1]', '[fe80::1]', '[fec0::1]'],
    ...['[fd00::1]', '[ff02::1]', '[100::1]', '[2001:db8::1]'],
  ])('http://%s/', async (host) => {
    await expect(text(`http://${host}/`)).rejects.toMatchObject({ code: 'invalid' })
    expect(connected).toEqual([])
  })

  it.each([
    ['a name for this machine', [['127.0.0.1']]],
    ['a name for the metadata of a cloud', [['169.254.169.254']]],
    ['a name with a public and a private address', [['93.184.216.34', '10.0.0.1']]],
    ['a name with a mapped address', [['::ffff:10.0.0.1']]],
  ])('%s', async (_what, answers) => {
    names.set('inside.example', answers)
    await expect(text('http://inside.example/')).rejects.toThrow(/not a public address/)
    expect(connected).toEqual([])
  })

  it('a name that was public when it was checked and is private a moment later', async () => {
    names.set('rebind.example', [['93.184.216.34'], ['127.0.0.1']])
    await serve((request, response) => {
      if (request.url === '/again')
        response.writeHead(302, { location: `http://rebind.example:${port}/end` }).end()
      else response.end('what was checked')
    })
    expect(await text(`http://rebind.example:${port}/`)).toBe('what was checked')
    expect(connected, 'the address that was checked').toEqual(['93.184.216.34'])
    expect(looked, 'no second look-up').toBe(1)

    looked = 0
    await expect(text(`http://rebind.example:${port}/again`), 'a redirect is checked anew').rejects.toThrow(
      /not a public address/,
    )
    expect(connected).toEqual(['93.184.216.34', '93.184.216.34'])
  })

  it.each([
    'http://127.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::ffff:10.0.0.1]/',
    '//localhost/',
    'http://0x7f000001/',
    'file:///etc/passwd',
    'gopher://public.example/',
    'data:text/plain,hello',
    'http://user:secret@public.example/',
    'http://[',
  ])('behind a redirect to %s', async (location) => {
    await serve((_request, response) => response.writeHead(302, { location }).end())
    await expect(text(at('/'))).rejects.toMatchObject({ code: expect.stringMatching(/invalid|unavailable/) })
    expect(connected, 'the first address and no other').toEqual(['93.184.216.34'])
  })

  it('round and round', async () => {
    let asked = 0
    await serve((_request, response) => response.writeHead(302, { location: `/${asked++}` }).end())
    await expect(text(at('/'))).rejects.toThrow(/more than 5 times/)
    expect(asked).toBe(6)
  })
})

describe('what a server cannot make the fetcher do', () => {
  it('wait: not for a name, a head or a body that comes drop by drop', async () => {
    names.set('silent.example', [[]])
    await expect(text('http://silent.example/', { timeoutMs: 200 })).rejects.toMatchObject({
      code: 'unavailable',
    })
    await serve((request, response) => {
      if (request.url === '/head') return
      const drip = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(drip))
    })
    for (const path of ['/head', '/body'])
      await expect(text(at(path), { timeoutMs: 300 })).rejects.toMatchObject({ code: 'unavailable' })
  })

  it('read more than was allowed, whatever length is announced', async () => {
    let sent = 0
    await serve((request, response) => {
      if (request.url === '/announced')
        return void response.writeHead(200, { 'content-length': 1e12 }).write('x')
      const piece = Buffer.alloc(64 * 1024)
      const pour = () => {
        while (!response.destroyed && response.write(piece)) sent += piece.length
        response.once('drain', pour)
      }
      pour()
    })
    await expect(text(at('/announced'))).rejects.toThrow(/longer than the limit/)
    await expect(text(at('/endless'))).rejects.toThrow(/longer than the limit/)
    expect(sent, 'no more than what the sockets hold').toBeLessThan(64 * 1024 * 1024)
  })

  it.each([
    ['less than it announced', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 9\r\n\r\nhalf'],
    ['a length that is no number', 'HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nhalf'],
    [
      'a length and chunks',
      'HTTP/1.1 200 OK\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n',
    ],
    ['a broken chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhalf\r\n'],
    ['an endless head', `HTTP/1.1 200 OK\r\n${'A: b\r\n'.repeat(20_000)}`],
    ['no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
  ])('take for whole what is not: %s', async (_what, bytes) => {
    await serve(() => undefined)
    server?.removeAllListeners('connection').on('connection', (socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => socket.end(bytes))
    })
    await expect(text(at('/'))).rejects.toMatchObject({ code: 'unavailable' })
  })

  it('unpack a bomb: nothing packed is asked for, and nothing is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(8 * 1024 * 1024))
    let accepted: unknown
    await serve((request, response) => {
      accepted = request.headers['accept-encoding']
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/html' }).end(bomb)
    })
    const { body } = await fetchGuarded(at('/'), { maxBytes: 100_000, timeoutMs: 3_000 })
    let bytes = 0
    for await (const piece of body) bytes += piece.length
    expect(accepted).toBe('identity')
    expect(bytes, 'as it was sent').toBe(bomb.length)
    await expect(text(at('/'), { unpacked: true }), 'for who would read it as text').rejects.toThrow(/packed/)
  })

  it('learn who asks: no cookie, no Referer, no password of the address', async () => {
    const heads: string[][] = []
    await serve((request, response) => {
      heads.push(Object.keys(request.headers).sort())
      if (request.url === '/') response.writeHead(302, { location: '/next', 'set-cookie': 'a=b' })
      response.end()
    })
    await text(at('/'))
    expect(heads).toEqual(
      Array.from({ length: 2 }, () => ['accept-encoding', 'connection', 'host', 'user-agent']),
    )
  })
})
