import type { Page } from '@playwright/test'
import type { PersonaKey } from '@/lib/demo/personas'
import { linkInLetter } from './mailbox'
import { consoleErrors, expect, expectAccessible, expectNoSideways, test } from './support'

// Each test has a page of its own and leaves no mark, so they need not wait for each other.
test.describe.configure({ mode: 'parallel' })

type Visited = {
  path: string
  who?: PersonaKey
  /** What leads on from there to the page that is meant. */
  then?: { what: string; go: (page: Page) => Promise<unknown> }
  heading: string | RegExp
}

const follow = (what: string, href: string, at = 0) => ({
  what,
  go: async (page: Page) => {
    await page.locator(`main a[href*="${href}"]`).nth(at).click()
    await page.waitForURL((url) => url.href.includes(href))
  },
})
const press = (name: string | RegExp) => ({
  what: `, ${name}`,
  go: (page: Page) => page.locator('main').getByRole('button', { name }).click(),
})
const aCase = follow(', a case', '/triage/harbour-forum/', 1)
/** A case, and then the form of a lead who decides directly. */
const direct = {
  what: ', a case, decided directly',
  go: async (page: Page) => {
    await aCase.go(page)
    await page.getByRole('link', { name: /where it comes from/ }).click()
    await page.waitForURL(/direct=1/)
    await page.getByRole('group', { name: 'What it is about' }).waitFor()
  },
}

const pages: Visited[] = [
  { path: '/', heading: /.+/ },
  { path: '/datasets', heading: 'Datasets' },
  { path: '/datasets/harbour-forum', heading: 'Harbour Forum' },
  { path: '/datasets/harbour-forum', who: 'maintainer', heading: 'Harbour Forum' },
  { path: '/datasets/harbour-forum/revisions/1', heading: 'Revision 1' },
  { path: '/datasets/harbour-forum/revisions/2', heading: 'Revision 2' },
  { path: '/datasets/harbour-forum/revisions/1/quarantine', heading: 'Quarantine' },
  { path: '/datasets/harbour-forum/policy', heading: /Policy of/ },
  { path: '/datasets/harbour-forum/releases/1.0.0', heading: 'Harbour Forum 1.0.0' },
  {
    path: '/datasets/harbour-forum/releases/1.0.0',
    then: press('Check this release in this browser'),
    heading: 'Harbour Forum 1.0.0',
  },
  { path: '/datasets/harbour-forum/releases/2.0.0/diff', heading: 'What changed from 1.0.0 to 2.0.0' },
  { path: '/datasets/harbour-forum/releases/1.0.0/diff', heading: 'Page not found' },
  { path: '/datasets/harbour-forum/releases/2.0.0', who: 'maintainer', heading: 'Harbour Forum 2.0.0' },
  {
    path: '/datasets/harbour-forum/releases/1.0.0/withdraw',
    who: 'maintainer',
    then: press('Withdraw it'),
    heading: 'Withdraw 1.0.0',
  },
  { path: '/datasets/harbour-forum/releases/1.0.0/withdraw', who: 'lead', heading: 'Withdraw 1.0.0' },
  { path: '/datasets/harbour-forum/settings', who: 'maintainer', heading: 'Settings' },
  { path: '/datasets/harbour-forum/settings', who: 'reviewer', heading: 'Settings' },
  { path: '/datasets/harbour-forum/queues', who: 'lead', heading: 'Queues' },
  {
    path: '/datasets/harbour-forum/queues',
    who: 'lead',
    then: press('Retire Hate and illegal content'),
    heading: 'Queues',
  },
  { path: '/datasets/harbour-forum/queues', who: 'reviewer', heading: 'Queues' },
  { path: '/datasets/harbour-forum/golden', who: 'lead', heading: 'Checks' },
  {
    path: '/datasets/harbour-forum/queues/new',
    who: 'lead',
    then: press('Count what it would take'),
    heading: 'A new queue',
  },
  { path: '/takedowns', heading: 'What would you like to ask?' },
  { path: '/takedowns/new?kind=privacy', heading: /.+/ },
  { path: '/takedowns/new?kind=copyright', heading: /.+/ },
  { path: '/takedowns/new?kind=illegal_content', heading: /.+/ },
  { path: '/takedowns/new?kind=opt_out', heading: /.+/ },
  { path: '/takedowns/new?kind=other', heading: /.+/ },
  { path: '/takedowns/new?kind=copyright', then: press('Check your answers'), heading: /.+/ },
  { path: '/takedowns/sent', heading: 'Check your mail' },
  { path: '/log', heading: 'The log' },
  { path: '/log/key', heading: 'The key of the log' },
  { path: '/log/entries/0', then: press('Prove it in this browser'), heading: 'Entry 0' },
  { path: '/log/entries/00', heading: 'Page not found' },
  { path: '/join', then: press('Send the offer'), heading: 'Help to review' },
  { path: '/sign-in', heading: 'Sign in' },
  { path: '/sign-in?error=NoAccount', then: press('Sign in'), heading: 'Sign in' },
  { path: '/no-such-page', heading: 'Page not found' },
  { path: '/datasets/no-such-dataset', heading: 'Page not found' },
  { path: '/queue', who: 'lead', heading: 'Before your first case' },
  { path: '/queue/summary', who: 'reviewer', heading: 'Today' },
  { path: '/metrics', who: 'lead', heading: 'Metrics of Harbour Forum' },
  { path: '/triage', who: 'reviewer', heading: 'Triage' },
  { path: '/triage?category=hate&sort=-severity', who: 'lead', heading: 'Triage' },
  { path: '/triage?status=decided', who: 'lead', heading: 'Triage' },
  { path: '/triage/views?from=category%3Dpii', who: 'lead', heading: 'Views' },
  { path: '/triage/columns', who: 'reviewer', heading: 'Columns' },
  { path: '/triage?category=secrets', who: 'reviewer', heading: 'Triage' },
  { path: '/triage', who: 'admin', heading: 'Triage' },
  { path: '/triage?category=pii', who: 'reviewer', then: aCase, heading: /Personal data/ },
  { path: '/triage?category=hate', who: 'reviewer', then: aCase, heading: /Hate/ },
  { path: '/triage?category=copyright', who: 'lead', then: aCase, heading: /Copyright/ },
  { path: '/triage?status=decided', who: 'lead', then: aCase, heading: /.+/ },
  { path: '/triage?category=licence', who: 'lead', then: direct, heading: /Licence/ },
  { path: '/triage?category=pii', who: 'maintainer', then: aCase, heading: /Personal data/ },
  { path: '/triage/harbour-forum/bulk?category=pii', who: 'lead', heading: 'Bulk decisions' },
  { path: '/triage/harbour-forum/bulk', who: 'reviewer', heading: 'Bulk decisions' },
  { path: '/triage/harbour-forum/bands', who: 'lead', heading: 'Bands of scores' },
  { path: '/datasets/harbour-forum/detectors', who: 'maintainer', heading: 'Detectors' },
  { path: '/triage/harbour-forum/nothing', who: 'reviewer', heading: 'Page not found' },
  { path: '/account', who: 'reviewer', heading: 'Your account' },
  { path: '/account/keys', who: 'reviewer', heading: 'Keys' },
  { path: '/requests', who: 'lead', heading: 'Takedown requests' },
  { path: '/requests', who: 'reviewer', heading: 'Takedown requests' },
  {
    path: '/requests?state=all',
    who: 'lead',
    then: follow(', a request', '/requests/'),
    heading: /^Request /,
  },
  { path: '/datasets/harbour-forum/import', who: 'maintainer', heading: 'Import a revision' },
  { path: '/datasets/harbour-forum/import', who: 'reviewer', heading: 'Import a revision' },
  { path: '/datasets/harbour-forum/publish', who: 'maintainer', heading: 'Publish a release' },
  { path: '/datasets/harbour-forum/policy/edit', who: 'lead', heading: 'New policy version' },
  { path: '/datasets/harbour-forum/exclusions', who: 'lead', heading: 'Standing exclusions' },
  {
    path: '/datasets/harbour-forum/exclusions',
    who: 'maintainer',
    then: press('Keep it out'),
    heading: 'Standing exclusions',
  },
  { path: '/datasets/harbour-forum/exclusions', who: 'reviewer', heading: 'Standing exclusions' },
  { path: '/datasets/new', who: 'admin', heading: 'Register a dataset' },
  { path: '/datasets/new', who: 'admin', then: press('Register'), heading: 'Register a dataset' },
  { path: '/team', who: 'admin', heading: 'Team' },
  { path: '/team', who: 'lead', heading: 'Team' },
  { path: '/audit', who: 'lead', heading: 'Audit' },
  { path: '/audit', who: 'reviewer', heading: 'Audit' },
  { path: '/audit/draws', who: 'auditor', heading: 'Audit draws' },
  { path: '/audit/draws', who: 'reviewer', heading: 'Audit draws' },
  {
    path: '/audit/draws',
    who: 'auditor',
    then: follow(', a draw', '/audit/draws/'),
    heading: /^Draw of /,
  },
  { path: '/erasures', who: 'officer', heading: 'Erasures' },
  { path: '/erasures', who: 'admin', heading: 'Page not found' },
  { path: '/mailbox', who: 'admin', heading: 'Mailbox' },
  { path: '/mailbox', who: 'admin', then: follow(', a letter', '/mailbox/'), heading: /request/ },
]

for (const { path, who, then, heading } of pages) {
  const name = `${path}${then?.what ?? ''}${who ? ` as ${who}` : ''}`
  test(`${name} can be read and used by everybody, on a desk and on a phone`, async ({ as, visitor }) => {
    const page = who ? await as(who) : visitor
    const errors = consoleErrors(page)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(path)
    await then?.go(page)
    await expectSound(page, heading)
    // A page that is not there is answered with 404, and browsers report that.
    expect(errors.filter((error) => heading !== 'Page not found' || !error.includes('404'))).toEqual([])
  })
}

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
  expect(await page.title()).toMatch(/\S.*Winnow|Winnow.*\S/)
  for (const { name, width, height, colorScheme } of looks) {
    await test.step(name, async () => {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page)
      await expectNoSideways(page)
    })
  }
}
