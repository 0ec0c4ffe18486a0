import type { Page } from '@playwright/test'
import { consoleErrors, expect, test } from './support'

const KEPT = 'winnow:log:'

/** What this browser keeps of the log, replaced by `change`. */
async function tamperKept(page: Page, change: (note: string) => string): Promise<void> {
  const [key, value] = await page.evaluate((prefix) => {
    const name = Object.keys(localStorage).find((candidate) => candidate.startsWith(prefix)) ?? ''
    return [name, localStorage.getItem(name) ?? '']
  }, KEPT)
  const kept: unknown = JSON.parse(value)
  const note = typeof kept === 'object' && kept && 'note' in kept ? String(kept.note) : ''
  const changed = JSON.stringify({ note: change(note), at: '2026-01-01T00:00:00Z' })
  await page.evaluate(([name, text]) => localStorage.setItem(name ?? '', text ?? ''), [key, changed])
}

const lastSeen = (page: Page) => page.locator('[data-last-seen]')

test('a visitor proves in the browser that an entry is in the log, and keeps the proof', async ({
  visitor: page,
}) => {
  const errors = consoleErrors(page)
  await page.goto('/log')
  await page.locator('main table').getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Entry \d/)
  await page.getByRole('button', { name: 'Prove it in this browser' }).click()
  const outcome = page.getByText(/^Proven: entry [\d,  ]+ is one of the/)
  await expect(outcome).toBeVisible()
  await expect(page.getByText(/is signed with the log.s key [0-9a-f]{8}/)).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Keep the proof as a file' }).click()
  expect((await download).suggestedFilename()).toMatch(/^entry-\d+\.tlog-proof$/)
  expect(errors).toEqual([])
})

test('an entry that is not what the server shows is not proven', async ({ visitor: page }) => {
  await page.goto('/log/entries/3')
  await page.route('**/log/tile/0/**', async (route) => {
    const response = await route.fetch()
    const body = await response.body()
    body[3 * 32] = (body[3 * 32] ?? 0) ^ 1
    await route.fulfill({ response, body })
  })
  await page.getByRole('button', { name: 'Prove it in this browser' }).click()
  await expect(page.getByText('This could not be proven')).toBeVisible()
  await expect(page.getByText(/tile\/0\/000.* does not hash to/)).toBeVisible()
})

test('a visitor who comes back is told that nothing was changed, and in red when something was', async ({
  visitor: page,
}) => {
  await page.goto('/log')
  await expect(lastSeen(page)).toHaveAttribute('data-last-seen', 'first')
  await page.reload()
  await expect(lastSeen(page)).toHaveAttribute('data-last-seen', /same|grown/)
  await expect(page.getByText('Consistent with what you saw last time')).toBeVisible()

  // A checkpoint that was edited by hand is none: the comparison fails, and what is kept stays.
  await tamperKept(page, (note) => note.replace(/\n\d+\n/, '\n1\n'))
  await page.reload()
  await expect(lastSeen(page)).toHaveAttribute('data-last-seen', 'failed')
  await page.reload()
  await expect(lastSeen(page)).toHaveAttribute('data-last-seen', 'failed')
})

test('the log can be read and checked by hand without JavaScript', async ({ plain }) => {
  const page = await plain()
  await page.goto('/log')
  await expect(page.getByText('What you saw last time')).toBeVisible()
  await page.locator('main table').getByRole('link').first().click()
  await expect(page.getByText(/Without it, check the whole log with the command line/)).toBeVisible()
  await expect(page.getByText(/^printf '\\000%s'/)).toBeVisible()
  await page.goto('/log/key')
  await expect(page.getByText(/openssl pkeyutl -verify/)).toBeVisible()
})

test('tiles are served as they are: with their length, compressed for whoever asks, 404 beyond the end', async ({
  visitor: page,
}) => {
  const { request } = page
  const tile = await request.get('/log/tile/0/000.p/3')
  expect(tile.status()).toBe(200)
  expect(tile.headers()).toMatchObject({
    'content-length': '96',
    'content-type': 'application/octet-stream',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  const bundle = await request.get('/log/tile/entries/000.p/9', { headers: { 'accept-encoding': 'gzip' } })
  expect(bundle.headers()).toMatchObject({ 'content-encoding': 'gzip' })
  expect((await bundle.body()).subarray(2, 8).toString()).toBe('{"at":')
  const head = await request.head('/log/tile/0/000.p/3')
  expect([head.status(), head.headers()['content-length']]).toEqual([200, '96'])
  const again = await request.get('/log/tile/0/000.p/3', {
    headers: { 'if-none-match': tile.headers().etag ?? '' },
  })
  expect(again.status()).toBe(304)
  for (const path of [
    'tile/0/999',
    'tile/0/000.p/0',
    'tile/0/0',
    'tile/0/000.p/256',
    'tile/63/000.p/1',
    'tile',
  ]) {
    expect((await request.get(`/log/${path}`)).status(), path).toBe(404)
  }
})
