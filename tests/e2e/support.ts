import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Browser, type Locator, type Page } from '@playwright/test'
import { demoPassword, personas, type PersonaKey } from '@/lib/demo/personas'

/** `as('reviewer')` opens a page signed in as that person of the demo world; `visitor` is nobody. */
export const test = base.extend<{ as: (who: PersonaKey) => Promise<Page>; visitor: Page }>({
  as: async ({ browser }, use) => {
    const opened: Page[] = []
    await use(async (who) => {
      const page = await signedIn(browser, who)
      opened.push(page)
      return page
    })
    await Promise.all(opened.map((page) => page.context().close()))
  },
  visitor: async ({ browser }, use) => {
    const page = await (await browser.newContext()).newPage()
    await use(page)
    await page.context().close()
  },
})

export { expect }

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

const states = new Map<PersonaKey, Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>>()

/** Signs in through the page once per person and worker, later by the cookie that gave. */
async function signedIn(browser: Browser, who: PersonaKey): Promise<Page> {
  const known = states.get(who)
  const page = await (await browser.newContext({ storageState: known })).newPage()
  if (known) return page
  await signIn(page, persona(who))
  states.set(who, await page.context().storageState())
  return page
}

/** Presses Tab until the focus is on `target`, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`${most} presses of Tab did not lead to ${target.toString()}`)
}

/** What a form says when it was refused. Not the region in which Next announces page titles. */
export const problems = (scope: Page | Locator): Locator =>
  scope.getByRole('alert').and(scope.locator(':not(#__next-route-announcer__)'))

/** WCAG 2.2 A and AA by axe; the list of violations is the message. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([])
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
