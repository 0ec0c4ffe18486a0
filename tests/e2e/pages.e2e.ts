import type { Page } from '@playwright/test'
import type { PersonaKey } from '@/lib/demo/personas'
import { consoleErrors, expect, expectAccessible, expectNoSideways, test } from './support'

/** Every page, as somebody who may see it. `via` follows the first link with that name from a page before it. */
const pages: { path: string; who?: PersonaKey; heading: string | RegExp; via?: string | RegExp }[] = [
  { path: '/', heading: /.+/ },
  { path: '/datasets', heading: 'Datasets' },
  { path: '/datasets/harbour-forum', heading: 'Harbour Forum' },
  { path: '/datasets/harbour-forum/revisions/1', heading: 'Revision 1' },
  { path: '/datasets/harbour-forum/revisions/1/quarantine', heading: 'Quarantine' },
  { path: '/datasets/harbour-forum/policy', heading: /Policy of/ },
  { path: '/datasets/harbour-forum/releases/1.0.0', heading: 'Harbour Forum 1.0.0' },
  { path: '/takedowns', heading: /.+/ },
  { path: '/takedowns/new?kind=privacy', heading: /.+/ },
  { path: '/takedowns/new?kind=copyright', heading: /.+/ },
  { path: '/takedowns/new?kind=illegal_content', heading: /.+/ },
  { path: '/takedowns/new?kind=opt_out', heading: /.+/ },
  { path: '/log', heading: 'The log' },
  { path: '/sign-in', heading: 'Sign in' },
  { path: '/no-such-page', heading: /not/i },
  { path: '/triage', who: 'reviewer', heading: /.+/ },
  { path: '/triage?category=pii&sort=-age', who: 'lead', heading: /.+/ },
  { path: '/account', who: 'reviewer', heading: 'Your account' },
  { path: '/requests', who: 'lead', heading: /.+/ },
  { path: '/datasets/harbour-forum/import', who: 'maintainer', heading: 'Import a revision' },
  { path: '/datasets/harbour-forum/publish', who: 'maintainer', heading: 'Publish a release' },
  { path: '/datasets/new', who: 'admin', heading: 'Register a dataset' },
  { path: '/team', who: 'admin', heading: 'Team' },
  { path: '/mailbox', who: 'admin', heading: /.+/ },
]

const looks = [
  { name: 'desktop, light', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'phone, dark', width: 360, height: 740, colorScheme: 'dark' },
] as const

for (const { path, who, heading } of pages) {
  test(`${path} can be read and used by everybody, on a desk and on a phone`, async ({ as, visitor }) => {
    const page = who ? await as(who) : visitor
    const errors = consoleErrors(page)
    for (const look of looks) {
      await page.setViewportSize(look)
      await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
      await page.goto(path)
      await expectSound(page, heading)
    }
    // The 404 page is answered with 404, and browsers report that.
    expect(errors.filter((error) => path !== '/no-such-page' || !error.includes('404'))).toEqual([])
  })
}

async function expectSound(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  expect(await page.title()).toMatch(/\S.*Winnow|Winnow.*\S/)
  await expectAccessible(page)
  await expectNoSideways(page)
}

test('a case can be read and used by everybody, on a desk and on a phone', async ({ as }) => {
  const page = await as('reviewer')
  const errors = consoleErrors(page)
  for (const look of looks) {
    await page.setViewportSize(look)
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
    await page.goto('/triage')
    await page.locator('main table a[href*="/triage/harbour-forum/"]').first().click()
    await page.waitForURL(/\/triage\/harbour-forum\//)
    await expectSound(page, /.+/)
  }
  expect(errors).toEqual([])
})
