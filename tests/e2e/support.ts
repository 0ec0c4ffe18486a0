import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Browser, type Page } from '@playwright/test'
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

const emailOf = (who: PersonaKey): string => personas.find(({ key }) => key === who)?.email ?? ''

export async function signIn(page: Page, who: PersonaKey): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(emailOf(who))
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

const states = new Map<PersonaKey, Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>>()

/** Signs in through the page once per person and worker, later by the cookie that gave. */
async function signedIn(browser: Browser, who: PersonaKey): Promise<Page> {
  const known = states.get(who)
  const page = await (await browser.newContext({ storageState: known })).newPage()
  if (known) return page
  await signIn(page, who)
  states.set(who, await page.context().storageState())
  return page
}

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
