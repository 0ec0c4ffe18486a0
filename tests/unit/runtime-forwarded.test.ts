import { createServer, request } from 'node:http'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { cleanHeaders } from '@/lib/runtime/forwarded.mjs'
import { listening } from '@/tests/support/listening'

const forged = {
  'X-Forwarded-For': '203.0.113.9',
  'X-Forwarded-Host': 'evil.example',
  'X-Forwarded-Proto': 'https',
  'X-Real-IP': '203.0.113.9',
  Forwarded: 'for=203.0.113.9',
  'X-Winnow-Peer': '203.0.113.9',
}

/** What the application would see of a request with `forged` headers. */
async function seen(proxies: number): Promise<Record<string, unknown>> {
  const server = createServer((incoming, response) => {
    cleanHeaders(incoming, proxies)
    response.end(JSON.stringify(incoming.headers))
  })
  const port = await listening(server)
  const outgoing = request({ port, host: '127.0.0.1', headers: forged }).end()
  const [response] = await once(outgoing, 'response')
  let text = ''
  for await (const chunk of response) text += String(chunk)
  server.close()
  return JSON.parse(text)
}

test('without a proxy of ours nothing a client says about its network survives', async () => {
  const headers = await seen(0)
  expect(headers['x-winnow-peer']).toBe('127.0.0.1')
  expect(Object.keys(headers).filter((name) => /forwarded|real-ip/.test(name))).toEqual([])
})

test('behind a proxy its headers stay, and the peer is the proxy', async () => {
  const headers = await seen(1)
  expect(headers).toMatchObject({ 'x-winnow-peer': '127.0.0.1', 'x-forwarded-for': '203.0.113.9' })
})
