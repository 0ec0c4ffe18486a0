import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSideways, test } from './support'

// Views and columns are the lead's own: the tests follow each other.
test.describe.configure({ mode: 'serial' })

const rows = (page: Page) => page.locator('main tbody tr[data-index]')
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('data-index') ?? null)

test('a lead goes through a long table by keyboard, opens a case and comes back to where they were', async ({
  as,
}) => {
  const page = await as('lead')
  await page.goto('/triage?view=all')
  const table = page.getByRole('table', { name: 'Cases' })
  await expect(table).toHaveAttribute('aria-rowcount', /^[1-9]\d\d$/)
  await rows(page).first().getByRole('checkbox').focus()
  // Beyond what the server sent: the list goes on as its end comes near.
  await expect(async () => {
    await page.keyboard.press('PageDown')
    expect(Number(await focused(page))).toBeGreaterThan(70)
  }).toPass()
  const at = Number(await focused(page))
  await expect(page.locator(`tr[data-index="${at}"]`)).toHaveAttribute('aria-rowindex', String(at + 2))
  expect(await rows(page).count(), 'what is out of sight is not in the page').toBeLessThan(at)
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+j')
  await page.keyboard.press('k')
  await expect(page.getByRole('region', { name: 'Selected rows' })).toContainText('2 selected')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/triage\/harbour-forum\//)
  await page.goBack()
  await expect.poll(() => focused(page)).toBe(String(at))
  await expect(page.getByRole('region', { name: 'Selected rows' })).toContainText('2 selected')
  await page.keyboard.press('Home')
  await expect.poll(() => focused(page)).toBe('0')
  await page.keyboard.press('End')
  await expect.poll(() => focused(page)).not.toBe('0')
})

test('a lead keeps a view with its columns, finds it again, and takes its cases along', async ({ as }) => {
  const page = await as('lead')
  await page.goto('/triage/columns')
  await page.getByRole('checkbox', { name: 'Score' }).check()
  await page.getByRole('button', { name: 'Move Score up' }).focus()
  await page.keyboard.press('Enter')
  const moved = page.getByRole('listitem').filter({ hasText: 'Score' })
  await expect(moved.getByRole('button', { name: 'Move Score up' })).toBeFocused()
  await expect(moved.getByRole('checkbox')).toBeChecked()
  await page.goto('/triage?category=pii&language=en&view=all')
  await page.getByRole('link', { name: 'Save this view' }).click()
  await page.getByRole('textbox', { name: 'Name' }).first().fill('English, by score')
  await page.getByRole('button', { name: 'Save this view' }).click()
  await page.waitForURL(/\/triage\?category=pii&language=en&view=/)
  await expect(page.getByRole('columnheader', { name: 'Score' })).toBeVisible()
  await page.goto('/triage/views')
  const kept = page.getByRole('row').filter({ hasText: 'English, by score' })
  await kept.getByRole('button', { name: /^Open first/ }).click()
  await expect(kept.getByText('opens first')).toBeVisible()
  await page.goto('/triage')
  await page.waitForURL(/category=pii&language=en&view=/)
  // Other tests may decide a case between the page and the file.
  await expect(async () => {
    await page.reload()
    const total = Number(
      /^\D*([\d\u202f]+)/.exec(await page.locator('main header').innerText())?.[1]?.replace(/\D/g, ''),
    )
    await page.getByText('Export', { exact: true }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ])
    const text = await readFile(await download.path(), 'utf8')
    expect(text.trimEnd().split('\r\n')).toHaveLength(total + 1)
  }).toPass({ timeout: 30_000 })
  await page.goto('/triage/views')
  await kept.getByRole('button', { name: /^Delete/ }).click()
  await expect(kept).toHaveCount(0)
})

test('without scripts the table has pages, and columns can be chosen', async ({ plain }) => {
  const page = await plain('reviewer')
  await page.goto('/triage')
  const first = page.locator('main tbody a').first()
  const href = (await first.getAttribute('href')) ?? ''
  await page.getByRole('link', { name: /Next/ }).click()
  await expect(first).not.toHaveAttribute('href', href)
  await page.getByRole('link', { name: /Previous/ }).click()
  await expect(first).toHaveAttribute('href', href)
  await page.goto('/triage/columns')
  await page.getByRole('checkbox', { name: 'Detectors' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.goto('/triage')
  await expect(page.getByRole('columnheader', { name: 'Detectors' })).toBeVisible()
  await page.goto('/triage/columns')
  await page.getByRole('button', { name: 'The usual ones' }).click()
})

test('more columns than fit scroll within the table, whose heads and first columns stay', async ({ as }) => {
  const page = await as('maintainer')
  // So narrow that the usual columns are too many; as many more are on a wide screen.
  await page.setViewportSize({ width: 1030, height: 800 })
  await page.goto('/triage?view=all')
  const table = page.getByRole('table', { name: 'Cases' })
  const head = table.getByRole('columnheader', { name: 'Severity' })
  const last = table.getByRole('columnheader', { name: 'Status' })
  await expect(rows(page).nth(10)).toBeVisible()
  await expectNoSideways(page)
  await expect(last).not.toBeInViewport({ ratio: 0.9 })
  const left = (await head.boundingBox())?.x

  await last.scrollIntoViewIfNeeded()
  await expect(last).toBeInViewport({ ratio: 0.9 })
  await expect.poll(async () => (await head.boundingBox())?.x).toBe(left)
  await page.mouse.move(700, 500)
  await page.mouse.wheel(0, 600)
  await expect.poll(async () => Math.abs((await head.boundingBox())?.y ?? Infinity)).toBeLessThan(3)
  await expect(head).toBeInViewport()
  await expectAccessible(page)
  await expectNoSideways(page)
})
