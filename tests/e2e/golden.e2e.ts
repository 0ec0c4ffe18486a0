/**
 * A golden item from its making to its retirement. It is of a category that no other test agrees to see, so that nobody else is served
 * it while one comes before every case.
 */
import type { Page } from '@playwright/test'
import { consoleErrors, expect, expectAccessible, expectNoSideways, problems, tabTo, test } from './support'

const golden = '/datasets/harbour-forum/golden'
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const saved = (page: Page) => page.getByRole('status').filter({ hasText: /Saved|Nothing was changed/ })

/** One in so many cases. */
async function setEvery(lead: Page, cases: string): Promise<void> {
  await lead.goto(golden)
  await lead.getByLabel('One check in so many cases').fill(cases)
  await lead.getByRole('button', { name: 'Save' }).click()
  await expect(saved(lead)).toBeVisible()
}

/** A decided case in which the reviewer of this test had no part. */
async function openDecided(lead: Page): Promise<void> {
  for (let at = 0; at < 20; at++) {
    await lead.goto('/triage?status=decided&category=hate')
    await lead.getByRole('row').locator('a[href*="/triage/harbour-forum/"]').nth(at).click()
    await lead.waitForURL(/\/triage\/harbour-forum\//)
    const make = lead.getByRole('link', { name: 'Make it a check for reviewers' })
    await expect(heading(lead)).toContainText('Hate')
    const history = await lead.locator('main').innerText()
    if ((await make.count()) > 0 && history.includes('early-otter voted')) return make.click()
  }
  throw new Error('every decided case of hate was reviewed by quiet-heron')
}

test('a lead makes a check, a reviewer answers it by keyboard and learns from it, and it is taken back', async ({
  as,
}) => {
  const lead = await as('lead')
  const reviewer = await as('reviewer')
  const errors = [consoleErrors(lead), consoleErrors(reviewer)]
  await openDecided(lead)
  await expect(heading(lead)).toHaveText('New check')
  await lead.getByRole('button', { name: 'Make it a check' }).click()
  await expect(problems(lead).first()).toContainText('Say why')
  await expectAccessible(lead)
  await lead.getByLabel('Why').fill('It attacks people for where they come from.')
  await lead.getByRole('button', { name: 'Make it a check' }).click()
  await expect(heading(lead)).toContainText('Check ')
  await expectAccessible(lead)
  const address = lead.url()
  await setEvery(lead, '1')
  await expectNoSideways(lead)

  await reviewer.goto('/queue/settings')
  await reviewer.getByRole('checkbox', { name: 'Hate and abuse', exact: true }).check()
  await reviewer.getByRole('button', { name: /Begin|Save/ }).click()
  await expect(heading(reviewer)).toHaveText('Queue')
  await reviewer.getByRole('button', { name: 'Next case of Hate and illegal content' }).click()
  await reviewer.waitForURL(/shift=/)
  await expect(heading(reviewer)).toContainText('Hate')
  await expect(reviewer.getByRole('button', { name: 'Keys ?' })).toBeVisible()
  await expect(reviewer.locator('main')).not.toContainText(
    /check|golden|already decided|decisions on this text|early-otter/i,
  )
  const served = new URL(reviewer.url()).pathname
  await reviewer.keyboard.press('w')
  await reviewer.keyboard.press('1')
  await reviewer.keyboard.press('Enter')
  const answer = reviewer.getByRole('dialog', { name: /^That was a check/ })
  await expect(answer).toContainText('It attacks people for where they come from.')
  await expect(answer.getByRole('button', { name: 'Next case' })).toBeFocused()
  await expectAccessible(reviewer)
  await reviewer.keyboard.press('Enter')
  await reviewer.waitForURL((url) => url.pathname !== served)

  // Its address shows the answer again to who gave it, and nothing to anybody else.
  expect((await lead.request.get(served)).status()).toBe(404)
  await reviewer.goto(served)
  await expect(reviewer.getByRole('heading', { name: /^That was a check/ })).toBeVisible()
  await reviewer.goto('/queue/summary')
  await expect(reviewer.locator('main')).toContainText('Checks in Harbour Forum')

  await lead.goto(address)
  await expect(lead.getByRole('row').filter({ hasText: 'quiet-heron' })).toContainText('Label')
  const note = lead.getByLabel('What was wrong with it')
  await tabTo(lead, note)
  await lead.keyboard.type('Two of us read the policy in another way.')
  await lead.getByRole('button', { name: 'Take this check back' }).click()
  await expect(lead.getByText('This check is taken back')).toBeVisible()
  await reviewer.goto('/queue')
  await expect(reviewer.getByText('A lead writes: Two of us read the policy in another way.')).toBeVisible()
  await reviewer.getByRole('button', { name: 'Understood' }).click()
  await expect(reviewer.getByText('A check you answered was taken back')).toHaveCount(0)
  await setEvery(lead, '20')
  expect(errors.flat()).toEqual([])
})

test('a reviewer sees no checks of a dataset, and makes none', async ({ as }) => {
  const reviewer = await as('reviewer')
  for (const path of [golden, `${golden}/new?case=x`, `${golden}/x`]) {
    await reviewer.goto(path)
    await expect(reviewer.getByText('Only a lead of this dataset sees and makes its checks.')).toBeVisible()
  }
})
