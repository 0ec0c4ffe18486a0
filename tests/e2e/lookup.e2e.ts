import { linkInLetter } from './mailbox'
import { expect, expectAccessible, expectNoSideways, problems, test } from './support'

test('on a phone somebody looks for a page of theirs, is told why a name is not looked for, and asks to have the row taken out', async ({
  visitor: page,
  as,
}) => {
  const reviewer = await as('reviewer')
  await reviewer.goto('/triage?category=pii')
  await reviewer.locator('main table a[href*="/triage/harbour-forum/"]').first().click()
  const source = reviewer.getByText(/^https:\/\/forum\.example\.org\//).first()
  await expect(source).toBeVisible()
  const address = (await source.innerText()).trim()

  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/')
  await page.getByRole('link', { name: 'Check whether you are in one' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is my data in here?')
  for (const radio of await page.getByRole('radio').all())
    expect((await radio.boundingBox())?.width, 'a thumb finds each of both forms').toBeGreaterThan(20)
  const exact = page.getByLabel('The exact thing')
  await exact.fill('Jana Jahn')
  await page.getByRole('button', { name: 'Look', exact: true }).click()
  await expect(problems(page)).toContainText('Write the whole address of one page.')
  await expect(exact, 'what was typed is still there').toHaveValue('Jana Jahn')
  await expectAccessible(page)
  await exact.fill(address)
  const answer = page.locator('main').getByRole('status').first()
  await expect(answer, 'there before its words').toBeEmpty()
  await page.getByRole('button', { name: 'Look', exact: true }).click()
  await expect(page.getByRole('listitem').getByText(/^Harbour Forum: it is in release/)).toBeVisible()
  await expect(answer).toHaveText(/^Harbour Forum: it is in release/)
  await expectAccessible(page)
  await expectNoSideways(page)
  await page.getByRole('link', { name: 'Ask to have it taken out of Harbour Forum' }).click()
  await expect(page).toHaveURL(/\/takedowns/)
})

test('without JavaScript somebody proves a mailbox to be theirs, and has the rows that hold it counted', async ({
  plain,
  as,
}) => {
  const page = await plain()
  const email = `jana-${Date.now()}@lookup.example.org`
  await page.goto('/lookup')
  await page.getByLabel('The address, domain, part of a site or page').fill('jana')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(problems(page)).toContainText('Write an e-mail address.')
  await page.getByLabel('The address, domain, part of a site or page').fill(email)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mail')
  await expect(page.getByText('An address gets at most 3 of these letters a day.')).toBeVisible()

  await page.goto(await linkInLetter(await as('admin'), email, /./, '/lookup/proven/'))
  await page.getByRole('button', { name: 'Look now' }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(/Harbour Forum: no row of .+ in release/)).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
})
