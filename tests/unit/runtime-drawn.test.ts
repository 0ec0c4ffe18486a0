import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { createGzip } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { drawNothingHere, NO_ROUTE } from '@/lib/runtime/drawn.mjs'
import { listening } from '@/tests/support/listening'

type Answer = (response: ServerResponse, request: IncomingMessage) => void

/** What is answered by a server of ours in which `page` answers for all addresses but the one that is drawn. */
async function answered(page: Answer, { method = 'GET', path = '/there', headers = {} } = {}) {
  const server = createServer((asked, response) => {
    drawNothingHere(asked, response, port)
    if (asked.url === NO_ROUTE) drawn(response, asked)
    else page(response, asked)
  })
  const port = await listening(server)
  const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }).end()
  const [answer]: IncomingMessage[] = await once(sent, 'response')
  if (!answer) throw new Error('no answer')
  const body = await text(answer)
  server.close()
  server.closeAllConnections()
  return { status: answer.statusCode, headers: answer.headers, body }
}

const drawn: Answer = (response, { headers }) => {
  response.statusCode = 404
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('content-security-policy', 'nonce of the drawn page')
  response.end(`<h1>Nothing here</h1> ${headers['accept-language']} ${headers.cookie}${' '.repeat(100_000)}`)
}

/** As Next does it: the head first, then pieces. */
const blank: Answer = (response) => {
  response.statusCode = 404
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('content-security-policy', 'nonce of the blank page')
  response.flushHeaders()
  response.write('<!DOCTYPE html><html id="__next_error__">')
  response.end('</html>')
}

describe('a page that is not there', () => {
  it('is drawn on the server, in the language and the colours of whoever asks', async () => {
    const headers = { 'accept-language': 'de', cookie: 'theme=dark' }
    const answer = await answered(blank, { headers })
    expect(answer).toMatchObject({
      status: 404,
      body: expect.stringMatching(/^<h1>Nothing here<\/h1> de theme=dark *$/),
    })
    expect(answer.headers['content-security-policy']).toBe('nonce of the drawn page')
  })

  it('is drawn also where the answer would have been compressed', async () => {
    const answer = await answered((response) => {
      response.statusCode = 404
      response.setHeader('content-type', 'text/html')
      response.setHeader('content-encoding', 'gzip')
      const zipped = createGzip()
      // As `compression` does: what waits for room waits for that of the packer.
      const on = response.on.bind(response)
      Object.assign(response, {
        on: (name: string, listener: () => void) =>
          name === 'drain' ? zipped.on(name, listener) : on(name, listener),
      })
      zipped.on('data', (piece) => response.write(piece)).on('end', () => response.end())
      zipped.end('<html id="__next_error__">')
    })
    expect(answer.body).toContain('Nothing here')
    expect(answer.headers['content-encoding']).toBeUndefined()
  })

  it('is answered once where it is asked for as such', async () => {
    expect(await answered(blank, { path: NO_ROUTE })).toMatchObject({ status: 404 })
  })
})

describe('what is left as it is', () => {
  const said =
    (status: number, type: string): Answer =>
    (response) => {
      response.writeHead(status, { 'content-type': type })
      response.end('as it is')
    }

  it.each([
    ['a page that is there', said(200, 'text/html'), 'GET'],
    ['what is no page', said(404, 'application/json'), 'GET'],
    ['the answer to a form', blank, 'POST'],
  ])('%s', async (_, answer, method) => {
    const { body } = await answered(answer, { method })
    expect(body).not.toContain('Nothing here')
    expect(body).not.toBe('')
  })
})
