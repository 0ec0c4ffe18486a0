import { confirmByLetter } from './mailbox'
import { expect, expectAccessible, expectNoSideways, problems, test } from './support'

test('who had something kept and not used hears two weeks before that ends, and that it stays when it is called off', async ({
  visitor: page,
  as,
}) => {
  test.slow()
  const email = `rune-${Date.now()}@pause.example.org`
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/takedowns?dataset=harbour-forum&what=me')
  await page.getByRole('link', { name: 'Keep it, but do not use it until something is settled' }).click()
  const restriction = page.getByRole('checkbox', { name: /Keep it, but do not use it for now/ })
  await expect(restriction, 'chosen on the way here').toBeChecked()
  await page.getByLabel('What exactly?').fill('posts-01.jsonl#28')
  await page.getByRole('radio', { name: 'Mine', exact: true }).check()
  await page.getByRole('radio', { name: 'In California' }).check()
  await page.getByLabel('Your name').fill('Rune Rask')
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('checkbox', { name: /concerns me/ }).check()
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await expect(problems(page)).toContainText('The law of California has no restriction')
  await page.getByRole('radio', { name: 'In the United Kingdom' }).check()
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await expect(page.getByText('Who had something restricted is kept as long as it is')).toBeVisible()
  await page.getByRole('button', { name: 'Send the request' }).click()
  const reference = await confirmByLetter(page, await as('admin'), email)
  const tracking = page.url().replace(/\?.*/, '')

  const lead = await as('lead')
  await lead.goto('/requests?kind=privacy')
  await lead.getByRole('link', { name: reference }).click()
  await expect(lead.getByRole('heading', { level: 1 })).toContainText(reference)
  const request = lead.url()
  const toCase = lead.getByRole('link', { name: 'Open the first case' })
  await expect(async () => {
    await lead.reload()
    await expect(toCase).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await expect(lead.getByText('It is asked that nobody be given this (restriction).')).toBeVisible()
  await toCase.click()
  await lead.waitForURL(/\/triage\//)
  await lead.goto(`${lead.url().replace(/\?.*/, '')}?direct=1`)
  await lead.getByRole('radio', { name: /^Remove/ }).check()
  await lead.getByRole('radio', { name: /The row is about a private person/ }).check()
  await lead.getByRole('button', { name: /^(Submit|Supersede|Decide as)/ }).click()
  await expect(lead.getByText('Recorded: removed.')).toBeVisible()

  await expect(async () => {
    await page.goto(tracking)
    await expect(page.getByText('What is left out stays stored', { exact: false })).toBeVisible({
      timeout: 1_000,
    })
  }).toPass({ timeout: 30_000 })
  await lead.goto(request)
  const end = lead.locator('details').filter({ hasText: 'End the restriction' })
  await end.getByText('End the restriction').click()
  await end.getByRole('radio', { name: 'it is not needed for a claim any more' }).check()
  await end.getByLabel('A few words to the requester').fill('The hearing is over.')
  await expectAccessible(lead)
  await lead.getByRole('button', { name: 'Tell them, and end it then' }).click()
  await expect(lead.getByText('Whoever asked for it was told.')).toBeVisible()

  await page.goto(tracking)
  await expect(page.getByRole('heading', { name: 'The restriction is going to end' })).toBeVisible()
  await expect(page.getByText('The hearing is over.')).toBeVisible()
  await expect(page.getByText('send a new request before that day', { exact: false })).toBeVisible()
  await expectNoSideways(page)
  await expectAccessible(page)

  await lead.getByRole('button', { name: 'Let it stay restricted' }).click()
  await expect(lead.getByText('The end of the restriction was called off')).toBeVisible()
  await page.goto(tracking)
  await expect(page.getByText('You were told that the restriction stays')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'The restriction is going to end' })).toHaveCount(0)
})
