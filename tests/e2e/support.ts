import { createHash } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import {
  devices,
  expect,
  test as base,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test'
import { demoPassword, personas, type PersonaKey } from '@/lib/demo/personas'

type Fixtures = {
  /** Opens a page signed in as that person of the demo world. */
  as: (who: PersonaKey) => Promise<Page>
  /** The same in a browser that runs no scripts; without a name nobody is signed in. */
  plain: (who?: PersonaKey) => Promise<Page>
  /** The page of somebody without an account. */
  visitor: Page
  /** Opens a tab for somebody who only looks at pages; without a name nobody is signed in. Tests hand it on to each other. */
  tab: (who?: PersonaKey, options?: { plain: boolean }) => Promise<Page>
}

export const test = base.extend<Fixtures>({
  // Each test comes from a network of its own: the ten requests a network may send in an hour are fewer than all tests send.
  extraHTTPHeaders: async ({ extraHTTPHeaders }, use, { testId, retry }) => {
    await use({ ...extraHTTPHeaders, 'X-Forwarded-For': networkOf(`${testId} ${retry}`) })
  },
  as: async ({ browser }, use) => {
    const opened: Page[] = []
    await use(async (who) => keep(opened, await (await contextOf(browser, who, true)).newPage()))
    await Promise.all(opened.map((page) => page.close()))
  },
  plain: async ({ browser }, use) => {
    const opened: Page[] = []
    await use(async (who) => {
      const context = who
        ? await contextOf(browser, who, false)
        : await browser.newContext({ javaScriptEnabled: false })
      return keep(opened, await context.newPage())
    })
    await Promise.all(opened.map((page) => page.close()))
  },
  visitor: async ({ browser }, use) => {
    const page = await (await browser.newContext()).newPage()
    await use(page)
    await page.context().close()
  },
  tab: async ({ browser, extraHTTPHeaders }, use, info) => {
    const used = new Map<string, Page>()
    await use(async (who, { plain } = { plain: false }) => {
      const key = `${who ?? VISITOR} ${plain}`
      const page = used.get(key) ?? idle.get(key) ?? (await newTab(browser, who, plain))
      used.set(key, page)
      idle.delete(key)
      await page.setExtraHTTPHeaders(extraHTTPHeaders ?? {})
      return page
    })
    const isWell = info.status === info.expectedStatus
    for (const [key, page] of used)
      if (!isWell) await page.close()
      else {
        await tidy(page)
        if (key.startsWith(VISITOR)) await forget(page)
        idle.set(key, page)
      }
  },
})

export { expect }

/** An address of 10.0.0.0/8. */
const networkOf = (name: string): string =>
  ['10', ...createHash('sha256').update(name).digest().subarray(0, 3)].join('.')

export type Account = { email: string; password: string }

export function persona(who: PersonaKey): Account {
  const email = personas.find(({ key }) => key === who)?.email ?? ''
  return { email, password: demoPassword }
}

export async function signIn(page: Page, { email, password }: Account, path = '/sign-in'): Promise<void> {
  await page.goto(path)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

const VISITOR = 'a visitor'

/** Tabs that no test uses now: a new one is a process, which compiles again what an old one has compiled. */
const idle = new Map<string, Page>()

const newTab = async (browser: Browser, who: PersonaKey | undefined, plain: boolean): Promise<Page> =>
  (who
    ? await contextOf(browser, who, !plain)
    : await browser.newContext({ javaScriptEnabled: !plain })
  ).newPage()

/** On a page that does nothing, as wide and as light as a new tab, and nobody listens. */
async function tidy(page: Page): Promise<void> {
  for (const event of ['console', 'pageerror'] as const) page.removeAllListeners(event)
  await page.goto('/icon.svg')
  await page.evaluate(() => sessionStorage.clear())
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null })
  await page.setViewportSize(devices['Desktop Chrome'].viewport)
}

/** Somebody who has never been here; only what their browser loads need not come again. */
async function forget(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.clear())
  await page.context().clearCookies()
}

const contexts = new Map<string, Promise<BrowserContext>>()

/**
 * The browser profile of one person of the demo world, for all tests of a worker: it signs in once and keeps what it has
 * loaded, which is most of the time a page takes.
 */
function contextOf(browser: Browser, who: PersonaKey, javaScriptEnabled: boolean): Promise<BrowserContext> {
  const key = `${who} ${javaScriptEnabled}`
  const known = contexts.get(key)
  if (known) return known
  const made = javaScriptEnabled
    ? signedIn(browser, who)
    : contextOf(browser, who, true)
        .then((context) => context.storageState())
        .then((storageState) => browser.newContext({ storageState, javaScriptEnabled }))
  contexts.set(key, made)
  return made
}

async function signedIn(browser: Browser, who: PersonaKey): Promise<BrowserContext> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, persona(who))
  await page.close()
  return context
}

function keep(opened: Page[], page: Page): Page {
  opened.push(page)
  return page
}

/** Presses Tab (or Shift+Tab) until the focus is on `target`, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator, most = 80, key = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press(key)
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`${most} presses of Tab did not lead to ${target.toString()}`)
}

/**
 * Opens a case of the list at `path` that this person can decide. Other tests decide cases of the same world meanwhile,
 * so which one it will be is not known before it is open.
 */
export async function openUndecided(page: Page, path: string): Promise<void> {
  await page.goto(path)
  const links = page.locator('main table a[href*="/triage/harbour-forum/"]')
  await expect(links.first()).toBeVisible()
  const addresses = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
  for (const address of addresses.slice(4)) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    if (await page.getByRole('radio', { name: /^Keep/ }).isVisible()) return
  }
  throw new Error(`None of the ${addresses.length} cases at ${path} can be decided`)
}

/** What a form says when it was refused. */
export const problems = (scope: Page | Locator): Locator =>
  scope.getByRole('group').and(scope.locator('[data-problems]'))

/** WCAG 2.2 A and AA by axe; the list of violations is the message. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await (await axe(page)).analyze()
  const told: string[] = []
  for (const { id, nodes } of violations) {
    for (const { html, target } of nodes) {
      if (id === 'target-size' && (await fitsWhenScrolledTo(page, target))) continue
      told.push(`${id}: ${html.slice(0, 160)}`)
    }
  }
  expect(told).toEqual([])
}

async function axe(page: Page): Promise<AxeBuilder> {
  // Half a megabyte of script, which a page that was looked at before has still.
  const isThere = await page.evaluate(() => 'axe' in window)
  return (
    new AxeBuilder({ page, axeSource: isThere ? ';' : undefined })
      .options({ resultTypes: ['violations'] })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      // Our pages have no frames; without the second page that axe opens for them it takes a third of the time.
      .setLegacyMode(true)
  )
}

/** A bar that stays while a list scrolls below it covers part of one entry at any time: an entry is measured where it can be scrolled to. */
async function fitsWhenScrolledTo(page: Page, target: unknown): Promise<boolean> {
  const selector = Array.isArray(target) && typeof target[0] === 'string' ? target[0] : undefined
  if (!selector) return false
  await page.locator(selector).evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const { violations } = await (await axe(page)).withRules('target-size').include(selector).analyze()
  return violations.length === 0
}

/** Nothing sticks out sideways: the page can be read without scrolling to the right. */
export async function expectNoSideways(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    window.innerWidth,
  ])
  expect(content, 'the page is wider than the screen').toBeLessThanOrEqual(screen ?? 0)
}

/** Errors that a page reports in the console, collected from now on. */
export function consoleErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  return errors
}
