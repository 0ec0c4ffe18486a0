import type { Page } from '@playwright/test'
import { beside } from './beside'
import { confirmByLetter } from './mailbox'
import { POEM } from './many-rows-texts'
import { expect, expectAccessible, expectNoSideways, signIn, test } from './support'

const EMAIL = `rights-${Date.now()}@process.example.org`

test('a defective notice is asked for what is missing, revised on a phone, decided, and agreed to by a second person', async ({
  visitor: page,
  plain,
  as,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await file(page)
  const admin = await as('admin')
  const reference = await confirmByLetter(page, admin, EMAIL)
  const tracking = page.url().replace(/\?.*/, '')

  const lead = await as('lead')
  await lead.goto('/requests?kind=copyright')
  await lead.getByRole('link', { name: reference }).click()
  await expect(lead.getByRole('heading', { level: 1 })).toContainText(reference)
  const request = lead.url()
  const next = lead.getByRole('region', { name: 'What to do next' })
  await expect(async () => {
    await lead.reload()
    await expect(next).toContainText('Decide its open case', { timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  await lead.getByText('Something is missing').click()
  await lead.getByRole('checkbox', { name: /Which work/ }).check()
  await lead.getByRole('checkbox', { name: /Where exactly it is/ }).check()
  await lead.getByLabel('A few words to the requester').first().fill('Which of the two editions is it?')
  await lead.getByRole('button', { name: 'Ask for it' }).first().click()
  await expect(next).toContainText('Wait for the requester')
  await expectAccessible(lead)

  await page.goto(tracking)
  await expect(page.getByRole('heading', { name: 'What we need from you' })).toBeVisible()
  await expect(page.getByText('Which of the two editions is it?')).toBeVisible()
  await expectAccessible(page)
  await expectNoSideways(page)
  const work = page.getByLabel(/Which work/)
  await expect(work, 'what was written stays').toHaveValue(/harbour tales/)
  await expect(page.getByLabel('Your full name'), 'nothing else is asked again').toHaveCount(0)
  const where = 'row 31 of posts-01.jsonl\nUSERNAME/REPO'
  await page.getByLabel('Where exactly is it?').fill(where)
  await expect(
    page.getByText('Understood as 1 item in 1 dataset (1 row); 1 line not understood.'),
    'before it is sent',
  ).toBeVisible()
  // The letter was opened in a browser without scripts.
  const bare = await plain()
  await bare.goto(tracking)
  await bare.getByLabel('Where exactly is it?').fill(where)
  await bare.getByLabel(/Which work/).fill('The harbour tales, second edition of 2015')
  await bare.getByRole('button', { name: 'Send this' }).click()
  await expect(bare.getByRole('heading', { name: 'What we need from you' })).toHaveCount(0)
  await expect(bare.getByText('You gave what was missing')).toBeVisible()
  await expect(bare.getByText('1 line of it was not understood')).toBeVisible()
  await page.reload()
  await expect(page.getByText('You gave what was missing')).toBeVisible()

  await expect(async () => {
    await lead.reload()
    await expect(next).toContainText('Decide its open case', { timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  await lead.getByRole('link', { name: 'Open the first case' }).click()
  await lead.waitForURL(/\/triage\//)
  await lead.goto(`${lead.url().replace(/\?.*/, '')}?direct=1`)
  await lead.getByRole('radio', { name: /^Remove/ }).check()
  await lead.getByRole('radio', { name: /The owner asks for removal/ }).check()
  await expect(lead.getByText('For ten seconds you can take it back.')).toBeVisible()
  await lead.getByRole('button', { name: /^(Submit|Supersede|Decide as)/ }).click()
  await expect(lead.getByRole('status').filter({ hasText: 'Recorded: removed.' })).toBeVisible()

  // Taken back, it is as it was left.
  await lead.getByRole('button', { name: 'Undo', exact: true }).click()
  await lead.waitForURL(/direct=1/)
  await expect(lead.getByRole('radio', { name: /^Remove/ })).toBeChecked()
  await expect(lead.getByRole('radio', { name: /The owner asks for removal/ })).toBeChecked()
  await lead.getByRole('button', { name: /^Decide as/ }).click()
  await expect(lead.getByRole('status').filter({ hasText: 'Recorded: removed.' })).toBeVisible()

  // Made when its ten seconds are over.
  await lead.goto(request)
  await expect(async () => {
    await lead.reload()
    await expect(next).toContainText('A second person has to agree', { timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await expect(lead.getByText('You had a part in the decisions')).toBeVisible()

  await admin.goto(request)
  await admin.getByRole('button', { name: 'Agree, and send the outcome' }).click()
  await expect(admin.getByRole('link', { name: 'Statement of reasons' })).toBeVisible()
  await admin.getByRole('link', { name: 'Statement of reasons' }).click()
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Statement of reasons')
  await expect(admin.getByText('Facts it rests on')).toBeVisible()
  await expectAccessible(admin)

  await page.goto(tracking)
  await expect(page.getByText('Acted on', { exact: true }).first()).toBeVisible()
})

/** A copyright notice about one row of the demonstration, from a phone. */
async function file(page: Page): Promise<void> {
  await page.goto('/takedowns/new?kind=copyright&dataset=harbour-forum')
  const targets = page.getByLabel('What exactly?')
  // What is typed before the page listens is not there for the form.
  await expect(async () => {
    await targets.fill('')
    await targets.fill('posts-01.jsonl#31')
    await expect(page.getByText(/Understood as 1 item/)).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  await page.getByLabel(/Which work/).fill('The harbour tales, some edition')
  await page
    .getByRole('radio', { name: /owner|mine|I hold/i })
    .first()
    .check()
  await page.getByLabel('Your full name').fill('Rika Reeds')
  await page.getByLabel('Your e-mail address').fill(EMAIL)
  await page.getByLabel(/postal address or telephone/).fill('1 Invented Lane, Harbourton')
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mail')
}

test('a lead looks at texts that are only like what was named, and at those beyond what is taken in hand at once', async ({
  browser,
}) => {
  test.slow()
  const password = 'masts that are not there'
  const { email, path } = JSON.parse(await beside('many-rows-world.ts', password, 'erasure'))
  const lead = await (await browser.newContext()).newPage()
  await signIn(lead, { email, password }, `/sign-in?callbackUrl=${path}/reach`)
  await lead.getByLabel('The text').fill(POEM)
  await lead.getByRole('button', { name: 'Look for it' }).click()
  const beyond = lead.getByText('20 more rows are like it, beyond the 500 items in hand.')
  await expect(async () => {
    await lead.reload()
    await expect(beyond).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  const goOn = lead.getByRole('button', { name: 'Look at the next ones' })
  await expect(goOn).toBeDisabled()
  const first = lead
    .getByRole('row')
    .filter({ hasText: /in copy \d+ of many/ })
    .first()
  const cut = await first.locator('.item-snippet').evaluate((it) => it.scrollHeight - it.clientHeight)
  expect(cut, 'what tells one from the other can be read').toBe(0)
  await expectAccessible(lead)
  await lead.setViewportSize({ width: 360, height: 740 })
  await expectNoSideways(lead)
  await lead.setViewportSize({ width: 1280, height: 720 })

  await lead.goto(path)
  const next = lead.getByRole('region', { name: 'What to do next' })
  await expect(next, 'the case alone does not end it').toContainText('Decide its open case')
  await expect(lead.getByText('500 texts that are only like what was named found')).toBeVisible()
  await next.getByRole('link', { name: 'a look at what is only like what was named' }).click()
  await lead.getByRole('button', { name: 'Record what I saw' }).click()
  await lead.getByRole('button', { name: 'None of these belongs' }).click()
  await expect(goOn).toBeEnabled()
  await goOn.click()
  await expect(async () => {
    await lead.reload()
    await expect(lead.getByText('520 items in hand')).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  await expect(beyond).toHaveCount(0)
  await lead.context().close()
})
