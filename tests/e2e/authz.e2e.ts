import { expect, test } from './support'

test.describe('somebody who is not signed in', () => {
  for (const path of [
    '/triage',
    '/requests',
    '/team',
    '/mailbox',
    '/account',
    '/datasets/new',
    '/datasets/harbour-forum/import',
    '/datasets/harbour-forum/publish',
  ]) {
    test(`is sent from ${path} to sign in, and back`, async ({ visitor }) => {
      await visitor.goto(path)
      await expect(visitor).toHaveURL(
        (url) => url.pathname === '/sign-in' && url.searchParams.get('callbackUrl') === path,
      )
    })
  }

  test('cannot upload or write through the API', async ({ visitor }) => {
    const response = await visitor.request.post('/api/v1/datasets/harbour-forum/uploads?name=a.jsonl', {
      data: 'x',
    })
    expect(response.status()).toBe(401)
  })
})

test('a reviewer does not import, publish, manage people or read mail', async ({ as }) => {
  const page = await as('reviewer')
  await page.goto('/datasets/harbour-forum')
  await expect(page.getByRole('link', { name: 'Import a revision' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Publish a release' })).toHaveCount(0)
  await page.goto('/datasets/harbour-forum/publish')
  await expect(page.getByText('Only a maintainer of this dataset can publish a release.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publish' })).toHaveCount(0)
  await page.goto('/team')
  await expect(page.getByText('Only admins manage accounts and roles')).toBeVisible()
  const upload = await page.request.post('/api/v1/datasets/harbour-forum/uploads?name=a.jsonl', { data: 'x' })
  expect(upload.status()).toBe(403)
})

test('a maintainer without the role of reviewer reads cases and decides none', async ({ as }) => {
  const page = await as('maintainer')
  await page.goto('/triage')
  await page.locator('main table a[href*="/triage/harbour-forum/"]').first().click()
  await expect(
    page.getByText('Only reviewers and leads of this dataset decide its cases.').first(),
  ).toBeVisible()
})

test('an admin sees no cases and no requests: managing people is not reading them', async ({ as }) => {
  const page = await as('admin')
  await page.goto('/triage')
  await expect(page.locator('main table a[href*="/triage/harbour-forum/"]')).toHaveCount(0)
  const reviewer = await as('reviewer')
  await reviewer.goto('/triage')
  const href = await reviewer
    .locator('main table a[href*="/triage/harbour-forum/"]')
    .first()
    .getAttribute('href')
  const refused = await page.goto(href ?? '')
  expect(refused?.status()).toBe(404)
})

test('a case that does not exist and one that may not be seen answer alike', async ({ as }) => {
  const admin = await as('admin')
  const missing = await admin.goto('/triage/harbour-forum/00000000-0000-4000-8000-000000000000')
  const nonsense = await admin.goto('/triage/nowhere/not-a-case')
  expect([missing?.status(), nonsense?.status()]).toEqual([404, 404])
})

test('an upload from another site is refused although the cookie is sent', async ({ as }) => {
  const page = await as('maintainer')
  const response = await page.request.post('/api/v1/datasets/harbour-forum/uploads?name=a.jsonl', {
    data: 'x',
    headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
  })
  expect(response.status()).toBe(422)
})
