import { confirmByLetter } from './mailbox'
import { expect, expectAccessible, expectNoSideways, test } from './support'

test('who is known by an account shows on its page that it is theirs, and who handles it looks where we could not read', async ({
  visitor: page,
  as,
}) => {
  const email = `otto-${Date.now()}@account.example.org`
  const account = 'https://forum.example/u/otto'
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/takedowns/new?kind=opt_out&dataset=harbour-forum')
  await page.getByLabel('What exactly?').fill('posts-01.jsonl#41')
  await page.getByRole('radio', { name: 'I made it' }).check()
  await expect(page.getByLabel(/Which page or account is that/), 'asked with that way alone').toBeHidden()
  await page.getByRole('radio', { name: 'I write it on the page or in the account' }).check()
  await page.getByLabel(/Which page or account is that/).fill(account)
  await page.getByLabel('Your name').fill('Otto Otter')
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('checkbox').last().check()
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await expect(page.getByText(account)).toBeVisible()
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mail')
  const reference = await confirmByLetter(page, await as('admin'), email)
  const tracking = page.url().replace(/\?.*/, '')

  const lead = await as('lead')
  await lead.goto('/requests?kind=opt_out')
  await lead.getByRole('link', { name: reference }).click()
  await expect(lead.getByRole('heading', { level: 1 })).toContainText(reference)
  const next = lead.getByRole('region', { name: 'What to do next' })
  await expect(async () => {
    await lead.reload()
    await expect(next).toContainText('Decide its open case', { timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  await lead.getByText('I doubt that it is theirs').click()
  const doubt = lead.locator('details', { has: lead.getByText('I doubt that it is theirs') })
  await expect(doubt).toContainText('they chose: I write it on the page or in the account.')
  await expect(doubt.getByRole('radio', { name: 'A text on the page or in the account' })).toBeChecked()
  await expect(doubt, 'no document for an opt-out').not.toContainText('What raises the doubt')
  await doubt.getByLabel('Which page', { exact: true }).selectOption(account)
  await doubt.getByRole('button', { name: 'Ask for it' }).click()
  await expect(
    doubt.getByText('Look at the page, and say that nobody else can write there').first(),
  ).toBeVisible()
  await doubt.getByRole('checkbox', { name: /I have looked at this page/ }).check()
  await doubt.getByRole('button', { name: 'Ask for it' }).click()
  await expect(next).toContainText('Wait for the requester')
  await expect(next, 'we look first').not.toContainText('I have seen it')

  await page.goto(tracking)
  await expect(page.getByRole('heading', { name: 'Show that it is yours' })).toBeVisible()
  await expect(page.getByRole('code').filter({ hasText: account })).toBeVisible()
  const token = await page
    .getByRole('code')
    .filter({ hasText: /^winnow-[0-9a-f]{40}$/ })
    .innerText()
  await expectAccessible(page)
  await expectNoSideways(page)
  await page.getByRole('button', { name: 'Look now' }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('We could not reach it.')).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })

  await lead.reload()
  await expect(next).toContainText('We could not read it there ourselves')
  await expect(next).toContainText(token)
  await expectAccessible(lead)
  await next.getByRole('button', { name: 'I have seen it, and it settles the doubt' }).click()
  await expect(next).toContainText('Decide its open case')
})
