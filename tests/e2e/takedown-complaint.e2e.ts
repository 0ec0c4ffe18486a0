import { beside } from './beside'
import { confirmByLetter } from './mailbox'
import { expect, expectAccessible, expectNoSideways, signIn, test } from './support'

test('on a phone somebody whose text was taken out complains, a lead sees that it is theirs, and they read the outcome', async ({
  visitor: page,
  as,
}) => {
  const email = `bo-${Date.now()}@author.example.org`
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/takedowns?dataset=harbour-forum')
  await page.getByRole('link', { name: /Something of mine was taken out/ }).click()
  await page.getByRole('link', { name: 'For another reason, or I do not know why' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Complain of a removal')
  await page.getByLabel('What exactly?').fill('posts-01.jsonl#31')
  await page.getByRole('radio', { name: 'I wrote what was taken out' }).check()
  await page
    .getByLabel('Why should it not have been taken out?')
    .fill('It is a recipe and names nobody at all.')
  await page.getByLabel('Your name').fill('Bo Example')
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('checkbox', { name: /I wrote what I have named here/ }).check()
  await expect(
    page.getByText('A redacted notice may be published later'),
    'it is in no register',
  ).toHaveCount(0)
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mail')

  const admin = await as('admin')
  const reference = await confirmByLetter(page, admin, email)
  const tracking = page.url()
  await expect(page.locator('main')).not.toContainText('posts-01.jsonl#31 ')

  const lead = await as('lead')
  await expect(async () => {
    await lead.goto('/requests')
    await lead.getByRole('link', { name: reference }).first().click({ timeout: 2_000 })
    await expect(lead.getByRole('heading', { name: 'The complaint' })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
  await expect(lead.getByText('No decision took out what it names.')).toBeVisible()
  await lead
    .getByLabel('How was it shown that it is theirs?')
    .selectOption({ label: 'A letter of whom they act for' })
  await lead.getByRole('button', { name: 'Say that it is theirs' }).click()
  await expect(lead.getByText('Shown to be theirs: A letter of whom they act for.')).toBeVisible()

  await page.goto(tracking)
  await expect(
    page.getByText('nothing of it was taken out by a decision here', { exact: false }),
  ).toBeVisible()
  await expect(page.getByText('Art. 21', { exact: false })).toBeVisible()
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, 'nothing is wider than the phone').toBeLessThanOrEqual(0)
})

test('a lead has the words of a complaint looked for again whose search failed, and hears it then', async ({
  browser,
}) => {
  const password = 'leeks from the quay'
  const { email, path } = JSON.parse(await beside('many-rows-world.ts', password, 'complaint'))
  const lead = await (await browser.newContext()).newPage()
  await signIn(lead, { email, password }, `/sign-in?callbackUrl=${path}`)
  const next = lead.getByRole('region', { name: 'What to do next' })
  await expect(next).toContainText('The search for what it names failed')
  await expect(lead.getByRole('row', { name: /soup of leeks/ })).not.toContainText('Looking')
  await expectAccessible(lead)
  await lead.setViewportSize({ width: 360, height: 740 })
  await expectNoSideways(lead)
  await next.getByRole('button', { name: 'Have it looked for' }).click()
  await expect(next).not.toContainText('failed')
  await expect(async () => {
    await lead.reload()
    await expect(lead.getByText('No decision took out what it names.')).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await expect(lead.getByRole('button', { name: 'Say that it is theirs' })).toBeVisible()
  await expect(next.getByRole('button')).toHaveCount(0)
  await lead.context().close()
})
