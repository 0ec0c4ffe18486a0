/** A volunteer's shift in the queue, by keyboard alone. One world, so its chapters follow each other. */
import { expect, expectAccessible, persona, signIn, tabTo, test } from './support'
import type { Page } from '@playwright/test'

test.describe.configure({ mode: 'serial' })

let firstCase = ''
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const keysWork = (page: Page) => expect(page.getByRole('button', { name: 'Keys ?' })).toBeVisible()
const pathOf = (page: Page) => new URL(page.url()).pathname

/** The demonstration's people have a day behind them. */
async function reviewed(page: Page): Promise<number> {
  const lead = await page.getByText(/^You reviewed [\d\s]+ cases?\./).innerText()
  return Number(lead.replace(/\D/g, ''))
}

/** Presses a key and waits for the case that comes of it. */
async function goOn(page: Page, key: string): Promise<void> {
  const from = pathOf(page)
  await page.keyboard.press(key)
  await page.waitForURL((url) => url.pathname !== from)
  await keysWork(page)
}

/** Keeps the item, for the first reason that allows it. */
async function keep(page: Page): Promise<void> {
  await page.keyboard.press('k')
  await page.keyboard.press('1')
  await goOn(page, 'Enter')
}

test('a reviewer says what they agree to see, works through twenty cases by keyboard, and ends with a summary', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const page = await (await browser.newContext()).newPage()
  await signIn(page, persona('second'))
  await page.goto('/queue')
  await expect(heading(page)).toHaveText('Before your first case')
  await expectAccessible(page)
  await tabTo(page, page.getByRole('checkbox', { name: 'Personal data' }))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByLabel('A pause after so many'))
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await tabTo(page, page.getByRole('button', { name: 'Begin' }))
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Queue')
  await expectAccessible(page)

  await page.goto('/queue/summary')
  const before = await reviewed(page)
  await page.goto('/queue')
  await tabTo(page, page.getByRole('button', { name: 'Next case of all queues' }))
  await page.keyboard.press('Enter')
  await page.waitForURL(/shift=all/)
  await keysWork(page)
  await expectAccessible(page)

  firstCase = pathOf(page)
  const seen = new Set<string>()
  for (let done = 0; done < 20; done++) {
    expect(seen, 'no case comes twice').not.toContain(pathOf(page))
    seen.add(pathOf(page))
    await expect(heading(page), 'only what they agreed to').not.toContainText(/Hate|Illegal|Secrets/)
    if (done === 4) {
      await page.keyboard.press('s')
      await expect(page.getByRole('dialog', { name: 'Leave this case to others' })).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('2')
      await goOn(page, 'Enter')
    } else if (done === 9) {
      await page.keyboard.press('e')
      await expect(page.getByRole('dialog', { name: 'Ask a lead to decide' })).toBeVisible()
      await page.keyboard.press('1')
      await goOn(page, 'Enter')
    } else if (done === 14) {
      const here = pathOf(page)
      await keep(page)
      await expect(page.getByRole('status').filter({ hasText: 'Recorded: kept.' })).toBeVisible()
      await page.keyboard.press('u')
      await page.waitForURL((url) => url.pathname === here)
      await keysWork(page)
      await keep(page)
    } else await keep(page)
  }

  await tabTo(page, page.getByRole('button', { name: 'End for today' }))
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Today')
  expect(await reviewed(page), 'one was skipped and one brought to a lead').toBe(before + 18)
  await expect(page.getByText('1 case skipped, 1 brought to a lead')).toBeVisible()
  await expectAccessible(page)
  await page.context().close()
})

test('a vote of the shift is cast when its ten seconds are over, though its reviewer has left', async ({
  as,
}) => {
  const lead = await as('lead')
  await expect(async () => {
    await lead.goto(firstCase)
    await expect(lead.getByText('Already decided by early-otter: kept')).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
})
