import type { Page } from '@playwright/test'
import { expect, test } from './support'

// That an officer confirms is shown in tests/db/takedown-urgent.test.ts: its clock of hours would have the shared world publish a release.
test('what a child must be kept safe from is hidden before anybody is asked who they are, and an officer gives it back by one press', async ({
  as,
  visitor,
  baseURL,
}) => {
  const reviewer = await as('reviewer')
  const path = await someCase(reviewer, 9)

  await visitor.goto('/takedowns')
  await visitor.getByRole('link', { name: /something illegal or hateful/ }).click()
  await visitor.getByRole('link', { name: 'Sexual abuse of a child' }).click()
  await expect(visitor.getByRole('heading', { level: 1, name: 'Where is it?' })).toBeVisible()
  await expect(visitor).toHaveTitle(/A private message/)
  await visitor.getByLabel('Link, address, row or id').fill(`${baseURL}${path}`)
  await visitor.getByRole('button', { name: 'Hide it now' }).click()
  const heading = visitor.getByRole('heading', { level: 1, name: /^Your message/ })
  await expect(heading).toBeVisible()
  await expect(visitor.locator('main :focus'), 'whoever does not see the page hears it').toHaveText(
    /^It has arrived\. Somebody looks at it by \d+ \w+ \d{4}, \d\d:\d\d UTC\.$/,
  )
  expect((await reviewer.goto(path))?.status(), 'hidden with the answer to the form').toBe(404)
  const reference = (await heading.innerText()).replace('Your message ', '')
  // Whoever looks over a shoulder reads this, and no more.
  await expect(visitor.locator('main')).not.toContainText(/child|sexual|illegal|harbour/i, {
    useInnerText: true,
  })
  await visitor.getByText('Show the details').click()
  await expect(visitor.getByText('Only the safety officers of this instance see this request.')).toBeVisible()
  await expect(visitor.locator('main'), 'no reviewer sees it').not.toContainText('Reviewers decide')

  const officer = await as('officer')
  await openReport(officer, reference)
  await officer.getByLabel('To whom', { exact: true }).fill('A hotline')
  await officer.getByLabel('When', { exact: true }).fill('2026-01-05')
  await officer.getByRole('button', { name: 'Record it' }).click()
  await expect(officer.getByText(/2026-01-05: A hotline/)).toBeVisible()
  await officer.getByRole('button', { name: 'Clear: give it back' }).click()
  await expect(officer.getByRole('button', { name: 'Clear: give it back' })).toHaveCount(0)
  await expect.poll(async () => (await reviewer.goto(path))?.status(), 'given back').toBe(200)
})

test('without JavaScript what a link leads to is hidden at once, though no dataset is chosen', async ({
  as,
  plain,
  baseURL,
}) => {
  const reviewer = await as('reviewer')
  const path = await someCase(reviewer, 10)
  const page = await plain()
  await page.goto('/takedowns/urgent')
  await page.getByRole('link', { name: /It shows or sexualises a child/ }).click()
  await page.getByLabel('Link, address, row or id').fill(`${baseURL}${path}`)
  await page.getByRole('button', { name: 'Hide it now' }).click()
  const heading = page.getByRole('heading', { level: 1, name: /^Your message/ })
  await expect(heading).toBeVisible()
  expect((await reviewer.goto(path))?.status(), 'hidden with the answer to the form').toBe(404)

  const officer = await as('officer')
  await openReport(officer, (await heading.innerText()).replace('Your message ', ''))
  await officer.getByRole('button', { name: 'Clear: give it back' }).click()
  await expect.poll(async () => (await reviewer.goto(path))?.status(), 'given back').toBe(200)
})

/** The address of a case. From the other end of the list than other tests take theirs. */
async function someCase(reviewer: Page, at: number): Promise<string> {
  await reviewer.goto('/triage?category=pii&sort=severity')
  const links = reviewer.locator('main table a[href*="/triage/harbour-forum/"]')
  await expect(links.first()).toBeVisible()
  const path = ((await links.nth(at).getAttribute('href')) ?? '').split('?')[0] ?? ''
  expect((await reviewer.goto(path))?.status()).toBe(200)
  return path
}

async function openReport(officer: Page, reference: string): Promise<void> {
  await officer.goto('/requests')
  const first = officer.getByRole('table', { name: 'Reports to look at first' })
  await first.getByRole('link', { name: reference }).click()
}
