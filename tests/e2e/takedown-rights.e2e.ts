import type { Page } from '@playwright/test'
import { demoRevision } from '@/lib/demo/world'
import { beside } from './beside'
import { confirmByLetter } from './mailbox'
import { GUESTS } from './many-rows-texts'
import { expect, expectAccessible, expectNoSideways, problems, signIn, test } from './support'

const EMAIL = `access-${Date.now()}@rights.example.org`
/** A row with the address of one person and a telephone number beside it. */
const ROW = demoRevision(1)
  .flatMap(({ rows }) => rows)
  .find(({ text }) => /@club\.example\.com or ring/.test(text))
const ADDRESS = /[\w.]+@club\.example\.com/.exec(ROW?.text ?? '')?.[0] ?? ''
const PHONE = /ring ([\d ]+\d)/.exec(ROW?.text ?? '')?.[1] ?? ''

test('who asks what there is about them gets a copy by two people, behind codes, on a phone without JavaScript', async ({
  plain,
  as,
}) => {
  test.slow()
  const page = await plain()
  await page.setViewportSize({ width: 360, height: 740 })
  await ask(page)
  const admin = await as('admin')
  const reference = await confirmByLetter(page, admin, EMAIL)
  const tracking = page.url().replace(/\?.*/, '')

  const lead = await as('lead')
  await lead.goto('/requests?kind=privacy')
  await lead.getByRole('link', { name: reference }).click()
  await expect(lead.getByRole('heading', { level: 1 })).toContainText(reference)
  const request = lead.url()
  const next = lead.getByRole('region', { name: 'What to do next' })
  await expect(async () => {
    await lead.reload()
    await expect(next.getByRole('link', { name: 'Look at the rows and answer' })).toBeVisible({
      timeout: 1_000,
    })
  }).toPass({ timeout: 30_000 })
  await expect(next, 'it is nobody’s case').not.toContainText('open case')

  // Nobody has shown who they are: no row can be given.
  await next.getByRole('link', { name: 'Look at the rows and answer' }).click()
  await expect(lead.getByRole('radio', { name: 'About them: give a copy of it' }).first()).toBeDisabled()
  await lead.goto(request)
  await lead.getByText('I doubt that it is theirs').click()
  await lead.getByRole('button', { name: 'Ask for it' }).last().click()
  await expect(next).toContainText('Wait for the requester')

  await page.goto(tracking)
  await page.getByRole('button', { name: 'Send the code' }).click()
  const code = await codeFor(admin, ADDRESS)
  await page.getByLabel('The six digits').fill(code === '000000' ? '000001' : '000000')
  await page.getByRole('button', { name: 'Check the code' }).click()
  await expect(problems(page.locator('main'))).toContainText('That is not the code.')
  await expect(page.getByLabel('The six digits'), 'it says so itself').toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('The six digits').fill(code)
  await page.getByRole('button', { name: 'Check the code' }).click()
  await expect(page.getByText('You showed that it is yours')).toBeVisible()

  await lead.goto(`${request}/answer`)
  for (const give of await lead.getByRole('radio', { name: 'About them: give a copy of it' }).all())
    await give.check()
  await expect(lead.getByLabel('Passages about others').first()).toHaveValue(new RegExp(PHONE))
  await expectAccessible(lead)
  await lead.getByRole('button', { name: 'Propose this answer' }).click()
  await lead.waitForURL(request)
  await expect(next).toContainText('Somebody else has to look at the rows')
  await page.goto(tracking)
  await expect(page.getByRole('heading', { name: 'What we hold about you' }), 'not yet').toHaveCount(0)

  await admin.goto(`${request}/answer`)
  await expect(admin.getByText('As they would get it')).toBeVisible()
  await expectAccessible(admin)
  await admin.getByRole('button', { name: 'Agree, and give them the copy' }).click()
  await expect(admin.getByText('As they would get it')).toHaveCount(0)

  await page.goto(tracking)
  await expect(page.getByRole('heading', { name: 'What we hold about you' })).toBeVisible()
  await expect(page.getByText(/or ring/), 'the link alone tells nothing').toHaveCount(0)
  await expectNoSideways(page)
  await page.getByRole('button', { name: 'Send me the code' }).click()
  await page.getByLabel('The six digits').fill(await codeFor(admin, EMAIL))
  await page.getByRole('button', { name: 'Open the copy' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('What “')
  await expect(page.getByText(/or ring/).first()).toBeVisible()
  await expect(page.getByText('Where you can complain')).toBeVisible()
  await expectNoSideways(page)
  // Axe is a script of the page.
  await admin.goto(page.url())
  await expectAccessible(admin)

  const href = await page.getByRole('link', { name: 'Save everything (JSON)' }).getAttribute('href')
  const file = await page.request.get(href ?? '')
  expect(file.headers()['content-disposition']).toContain(
    `attachment; filename="winnow-copy-${reference}.json"`,
  )
  const copy: unknown = await file.json()
  expect(copy).toMatchObject({
    format: 'winnow-access-copy/1',
    request: reference,
    your_request: { email: EMAIL },
  })
  const said = JSON.stringify(copy)
  expect(said).toContain(ADDRESS)
  expect(said, 'what is another person’s').not.toContain(PHONE)

  await page.goto(page.url().replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))
  await expect(page.getByText(/or ring/)).toHaveCount(0)
})

test('a lead judges more rows than one page has a stretch at a time, and corrects them with the last', async ({
  browser,
}) => {
  const password = 'thanks to the house'
  const { email, path } = JSON.parse(await beside('many-rows-world.ts', password, 'correction'))
  const lead = await (await browser.newContext()).newPage()
  await signIn(lead, { email, password }, `/sign-in?callbackUrl=${path}/answer`)
  const judged = lead.getByRole('radio', { name: 'Not about them' })
  await expect(judged).toHaveCount(200)
  await expect(lead.getByText('There are more rows than these.')).toBeVisible()
  await expect(lead.getByLabel('Reason for what is changed'), 'with the last').toHaveCount(0)
  await lead.getByRole('button', { name: 'Keep this, and go on' }).click()
  await expect(problems(lead.locator('main')).first(), 'each row is judged').toBeFocused()
  // One by one it takes minutes.
  await judged.evaluateAll((all) => {
    for (const radio of all) if (radio instanceof HTMLElement) radio.click()
  })
  await lead.getByRole('button', { name: 'Keep this, and go on' }).click()
  await expect(lead.getByText('200 rows are judged.')).toBeVisible()
  await expect(judged).toHaveCount(GUESTS - 200)
  await expectAccessible(lead)
  await lead.setViewportSize({ width: 360, height: 740 })
  await expectNoSideways(lead)
  for (const radio of (await judged.all()).slice(1)) await radio.check()
  await lead.getByRole('radio', { name: 'Mask what is wrong' }).first().check()
  await lead.getByLabel('The wrong passages').first().fill('thanks the house')
  await lead.getByLabel('Reason for what is changed').selectOption({ index: 1 })
  await lead.getByRole('button', { name: 'Correct it so' }).click()
  await lead.waitForURL((url) => url.pathname === path)
  await expect(lead.getByRole('heading', { level: 1 })).toContainText('Request')
  await lead.goto(`${path}/answer`)
  await expect(judged, 'nothing is left to judge').toHaveCount(0)
  await lead.context().close()
})

async function ask(page: Page): Promise<void> {
  await page.goto('/takedowns/new?kind=privacy&dataset=harbour-forum')
  await page.getByRole('checkbox', { name: 'Tell me what is there' }).check()
  await page.getByRole('radio', { name: 'Mine', exact: true }).check()
  await page.getByLabel('What should we look for?').fill(ADDRESS)
  await page.getByLabel('Your name').fill('Nadja Reed')
  await page.getByLabel('Your e-mail address').fill(EMAIL)
  for (const box of await page.locator('input[type=checkbox][name^=attest]').all()) await box.check()
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mail')
}

/** The digits in the newest letter with a code to an address; the mailbox of the demonstration is its admin's. */
async function codeFor(admin: Page, address: string): Promise<string> {
  const letter = admin.getByRole('row').filter({ hasText: address }).getByRole('link', { name: 'Your code' })
  await expect(async () => {
    await admin.goto('/mailbox')
    await expect(letter.first()).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await letter.first().click()
  await admin.waitForURL(/\/mailbox\/[0-9a-f-]{36}/)
  const [, code] = /^\s*(\d{6})\s*$/m.exec(await admin.locator('main').innerText()) ?? []
  if (!code) throw new Error('a letter with a code has none')
  return code
}
