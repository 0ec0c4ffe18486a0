import type { Page } from '@playwright/test'
import { LOCALE_COOKIE } from '@/lib/i18n/locales'
import { beside } from './beside'
import { pages } from './every-page'
import { linkInLetter } from './mailbox'
import { consoleErrors, expect, expectAccessible, expectNoSideways, problems, signIn, test } from './support'

// Each test has a page of its own and leaves no mark, so they need not wait for each other.
test.describe.configure({ mode: 'parallel' })

for (const { path, who, then, heading } of pages) {
  const name = `${path}${then?.what ?? ''}${who ? ` as ${who}` : ''}`
  test(`${name} can be read and used by everybody, on a desk and on a phone`, async ({ tab }) => {
    const page = await tab(who)
    const errors = consoleErrors(page)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(path)
    await then?.go(page)
    await expectSound(page, heading)
    // A page that is not there is answered with 404, and browsers report that.
    expect(errors.filter((error) => heading !== 'Page not found' || !error.includes('404'))).toEqual([])
  })
}

test('what a reviewer chose to see and the queue behind it can be read and used by everybody, in German too', async ({
  visitor,
  baseURL,
}) => {
  const account = { email: `nele-${Date.now()}@pages.example.org`, password: 'a quiet morning at the pier' }
  await beside('new-reviewer.ts', account.email, account.password)
  const errors = consoleErrors(visitor)
  await visitor.emulateMedia({ reducedMotion: 'reduce' })
  await signIn(visitor, account, '/sign-in?callbackUrl=/queue')
  await expectSound(visitor, 'Before your first case')
  await visitor.getByLabel('A pause after so many', { exact: true }).fill('x')
  await visitor.getByRole('button', { name: 'Begin' }).click()
  await expect(problems(visitor).first()).toBeVisible()
  await expectSound(visitor, 'Before your first case')
  await visitor.getByLabel('A pause after so many', { exact: true }).fill('30')
  await visitor.getByRole('button', { name: 'Begin' }).click()
  await expectSound(visitor, 'Queue')
  await visitor.goto('/queue/settings')
  await expectSound(visitor, 'What I see')
  await visitor.context().addCookies([{ name: LOCALE_COOKIE, value: 'de', url: baseURL ?? '' }])
  for (const [path, heading] of [
    ['/queue', 'Warteschlange'],
    ['/queue/settings', 'Was ich sehe'],
  ] as const) {
    await visitor.goto(path)
    await expectSound(visitor, heading)
  }
  expect(errors).toEqual([])
})

test('a page that failed says so, and is there at one press when what was wrong is mended', async ({
  visitor: page,
}) => {
  const password = 'a letter that fell into the sea'
  const { email, path } = JSON.parse(await beside('many-rows-world.ts', password, 'whole'))
  const damage = () => beside('damage.ts', path.split('/').at(-1) ?? '')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await signIn(page, { email, password }, `/sign-in?callbackUrl=${path}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Request')
  await damage()
  await page.goto(path)
  await expectSound(page, 'This page could not be shown')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page could not be shown')
  await damage()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Request')
})

test('a release whose check breaks off is not called wrong, and can be checked again', async ({
  visitor: page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/datasets/harbour-forum/releases/2.0.0')
  const check = page.getByRole('button', { name: 'Check this release in this browser' })
  await page.route('**/tagmanifest-sha256.txt', (route) => route.abort('connectionreset'))
  await check.click()
  await expect(page.getByText('This release could not be checked')).toBeVisible()
  await expect(page.getByText('tagmanifest-sha256.txt did not arrive')).toBeVisible()
  await expect(page.getByText('Do not use it')).toHaveCount(0)
  await expectAccessible(page)
  await page.unroute('**/tagmanifest-sha256.txt')
  await check.click()
  await expect(page.getByText('Every file is what was signed and logged')).toBeVisible()
})

test('the private pages behind the letters of a request can be read and used by everybody', async ({
  as,
  visitor,
}) => {
  const errors = consoleErrors(visitor)
  await visitor.emulateMedia({ reducedMotion: 'reduce' })
  const email = `hester-${Date.now()}@pages.example.org`
  await visitor.goto('/takedowns/new?kind=other&dataset=harbour-forum')
  await visitor.getByLabel('What exactly?').fill('posts-02.jsonl#40')
  await visitor
    .getByLabel('What do you ask for, and why?')
    .fill('Please look at this row once more, it is odd.')
  await visitor.getByLabel('Your name').fill('Hester Hollinsworth')
  await visitor.getByLabel('Your e-mail address').fill(email)
  await visitor.getByRole('checkbox', { name: /accurate/ }).check()
  await visitor.getByRole('button', { name: 'Check your answers' }).click()
  await expectSound(visitor, 'Check your answers')
  await visitor.getByRole('button', { name: 'Send the request' }).click()
  await expect(visitor.getByRole('heading', { name: 'Check your mail' })).toBeVisible()

  const admin = await as('admin')
  const confirmation = await linkInLetter(admin, email, /Please confirm/, '/takedowns/confirm/')
  await visitor.goto(confirmation)
  await expectSound(visitor, 'Confirm your request')
  await visitor.getByRole('button', { name: 'Confirm the request' }).click()
  await expectSound(visitor, /^Your request/)
  await visitor.getByRole('button', { name: 'Withdraw' }).click()
  await expectSound(visitor, /^Your request/)
  await visitor.goto(confirmation)
  await expectSound(visitor, 'This request is confirmed already')
  expect(errors).toEqual([])
})

const looks = [
  { name: 'desktop, light', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'phone, dark', width: 360, height: 740, colorScheme: 'dark' },
] as const

async function expectSound(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page.getByRole('main')).toHaveCount(1)
  await expect(page).toHaveTitle(/\S.*Winnow|Winnow.*\S/)
  for (const { name, width, height, colorScheme } of looks) {
    await test.step(name, async () => {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page)
      await expectNoSideways(page)
    })
  }
}
