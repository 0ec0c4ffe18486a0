import { expect, persona, signIn, test } from './support'

test('a session cookie is out of reach of scripts and of other sites', async ({ visitor }) => {
  await signIn(visitor, persona('reviewer'))
  const cookies = await visitor.context().cookies()
  const session = cookies.find(({ name }) => name.endsWith('next-auth.session-token'))
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
})

test('signs in without JavaScript, and keeps the address when the password is wrong', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/sign-in?callbackUrl=%2Faccount')
  await page.getByLabel('E-mail address').fill('remy@demo.example.org')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('do not match an account')).toBeVisible()
  await expect(page.getByLabel('E-mail address')).toHaveValue('remy@demo.example.org')
  await page.getByLabel('Password', { exact: true }).fill('winnow-demo-2026')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  await context.close()
})

test('never sends anybody to another site after signing in', async ({ visitor }) => {
  await visitor.goto('/sign-in?callbackUrl=https%3A%2F%2Fevil.example%2F')
  await visitor.getByLabel('E-mail address').fill('remy@demo.example.org')
  await visitor.getByLabel('Password', { exact: true }).fill('winnow-demo-2026')
  const home = new URL(visitor.url()).origin
  await visitor.getByRole('button', { name: 'Sign in' }).click()
  await visitor.waitForURL((url) => url.pathname !== '/sign-in')
  expect(new URL(visitor.url()).origin).toBe(home)
})

test('every page carries a policy with a fresh nonce, and no script runs without it', async ({ visitor }) => {
  const [first, second] = [await visitor.goto('/'), await visitor.goto('/datasets')]
  const policies = [first, second].map((response) => response?.headers()['content-security-policy'] ?? '')
  for (const policy of policies) {
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'(;|$)/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  }
  expect(policies[0]).not.toBe(policies[1])
  expect(second?.headers()).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  })
  const ran = await visitor.evaluate(async () => {
    const holder = document.createElement('div')
    holder.innerHTML = '<img src=x onerror="window.ran = true">'
    const failed = new Promise((resolve) => holder.firstElementChild?.addEventListener('error', resolve))
    document.body.append(holder)
    await failed
    return 'ran' in window
  })
  expect(ran, 'an attribute of smuggled HTML').toBe(false)
})

test('an account that an admin disables is out at its next click', async ({ as, browser }) => {
  const admin = await as('admin')
  const email = `leaver-${Date.now()}@demo.example.org`
  await admin.goto('/team')
  const form = admin.locator('form').filter({ hasText: 'First password' })
  await form.getByLabel('Name').fill('Lou Leaver')
  await form.getByLabel('E-mail address').fill(email)
  await form.getByLabel('First password').fill('four unrelated words')
  await form.getByRole('button', { name: 'Make this account' }).click()
  await expect(form.getByText(`${email} can sign in now`)).toBeVisible()

  const leaver = await (await browser.newContext()).newPage()
  await leaver.goto('/sign-in?callbackUrl=%2Faccount')
  await leaver.getByLabel('E-mail address').fill(email)
  await leaver.getByLabel('Password', { exact: true }).fill('four unrelated words')
  await leaver.getByRole('button', { name: 'Sign in' }).click()
  await expect(leaver.getByRole('heading', { name: 'Your account' })).toBeVisible()

  await admin
    .getByRole('row', { name: email })
    .getByRole('button', { name: /Disable/ })
    .click()
  await expect(admin.getByRole('row', { name: email }).getByText('Disabled')).toBeVisible()
  await leaver.reload()
  await expect(leaver.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await leaver.context().close()
})
