import type { Page, Request } from '@playwright/test'
import { oidcPeople, type OidcSubject } from '@/tests/support/oidc-people'
import { firstAdmin } from './organisation'
import { expect, signIn, test } from './support'

test('single sign-on proves itself with PKCE, state and nonce, and makes an account without roles', async ({
  visitor,
}) => {
  const asked = authorizationRequest(visitor)
  await continueWithSingleSignOn(visitor, '/account')
  const parameters = new URL((await asked).url()).searchParams
  expect(Object.fromEntries(parameters)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^.{16,}$/),
    nonce: expect.stringMatching(/^.{16,}$/),
    scope: 'openid email profile',
  })
  await signInAtProvider(visitor, 'staff-0001')
  await expect(visitor.getByRole('heading', { name: 'Your account' })).toBeVisible()
  await expect(visitor.getByText(oidcPeople['staff-0001'].email).first()).toBeVisible()
  const cookies = await visitor.context().cookies(new URL(visitor.url()).origin)
  expect(cookies.find(({ name }) => name.endsWith('next-auth.session-token'))).toMatchObject({
    httpOnly: true,
    sameSite: 'Lax',
  })
  await visitor.goto('/triage')
  await expect(visitor.getByText('You are not on the team of a dataset yet')).toBeVisible()
})

test('a verified address leads to the account that has it, with its roles', async ({ visitor, browser }) => {
  const admin = await (await browser.newContext()).newPage()
  await signIn(admin, firstAdmin, '/sign-in?callbackUrl=%2Fteam')
  const form = admin.locator('form').filter({ hasText: 'First password' })
  await form.getByLabel('Name').fill('Otto Owner')
  // The provider writes it with capitals.
  await form.getByLabel('E-mail address').fill('otto@organisation.example')
  await form.getByLabel('First password').fill('four unrelated words')
  await form.getByRole('button', { name: 'Make this account' }).click()
  await expect(form.getByText('otto@organisation.example can sign in now')).toBeVisible()
  const roles = admin.locator('form').filter({ hasText: 'Whole instance' })
  await roles.getByLabel('E-mail address of the account').fill('otto@organisation.example')
  await roles.getByLabel('Role').selectOption('safety_officer')
  await roles.getByRole('button', { name: 'Give this role' }).click()
  await expect(roles.getByText('otto@organisation.example is safety_officer now.')).toBeVisible()

  await continueWithSingleSignOn(visitor, '/account')
  await signInAtProvider(visitor, 'staff-0002')
  await expect(visitor.getByText('otto@organisation.example').first()).toBeVisible()
  await expect(visitor.getByText('Safety officer', { exact: false }).first()).toBeVisible()
  await admin.reload()
  await expect(admin.getByRole('row', { name: 'otto@organisation.example' })).toHaveCount(1)

  await admin
    .getByRole('row', { name: 'otto@organisation.example' })
    .getByRole('button', { name: /Disable/ })
    .click()
  await expect(
    admin.getByRole('row', { name: 'otto@organisation.example' }).getByText('Disabled'),
  ).toBeVisible()
  await visitor.reload()
  await expect(visitor.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await visitor.getByRole('button', { name: 'Continue with single sign-on' }).click()
  await expect(visitor.getByText('or your account is disabled')).toBeVisible()
  await admin.context().close()
})

for (const subject of ['staff-0003', 'staff-0004'] as const) {
  const why = subject === 'staff-0003' ? 'an address that nobody has verified' : 'no address at all'
  test(`${why} is refused, and no account is made of it`, async ({ visitor }) => {
    await continueWithSingleSignOn(visitor, '/team')
    await signInAtProvider(visitor, subject)
    await expect(visitor.getByText('holds no verified address')).toBeVisible()
    await signIn(visitor, firstAdmin, '/sign-in?callbackUrl=%2Fteam')
    await expect(visitor.getByRole('row', { name: firstAdmin.email })).toBeVisible()
    await expect(visitor.getByText(oidcPeople[subject].name)).toHaveCount(0)
  })
}

test('an answer signs in the browser that asked for it, once, and no other', async ({ visitor, browser }) => {
  await continueWithSingleSignOn(visitor, '/account')
  const answer = await answerOfProvider(visitor, 'staff-0001')
  expect(answer.pathname).toBe('/api/auth/callback/oidc')

  // Somebody is lured into following a stranger's answer, to work in the stranger's account.
  const lured = await (await browser.newContext()).newPage()
  await expectRefused(lured, answer)
  await lured.context().close()

  await visitor.goto(answer.href)
  await expect(visitor.getByRole('heading', { name: 'Your account' })).toBeVisible()
  await visitor.context().clearCookies({ name: 'next-auth.session-token' })
  await expectRefused(visitor, answer)
})

test('an answer with another state than was asked for signs nobody in', async ({ visitor }) => {
  await continueWithSingleSignOn(visitor, '/account')
  const answer = await answerOfProvider(visitor, 'staff-0001')
  answer.searchParams.set('state', 'x'.repeat(43))
  await expectRefused(visitor, answer)
})

async function expectRefused(page: Page, answer: URL): Promise<void> {
  await page.goto(answer.href)
  await expect(page.getByText('You are not signed in')).toBeVisible()
  await page.goto('/account')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
}

async function continueWithSingleSignOn(page: Page, back: string): Promise<void> {
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(back)}`)
  await page.getByRole('button', { name: 'Continue with single sign-on' }).click()
  await expect(page.getByPlaceholder('Enter any login')).toBeVisible()
}

/** The provider's own pages: who somebody is, and whether they agree to tell us. */
async function signInAtProvider(page: Page, subject: OidcSubject): Promise<void> {
  await identify(page, subject)
  await page.getByRole('button', { name: 'Continue' }).click()
}

async function identify(page: Page, subject: OidcSubject): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(subject)
  await page.getByPlaceholder('and password').fill('anything')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible()
}

/** The address at which the provider sends the browser back to us, not yet followed. */
async function answerOfProvider(page: Page, subject: OidcSubject): Promise<URL> {
  await identify(page, subject)
  const provider = new URL(page.url()).origin
  const consent = await page.locator('form').first().getAttribute('action')
  const { request } = page.context()
  let response = await request.post(new URL(consent ?? '', page.url()).href, {
    form: { prompt: 'consent' },
    maxRedirects: 0,
  })
  for (;;) {
    const next = new URL(response.headers()['location'] ?? '', response.url())
    if (next.origin !== provider) return next
    response = await request.get(next.href, { maxRedirects: 0 })
  }
}

const authorizationRequest = (page: Page): Promise<Request> =>
  page.waitForRequest((request) => new URL(request.url()).pathname === '/auth')
