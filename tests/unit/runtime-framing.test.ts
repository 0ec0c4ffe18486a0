import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { frame } from '@/lib/http/framing'
import { restoreFraming } from '@/lib/runtime/framing.mjs'
import { listening } from '@/tests/support/listening'

async function answered(answer: (response: ServerResponse) => void): Promise<IncomingMessage> {
  const server = createServer((_, response) => {
    restoreFraming(response)
    answer(response)
  })
  const port = await listening(server)
  const [response]: IncomingMessage[] = await once(get({ port, host: '127.0.0.1', agent: false }), 'response')
  server.close()
  if (!response) throw new Error('no answer')
  response.resume()
  return response
}

describe('the framing of an answer', () => {
  it('is put back although Next drops it, also when the head is sent by the first piece of the body', async () => {
    const headers = new Headers()
    frame(headers, { length: 3, encoding: 'gzip' })
    // What Next lets through.
    headers.delete('content-length')
    headers.delete('content-encoding')
    const { headers: sent } = await answered((response) => {
      headers.forEach((value, name) => response.appendHeader(name, value))
      response.write('a')
      response.end('bc')
    })
    expect(sent).toMatchObject({ 'content-length': '3', 'content-encoding': 'gzip' })
    expect(sent['transfer-encoding']).toBeUndefined()
    expect(Object.keys(sent).filter((name) => name.startsWith('x-winnow'))).toEqual([])
  })

  it('does not claim the length of a body that was compressed on the way', async () => {
    const { headers: sent } = await answered((response) => {
      const inner = response.writeHead.bind(response)
      // As the compression of Next does it: decided when the head is about to go, outside of what we have wrapped.
      const writeHead = (status: number) => {
        response.setHeader('content-encoding', 'gzip')
        return inner(status)
      }
      Object.assign(response, { writeHead })
      response.setHeader('x-winnow-content-length', '1000')
      response.write('a')
      response.end('b')
    })
    expect(sent['content-length']).toBeUndefined()
    expect(sent['transfer-encoding']).toBe('chunked')
    expect(Object.keys(sent).filter((name) => name.startsWith('x-winnow'))).toEqual([])
  })

  it('of any other answer is left alone', async () => {
    const { headers, statusCode } = await answered((response) => {
      response.writeHead(201, { 'content-type': 'text/plain' })
      response.write('a')
      response.end('b')
    })
    expect([statusCode, headers['transfer-encoding'], headers['content-encoding']]).toEqual([
      201,
      'chunked',
      undefined,
    ])
  })
})
