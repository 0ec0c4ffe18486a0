import { firstAdmin } from './organisation'
import { expect, expectAccessible, expectNoSideways, problems, signIn, test } from './support'

test.describe.configure({ mode: 'serial' })

test('an instance without anybody leads everybody to its set-up', async ({ visitor }) => {
  await visitor.goto('/sign-in')
  await expect(visitor).toHaveURL(/\/set-up$/)
  await expect(visitor.getByRole('heading', { name: 'Set up this instance' })).toBeVisible()
  await expectAccessible(visitor)
  await visitor.setViewportSize({ width: 360, height: 740 })
  await expectNoSideways(visitor)
})

test('a first account needs a password that is long enough and typed twice alike', async ({ visitor }) => {
  await visitor.goto('/set-up')
  await visitor.getByLabel('Your name').fill(firstAdmin.name)
  await visitor.getByLabel('E-mail address').fill(firstAdmin.email)
  await visitor.getByLabel('Password', { exact: true }).fill('short')
  await visitor.getByLabel('Password again').fill('short')
  await visitor.getByRole('button', { name: 'Make the first account' }).click()
  await expect(
    visitor.getByRole('link', { name: 'Choose a password of at least 12 characters.' }),
  ).toBeVisible()
  await visitor.getByLabel('Password', { exact: true }).fill(firstAdmin.password)
  await visitor.getByLabel('Password again').fill(`${firstAdmin.password}!`)
  await visitor.getByRole('button', { name: 'Make the first account' }).click()
  await expect(visitor.getByRole('link', { name: 'The two passwords differ.' })).toBeVisible()
  await expect(visitor.getByLabel('Your name')).toHaveValue(firstAdmin.name)
})

test('the set-up makes one admin and is closed from then on, also for a page that was open', async ({
  visitor,
  browser,
}) => {
  // Somebody else has had the form open all along.
  const late = await (await browser.newContext()).newPage()
  for (const [page, person] of [
    [late, { name: 'Lara Late', email: 'late@elsewhere.example', password: firstAdmin.password }],
    [visitor, firstAdmin],
  ] as const) {
    await page.goto('/set-up')
    await page.getByLabel('Your name').fill(person.name)
    await page.getByLabel('E-mail address').fill(person.email)
    await page.getByLabel('Password', { exact: true }).fill(person.password)
    await page.getByLabel('Password again').fill(person.password)
  }
  await visitor.getByRole('button', { name: 'Make the first account' }).click()
  await expect(visitor).toHaveURL(/\/sign-in$/)

  await late.getByRole('button', { name: 'Make the first account' }).click()
  await expect(problems(late)).toBeVisible()
  await late.goto('/set-up')
  await expect(late).toHaveURL(/\/sign-in$/)
  await late.context().close()

  await signIn(visitor, firstAdmin, '/sign-in?callbackUrl=%2Fteam')
  await expect(
    visitor.getByRole('row', { name: firstAdmin.email }).getByText('admin', { exact: true }),
  ).toBeVisible()
  await expect(visitor.getByText('late@elsewhere.example')).toHaveCount(0)
})

test('production shows no demo personas and lets none in', async ({ visitor }) => {
  await visitor.goto('/sign-in')
  await expect(visitor.getByText('demo.example.org')).toHaveCount(0)
  await visitor.getByLabel('E-mail address').fill('ada@demo.example.org')
  await visitor.getByLabel('Password', { exact: true }).fill('winnow-demo-2026')
  await visitor.getByRole('button', { name: 'Sign in' }).click()
  await expect(visitor.getByText('do not match an account')).toBeVisible()
})
