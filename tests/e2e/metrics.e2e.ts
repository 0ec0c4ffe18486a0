import type { Page } from '@playwright/test'
import { consoleErrors, expect, expectAccessible, expectNoSideways, tabTo, test } from './support'

const SLUG = 'harbour-forum'
const flow = (page: Page) => page.getByRole('table', { name: 'What comes in, is decided and waits' })
/** Digits only: numbers on pages have thin spaces. */
const number = (text: string | null) => Number((text ?? '').replaceAll(/\D/g, ''))

test('a lead reads how the review goes, by keyboard, and takes a table along', async ({ as }) => {
  const page = await as('lead')
  const errors = consoleErrors(page)
  await page.goto('/queue')
  await page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name: 'Metrics' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Metrics of Harbour Forum')
  const all = page.getByRole('navigation', { name: 'Period' }).getByRole('link', { name: 'All' })
  await tabTo(page, all)
  await page.keyboard.press('Enter')
  await page.waitForURL(/period=all/)
  await expect(all).toHaveAttribute('aria-current', 'page')

  const cells = flow(page)
    .getByRole('row', { name: /All queues/ })
    .getByRole('cell')
  await expect(page.getByRole('heading', { name: 'Much faster than others' })).toBeVisible()
  const csv = page.getByRole('link', { name: 'CSV of What comes in, is decided and waits' })
  // Other tests may decide a case between the page and its table as a file.
  await expect(async () => {
    await page.reload()
    const [inbound, decided, open] = await Promise.all(
      [1, 2, 3].map(async (n) => number(await cells.nth(n).textContent())),
    )
    expect(inbound).toBeGreaterThan(0)
    expect(open).toBeGreaterThan(0)
    const response = await page.request.get((await csv.getAttribute('href')) ?? '')
    expect(response.headers()['content-type']).toMatch(/^text\/csv/)
    const [head, first] = (await response.text()).split('\r\n')
    expect(head).toBe('Queue,Inbound,Decisions,Open,Oldest')
    expect(first?.split(',').slice(0, 4)).toEqual(['All queues', inbound, decided, open].map(String))
  }).toPass({ timeout: 30_000 })
  expect(errors).toEqual([])
})

test('a maintainer and an admin read the same, and nothing that compares single reviewers', async ({
  as,
}) => {
  for (const who of ['maintainer', 'admin'] as const) {
    const page = await as(who)
    await page.goto(`/metrics/${SLUG}?period=all`)
    await expect(flow(page)).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Much faster than others' })).toHaveCount(0)
    expect((await page.request.get(`/metrics/${SLUG}/flow.csv`)).status(), who).toBe(200)
    expect((await page.request.get(`/metrics/${SLUG}/speed.csv`)).status(), who).toBe(403)
    expect((await page.request.get(`/metrics/${SLUG}/nothing.csv`)).status(), who).toBe(404)
  }
})

test('nobody else reads them', async ({ as, visitor }) => {
  const page = await as('reviewer')
  await page.goto(`/metrics/${SLUG}`)
  await expect(page.getByText('Only leads and maintainers of this dataset and admins')).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
  expect((await page.request.get(`/metrics/${SLUG}/flow.csv`)).status()).toBe(403)
  await page.goto('/metrics')
  await expect(page.getByText('No metrics for you')).toBeVisible()
  await visitor.goto(`/metrics/${SLUG}`)
  await expect(visitor).toHaveURL(/\/sign-in/)
  expect((await visitor.request.get(`/metrics/${SLUG}/flow.csv`)).status()).toBe(401)
})

test('the metrics can be read by everybody, on a desk and on a phone', async ({ as }) => {
  const page = await as('lead')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(`/metrics/${SLUG}?period=all`)
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [360, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
    await expectNoSideways(page)
  }
})

test('a case says what its priority is made of, and the parts add up', async ({ as }) => {
  const page = await as('lead')
  await page.goto('/triage')
  await page.locator(`main table a[href*="/triage/${SLUG}/"]`).first().click()
  const summary = page.getByText(/^Priority [\d.]+$/).first()
  await summary.click()
  const total = Number((await summary.textContent())?.replace('Priority ', ''))
  const parts = await page.locator('details', { has: summary }).getByRole('listitem').allTextContents()
  const sum = parts.reduce((points, part) => points + Number.parseFloat(part), 0)
  expect(parts.join()).toMatch(/severity \d × 20 × score/)
  expect(parts.join()).toMatch(/a point for each day since it was opened/)
  // Each part is rounded to a tenth.
  expect(Math.abs(sum - total)).toBeLessThanOrEqual(0.05 * parts.length + 0.05)
})
