import { confirmByLetter } from './mailbox'
import { expect, expectAccessible, expectNoSideways, test } from './support'

const ROWS = 260
const LIST = ['file,row', ...Array.from({ length: ROWS }, (_, n) => `posts-02.jsonl,${900 + n}`)].join('\n')

/** More rows than one person decides about: nothing is opened of them. */
test('a list of hundreds goes as a file, and is followed and looked at a stretch at a time', async ({
  visitor: page,
  as,
}) => {
  const email = `lida-${Date.now()}@list.example.org`
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/takedowns/new?kind=privacy&right=erasure&dataset=harbour-forum')
  await page.getByText('I have a list, or the text, as a file').click()
  const file = { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) }
  await page.locator('input[type="file"]').setInputFiles(file)
  await page.getByRole('radio', { name: 'Mine', exact: true }).check()
  await page.getByLabel('Your name').fill('Lida Lorn')
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('checkbox', { name: /concerns me/ }).check()
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await expect(page.getByText('Understood as 260 items in 1 dataset (260 rows)').first()).toBeVisible()
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mail')
  const reference = await confirmByLetter(page, await as('admin'), email)

  const named = page.getByRole('listitem').filter({ hasText: /^row:/ })
  await page.getByText('Show 188 more').click()
  await expect(named).toHaveCount(200)
  await expectNoSideways(page)
  await page.getByRole('link', { name: 'The next ones →' }).click()
  await expect(named).toHaveCount(60)
  await expect(named.last()).toContainText('1159')
  await expectAccessible(page)
  await page.getByRole('link', { name: '← Those before' }).click()
  await expect(named.first()).toContainText('900')

  const lead = await as('lead')
  await lead.goto('/requests?kind=privacy')
  await lead.getByRole('link', { name: reference }).click()
  await expect(lead.getByRole('heading', { level: 1 })).toContainText(reference)
  const waits = lead.getByText('two have to say that it is meant before anything is decided')
  await expect(async () => {
    await lead.reload()
    await expect(waits).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  const rows = lead.getByRole('table', { name: 'What the request names' }).getByRole('row')
  await expect(rows).toHaveCount(51)
  await lead.getByRole('link', { name: 'The next ones →' }).click()
  await expect(lead.getByText('51 to 100 of 260')).toBeVisible()
  await expect(rows.nth(1)).toContainText('950')
  await lead.getByRole('link', { name: 'See what it reaches, narrow or widen it' }).click()
  await expect(lead.getByText('1 to 20 of 260')).toBeVisible()
  await expect(lead.getByRole('heading', { name: /posts-02\.jsonl/ })).toHaveCount(20)
  await expectAccessible(lead)

  await page.reload()
  await page.getByRole('checkbox', { name: 'Yes, withdraw my request' }).check()
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByText('Withdrawn', { exact: true }).first()).toBeVisible()
})
