import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Locator, Page } from '@playwright/test'
import { dataset, planted } from './story-world'
import { expect, signIn, tabTo, type Account } from './support'

/** The consumer's folder. */
export const home = path.join(process.env.WINNOW_E2E_DATA ?? '', 'story')
export const file = (name: string) => path.join(home, name)
/** The file that the first revision is imported from. */
export const base = file('letters.jsonl')

const desks = new Map<string, Page>()

/** The page at which somebody works, signed in the first time they come. */
export async function desk(browser: Browser, who: Account): Promise<Page> {
  const known = desks.get(who.email)
  if (known) return known
  const page = await (await browser.newContext()).newPage()
  desks.set(who.email, page)
  await signIn(page, who)
  return page
}

export const leaveDesks = () => Promise.all([...desks.values()].map((page) => page.context().close()))

export const caseUrl = new RegExp(`/triage/${dataset.slug}/[0-9a-f-]{36}`)
export const release = (version: string) => `/datasets/${dataset.slug}/releases/${version}`
export const written = (name: string) => readFileSync(file(name), 'utf8').trimEnd().split('\n')

export function linkIn(text: string, part: string): string {
  const link = text.split(/\s+/).find((word) => word.includes(part))
  if (!link) throw new Error(`no link with ${part} in: ${text}`)
  return link
}

export const checkbox = (page: Page, name: string): Locator =>
  page.getByRole('checkbox', { name: new RegExp(`Select the case of row ${planted[name]} of letters`) })

/** Opens the case of a planted row from the table, as anybody finds it: by category, then by its row. */
export async function openCase(page: Page, name: string, category: string, timeout = 10_000): Promise<void> {
  await page.goto(`/triage?dataset=${dataset.slug}&category=${category}`)
  const row = page.getByRole('row').filter({ has: checkbox(page, name) })
  await expect(row).toBeVisible({ timeout })
  await row.getByRole('link').first().click()
  await page.waitForURL(caseUrl)
}

export async function decide(page: Page, action: string, reason: RegExp): Promise<void> {
  await untilKeysWork(page)
  await page.getByRole('radio', { name: new RegExp(`^${action}`) }).check()
  await page.getByRole('radio', { name: reason }).check()
  await page.getByRole('button', { name: /^(Submit|Supersede|Decide as)/ }).click()
}

/** The sheet of keys appears when the page listens to them. */
export const untilKeysWork = (page: Page) =>
  expect(page.getByRole('button', { name: 'Keys ?' })).toBeVisible()

export async function press(page: Page, key: string, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

export const requestOn = async (page: Page) =>
  (await page.getByRole('link', { name: /^Request / }).getAttribute('href')) ?? ''

export async function expectImported(page: Page, revision: string): Promise<void> {
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: revision, exact: true }) })
  await expect(row.getByText('Complete')).toBeVisible({ timeout: 30_000 })
}

export const expectFact = (page: Page, term: string, detail: string | RegExp) =>
  expect(
    page
      .getByRole('term')
      .filter({ hasText: new RegExp(`^${term}$`) })
      .locator('+ dd'),
  ).toContainText(detail)

export async function publish(page: Page, version: string): Promise<void> {
  await page.goto(`/datasets/${dataset.slug}/publish`)
  await expect(page.getByLabel('Version')).toHaveValue(version)
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByRole('link', { name: version }).first()).toBeVisible({ timeout: 30_000 })
}

/** Every file the page of a release lists, in a folder. */
export async function downloadRelease(page: Page, version: string): Promise<string> {
  await page.goto(release(version))
  const links = page.getByRole('table', { name: 'Files of this release' }).getByRole('link')
  await expect(links.first()).toBeVisible()
  const folder = file(`release-${version}`)
  for (const link of await links.all()) {
    const [name, href] = [await link.innerText(), await link.getAttribute('href')]
    const target = path.join(folder, name)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, await (await page.request.get(href ?? '')).body())
  }
  return folder
}
