import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { fetchGuarded } from '@/lib/http/guarded-fetch'
import { listening } from '@/tests/support/listening'

const limits = { maxBytes: 1000, timeoutMs: 2000 }
let server: Server | undefined

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener)
  return `http://127.0.0.1:${await listening(server)}`
}

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  delete process.env.WINNOW_FETCH_PRIVATE
  delete process.env.WINNOW_MODE
})

async function text(url: string): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of (await fetchGuarded(url, limits)).body) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

describe('the guarded fetcher', () => {
  it.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://10.1.2.3/',
    'http://192.168.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://[fd00::1]/',
    'http://0.0.0.0/',
  ])('refuses what is not a public address: %s', async (url) => {
    await expect(fetchGuarded(url, limits)).rejects.toThrow(/not a public address/)
  })

  it.each(['file:///etc/passwd', 'ftp://example.org/a', 'http://user:secret@example.org/', 'example.org'])(
    'refuses %s',
    async (url) => {
      await expect(fetchGuarded(url, limits)).rejects.toMatchObject({ code: 'invalid' })
    },
  )

  it('allows private addresses for tests only', async () => {
    process.env.WINNOW_FETCH_PRIVATE = '1'
    const url = await serve((_request, response) => response.end('hello'))
    expect(await text(url)).toBe('hello')
    process.env.WINNOW_MODE = 'production'
    await expect(text(url)).rejects.toThrow(/not a public address/)
  })

  it('follows redirects a few times and checks each', async () => {
    process.env.WINNOW_FETCH_PRIVATE = '1'
    const url = await serve((request, response) => {
      if (request.url === '/end') return response.end('there')
      const location =
        request.url === '/file' ? 'file:///etc/passwd' : request.url === '/loop' ? '/loop' : '/end'
      return response.writeHead(302, { location }).end()
    })
    expect(await text(`${url}/start`)).toBe('there')
    await expect(text(`${url}/loop`)).rejects.toThrow(/more than 5 times/)
    await expect(text(`${url}/file`)).rejects.toThrow(/Only http and https/)
  })

  it('stops at the limit of bytes, announced or not', async () => {
    process.env.WINNOW_FETCH_PRIVATE = '1'
    const url = await serve((request, response) => {
      if (request.url === '/announced') response.setHeader('content-length', 5000)
      response.end('x'.repeat(5000))
    })
    await expect(text(`${url}/announced`)).rejects.toThrow(/longer than the limit/)
    await expect(text(`${url}/chunked`)).rejects.toThrow(/longer than the limit/)
  })

  it('gives up on a server that does not answer, breaks off or refuses', async () => {
    process.env.WINNOW_FETCH_PRIVATE = '1'
    const url = await serve((request, response) => {
      if (request.url === '/silent') return
      if (request.url === '/missing') return void response.writeHead(404).end()
      response.setHeader('content-length', 500)
      response.write('half')
      setTimeout(() => response.destroy(), 50)
    })
    await expect(fetchGuarded(`${url}/silent`, { ...limits, timeoutMs: 200 })).rejects.toThrow(
      /did not answer/,
    )
    await expect(text(`${url}/missing`)).rejects.toThrow(/answered 404/)
    await expect(text(`${url}/broken`)).rejects.toThrow(/broke off after 4 bytes/)
  })
})
