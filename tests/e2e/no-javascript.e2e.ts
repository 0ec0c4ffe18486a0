import { beside } from './beside'
import { confirmByLetter } from './mailbox'
import { expect, openUndecided, problems, signIn, test } from './support'

test('a request is written, checked, changed, sent, confirmed, followed and withdrawn without JavaScript', async ({
  plain,
  as,
}) => {
  const page = await plain()
  const email = `femke-${Date.now()}@plain.example.org`
  await page.goto('/takedowns')
  await page.getByText('Or choose the form yourself').click()
  await page.getByRole('link', { name: /It is about me/ }).click()
  await page.getByLabel('What exactly?').fill('posts-01.jsonl#17')
  await page.getByRole('checkbox', { name: /Erase it/ }).check()
  await page.getByRole('radio', { name: 'Mine', exact: true }).check()
  await page.getByLabel('Your name').fill('Femke Fairbrook')
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('button', { name: 'Check your answers' }).click()

  await expect(problems(page)).toContainText('Tick the box that the data is about you')
  await expect(page.getByLabel('Your name'), 'what was typed is still there').toHaveValue('Femke Fairbrook')
  await expect(page.getByRole('checkbox', { name: /Erase it/ })).toBeChecked()
  await page.getByRole('checkbox', { name: /concerns me/ }).check()
  await page.getByRole('button', { name: 'Check your answers' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers')
  await expect(page.getByText('posts-01.jsonl, row 17')).toBeVisible()
  await page.getByRole('button', { name: 'Go back and change' }).click()
  await page.getByLabel('What exactly?').fill('posts-01.jsonl#18')
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await expect(page.getByText('posts-01.jsonl, row 18')).toBeVisible()
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mail')

  const admin = await as('admin')
  await confirmByLetter(page, admin, email)
  await expect(page.getByText('You confirmed your address')).toBeVisible()

  await page.getByRole('button', { name: 'Withdraw' }).click()
  await expect(problems(page)).toBeVisible()
  await page.getByRole('checkbox', { name: 'Yes, withdraw my request' }).check()
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByText('You withdrew it')).toBeVisible()
})

test('cases are filtered, uncovered and decided without JavaScript', async ({ plain }) => {
  const page = await plain('second')
  await page.goto('/triage')
  const filters = page.getByRole('complementary', { name: 'Filters' })
  await filters.getByRole('link', { name: /^Copyright ?\d/ }).click()
  await expect(page).toHaveURL(/category=copyright/)
  await filters.getByRole('link', { name: 'Newest first' }).click()
  await expect(page).toHaveURL(/category=copyright&sort=-opened/)
  await openUndecided(page, page.url())
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Copyright')
  const decided = new URL(page.url()).pathname

  // In <noscript>, which a browser whose scripts are switched off by a test does not draw.
  expect(await page.content()).toContain('Without JavaScript a vote counts at once')
  await page.getByRole('radio', { name: /^Keep/ }).check()
  await page.getByRole('button', { name: /^Submit/ }).click()
  await expect(problems(page)).toContainText('Choose a reason.')
  await expect(page.getByRole('radio', { name: /^Keep/ })).toBeChecked()
  await page.getByRole('radio', { name: /Quotation, or its licence permits it/ }).check()
  await page.getByRole('button', { name: /^Submit/ }).click()
  await expect(page.getByText('Your review is recorded; the case waits for another reviewer.')).toBeVisible()
  await page.goto(decided)
  await expect(
    page.getByText('You have already reviewed this case. It waits for another reviewer.'),
  ).toBeVisible()

  await page.goto('/triage?category=pii&sort=-opened')
  await page.locator('main table a[href*="/triage/harbour-forum/"]').last().click()
  await page.getByRole('button', { name: /Show the text/ }).click()
  await expect(page.getByText('You uncovered this text.')).toBeVisible()
})

/** What a case that is kept can be kept for, whatever it is of. */
const KEEPS =
  /^(Not personal data|A placeholder or example|Quotation, or its licence permits it|The notice shows no illegality|Not shown to be theirs|No harm found)/

test('a shift of four cases, one skipped, one brought to a lead, one reported, is worked through without JavaScript', async ({
  plain,
}) => {
  const account = { email: `nora-${Date.now()}@plain.example.org`, password: 'a quiet evening at the pier' }
  await beside('new-reviewer.ts', account.email, account.password)
  const page = await plain()
  await signIn(page, account, '/sign-in?callbackUrl=/queue')
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('Before your first case')
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByRole('button', { name: 'Next case of all queues' }).click()

  const seen: string[] = []
  const onTheNext = async () => {
    await page.waitForURL((url) => url.searchParams.get('shift') === 'all' && !seen.includes(url.pathname))
    seen.push(new URL(page.url()).pathname)
    await expect(page.getByRole('link', { name: 'End for today' })).toBeVisible()
  }
  const said = (text: string) => expect(page.getByRole('status').filter({ hasText: text })).toBeVisible()
  await onTheNext()
  const skip = page.getByRole('button', { name: 'Skip it' })
  await expect(skip).toBeHidden()
  await page.locator('main').getByRole('link', { name: /^Skip/ }).click()
  await skip.click()
  await expect(problems(page), 'a refused form is open, and says why').toContainText(
    'Choose why you leave it to others.',
  )
  await expect(page).toHaveURL(/shift=all/)
  await page.getByRole('radio', { name: /^It needs somebody who knows the subject/ }).check()
  await skip.click()
  await onTheNext()
  await said('Skipped: others decide it.')
  await expect(skip, 'of the next case nothing is open yet').toBeHidden()

  await page
    .locator('main')
    .getByRole('link', { name: /^Ask a lead/ })
    .click()
  await page.getByRole('radio', { name: /^The policy does not say/ }).check()
  const ask = page.getByRole('button', { name: 'Ask a lead' })
  await ask.click()
  await onTheNext()
  await said('A lead is asked to decide it.')
  await expect(ask).toBeHidden()

  await page
    .locator('main')
    .getByRole('link', { name: /^Report/ })
    .click()
  await page.getByRole('radio', { name: /^Hate and abuse/ }).check()
  await page.getByRole('button', { name: 'Report it' }).click()
  await said('Reported. Others decide about it.')
  await expect(page.getByRole('button', { name: 'Report it' })).toBeHidden()
  expect(new URL(page.url()).pathname, 'their part in the case stays').toBe(seen.at(-1))

  await page.getByRole('radio', { name: /^Keep/ }).check()
  await page.locator('[data-reasons]').getByRole('radio', { name: KEEPS }).first().check()
  await page.getByRole('button', { name: /^Submit/ }).click()
  await onTheNext()
  await said('Look at it again')
  expect(seen).toHaveLength(4)
  await page.getByRole('link', { name: 'End for today' }).click()
  await expect(heading).toHaveText('Today')
  await expect(page.getByText('You reviewed 1 case. Thank you.')).toBeVisible()
  await expect(page.getByText('1 case skipped, 1 brought to a lead')).toBeVisible()
})

test('a decision is contested without JavaScript', async ({ plain }) => {
  const page = await plain('maintainer')
  await page.goto('/triage?status=decided&category=pii')
  await page.locator('main table a[href*="/triage/harbour-forum/"]').last().click()
  await page.getByRole('link', { name: /^Contest this decision/ }).click()
  const grounds = page.getByLabel('What was overlooked')
  await grounds.fill('No.')
  await page.getByRole('button', { name: 'Open it again' }).click()
  await expect(problems(page)).toBeVisible()
  await expect(grounds, 'what was typed is still there').toHaveValue('No.')
  await grounds.fill('It quotes a report, and says so in its first line.')
  await page.getByRole('button', { name: 'Open it again' }).click()
  await page.getByText('Why it is contested').click()
  await expect(page.getByText('It quotes a report, and says so in its first line.')).toBeVisible()
})

test('colours are chosen without JavaScript, and kept', async ({ plain }) => {
  const page = await plain()
  await page.goto('/datasets')
  await page.getByRole('button', { name: 'Dark' }).click()
  await expect(page).toHaveURL(/\/datasets$/)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.goto('/log')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('people sign out without JavaScript', async ({ plain }) => {
  const page = await plain()
  await page.goto('/sign-in?callbackUrl=%2Faccount')
  await page.getByLabel('E-mail address').fill('milo@demo.example.org')
  await page.getByLabel('Password', { exact: true }).fill('winnow-demo-2026')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto('/account')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
})

test('a row that a visitor saw is reported from the page of its revision, with its place filled in, without JavaScript', async ({
  plain,
}) => {
  const page = await plain()
  await page.goto('/datasets/harbour-forum')
  await page.getByRole('link', { name: 'Ask for something to be taken down' }).click()
  await expect(page, 'of which dataset is known').toHaveURL(/takedowns\?dataset=harbour-forum$/)
  await page.goto('/datasets/harbour-forum/revisions/1')
  await page.getByLabel('File').selectOption('posts-01.jsonl')
  await page.getByLabel('Row number').fill('18')
  await page.getByRole('button', { name: 'Report this row' }).click()
  await page.getByRole('link', { name: 'Ask to have it taken out, or changed' }).click()
  await page.getByRole('link', { name: /^There is something illegal or hateful/ }).click()
  await page.getByRole('link', { name: /^Hate, threats or harassment/ }).click()
  await expect(page.getByLabel('What exactly?')).toHaveValue(
    /\/datasets\/harbour-forum\/revisions\/1\?file=posts-01\.jsonl&row=18$/,
  )
  await expect(page.getByLabel('In which dataset?')).toHaveValue('harbour-forum')
})
