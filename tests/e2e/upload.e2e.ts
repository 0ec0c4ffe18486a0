import { createHash } from 'node:crypto'
import { expect, test } from './support'

test('a file arrives whole, also when it is longer than what the server holds of other requests', async ({
  as,
}) => {
  const page = await as('maintainer')
  const bytes = Buffer.from('{"id":"a","text":"The tide keeps its own books."}\n'.repeat(700_000))
  expect(bytes.length).toBeGreaterThan(32 * 1024 * 1024)
  await page.goto('/datasets/harbour-forum')
  const response = await page.request.post('/api/v1/datasets/harbour-forum/uploads?name=long.jsonl', {
    headers: { 'content-type': 'application/octet-stream', origin: new URL(page.url()).origin },
    data: bytes,
  })
  expect(response.status()).toBe(201)
  expect(await response.json()).toMatchObject({
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
})
