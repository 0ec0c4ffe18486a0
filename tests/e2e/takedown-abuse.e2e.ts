/** What somebody tries with the pages of takedowns in a browser, or past one. The table in docs/takedown-abuse.md leads here. */
import type { Page } from '@playwright/test'
import { confirmByLetter, linkInLetter } from './mailbox'
import { postBytes } from '../support/post-bytes'
import { expect, test } from './support'

/** HTML, and characters that turn the text around (CVE-2021-42574): as data, never as what they would do. */
const HOSTILE = `<img src=x onerror="window.hit=1"><script>window.hit=1</script> \u202egnihton\u2066 </textarea><h1>Won</h1>`

async function send(
  page: Page,
  email: string,
  fields: { targets: string; statement?: string; name?: string },
) {
  await page.goto('/takedowns/new?kind=privacy&dataset=harbour-forum')
  await page.getByLabel('What exactly?').fill(fields.targets)
  await page.getByRole('checkbox', { name: /Erase it/ }).check()
  await page.getByRole('radio', { name: 'Mine', exact: true }).check()
  if (fields.statement) await page.locator('textarea[name="statement"]').fill(fields.statement)
  await page.getByLabel('Your name').fill(fields.name ?? 'Nele Nook')
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('checkbox', { name: /concerns me/ }).check()
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mail')
}

test('a link opened by scanners and previews is still to be pressed by its reader, and is passed on to nobody', async ({
  visitor: page,
  as,
}) => {
  const email = `nele-${Date.now()}@links.example.org`
  await send(page, email, { targets: 'posts-01.jsonl#24' })
  const confirmation = await linkInLetter(await as('admin'), email, /Please confirm/, '/takedowns/confirm/')
  const token = confirmation.split('/').at(-1) ?? ''
  expect(token).toMatch(/^[\w-]{43}$/)

  const bots = [
    'Slackbot-LinkExpanding 1.0',
    'Mozilla/5.0 (compatible; MSOffice 16; SafeLinks)',
    'facebookexternalhit/1.1',
  ]
  for (const agent of bots)
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST']) {
      const headers = { 'user-agent': agent, purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender' }
      await page.request.fetch(confirmation, {
        method,
        headers,
        ...(method === 'POST' ? { form: { token } } : {}),
      })
    }

  // From here on: what each page with a secret in its address asks for, and what of the secret goes with it.
  const asked: { url: string; referer: string }[] = []
  page.on('request', (request) =>
    asked.push({ url: request.url(), referer: request.headers()['referer'] ?? '' }),
  )
  const own = async (path: string, secret: string) => {
    const response = await page.goto(path)
    expect(response?.headers()['referrer-policy']).toBe('strict-origin')
    expect(response?.headers()['cache-control']).toMatch(/no-store/)
    expect(response?.headers()['x-frame-options']).toBe('DENY')
    await expect(page.locator('meta[name="robots"]').first()).toHaveAttribute('content', /noindex/)
    const { origin } = new URL(page.url())
    const hrefs = await page
      .locator('a[href], link[href]')
      .evaluateAll((links) =>
        links.map((link) =>
          link instanceof HTMLAnchorElement || link instanceof HTMLLinkElement ? link.href : '',
        ),
      )
    const outside = hrefs.filter((href) => new URL(href).origin !== origin)
    expect(outside.filter((href) => href.includes(secret))).toEqual([])
    expect(
      asked.filter(({ url }) => new URL(url).origin !== origin),
      'nothing of a third party',
    ).toEqual([])
    expect(asked.filter(({ referer }) => referer.includes(secret))).toEqual([])
  }
  await own(confirmation, token)
  await page.getByRole('button', { name: 'Confirm the request' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Your request')
  const tracking = new URL(page.url()).pathname
  const secret = tracking.split('/').at(-1) ?? ''
  await own(tracking, secret)
  asked.length = 0
  await page.locator('a[href="/"]').first().click()
  await page.waitForURL((url) => url.pathname === '/')
  expect(asked.filter(({ referer }) => referer.includes(secret))).toEqual([])
})

test('what a stranger writes is text on every page: it runs nothing, and turns no text around', async ({
  visitor: page,
  as,
}) => {
  const email = `otto-${Date.now()}@words.example.org`
  await send(page, email, {
    targets: `posts-01.jsonl#25\n“${HOSTILE}”`,
    statement: HOSTILE,
    name: 'Otto \u202eeraF',
  })
  const admin = await as('admin')
  const reference = await confirmByLetter(page, admin, email)
  const lead = await as('lead')
  await lead.goto('/requests?kind=privacy')
  await lead.getByRole('link', { name: reference }).click()
  await expect(lead.getByRole('heading', { level: 1 })).toContainText(reference)
  for (const shown of [page, lead]) {
    const main = shown.locator('main')
    await expect(main.getByText('<img src=x onerror=', { exact: false }).first()).toBeVisible()
    await expect(main.locator('bdi', { hasText: '⟦RLO⟧' }).first(), 'said, not done').toBeVisible()
    expect(await shown.evaluate(() => 'hit' in window)).toBe(false)
    await expect(main.locator('img[src="x"], script:not([nonce])')).toHaveCount(0)
    await expect(main.getByRole('heading', { name: 'Won', exact: true })).toHaveCount(0)
    expect(await main.innerText()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  }
})

test('a hundred megabytes are refused or cut off by the running product, whatever they declare, and it goes on answering', async ({
  visitor: page,
  baseURL,
}) => {
  const { hostname: host, port } = new URL(baseURL ?? '')
  for (const path of ['/takedowns/new', '/lookup', '/api/v1/takedowns']) {
    const declared = await postBytes({ host, port }, path, 100_000_000)
    expect(declared.status, path).toBe(413)
    expect(declared.sent, 'before any of it is kept').toBeLessThan(20_000_000)
    const counted = await postBytes({ host, port }, path, 100_000_000, { declared: false })
    expect([0, 413], `${path}, in pieces`).toContain(counted.status)
    expect(counted.sent, 'the rest has nobody to read it').toBeLessThan(100_000_000)
    const next = await page.goto('/takedowns')
    expect(next?.status()).toBe(200)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

test('a network stays one behind our proxy, whatever its callers claim in front of what that says, and shuts out no other', async ({
  visitor: page,
}) => {
  const call = (forwarded: string, n: number) =>
    page.request.post('/api/v1/takedowns', {
      headers: {
        'x-forwarded-for': forwarded,
        'x-winnow-peer': `203.0.113.${n}`,
        'x-real-ip': `203.0.113.${n}`,
        forwarded: `for=203.0.113.${n}`,
        authorization: `Bearer ${String(n).padStart(43, 'x')}`,
        'idempotency-key': `guess-${n}-of-many`,
      },
      data: {},
    })
  const network = `198.51.100.${Date.now() % 250}`
  const statuses: number[] = []
  for (let n = 0; n < 60; n++) statuses.push((await call(`203.0.113.${n}, ${network}`, n)).status())
  expect(new Set(statuses)).toEqual(new Set([401]))
  expect((await call(`2001:db8::1, unknown, ${network}:4711`, 60)).status()).toBe(429)
  expect((await call(`${network}, 192.0.2.${Date.now() % 250}`, 61)).status(), 'somebody else').toBe(401)
})
