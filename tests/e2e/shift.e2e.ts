/** A volunteer's first shift, from the public page to the summary, by keyboard alone. One world, so its chapters follow each other. */
import type { Locator, Page } from '@playwright/test'
import { linkInLetter } from './mailbox'
import { expect, expectAccessible, openUndecided, problems, signIn, tabTo, test } from './support'

test.describe.configure({ mode: 'serial' })

const volunteer = {
  name: `Grey Finch ${Date.now() % 100_000}`,
  email: `finch-${Date.now()}@people.example.org`,
  password: 'lantern gravel teapot',
}
/** One that its reviewer alone decides. */
let ownCase = ''
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const keysWork = (page: Page) => expect(page.getByRole('button', { name: 'Keys ?' })).toBeVisible()
const pathOf = (page: Page) => new URL(page.url()).pathname

/** To a control by Tab; it shows that it has the focus, and nothing lies over it. */
async function reach(page: Page, target: Locator, by = 'Tab'): Promise<void> {
  await tabTo(page, target, 150, by)
  const shown = await target.evaluate((element) => {
    const frames = [element, element.parentElement, element.parentElement?.parentElement]
    const outlined = frames.some((frame) => {
      if (!frame) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(frame)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    })
    const { x, y, width, height } = element.getBoundingClientRect()
    const over = document.elementFromPoint(x + width / 2, y + height / 2)
    const free = over !== null && (element.contains(over) || over.contains(element))
    return { seen: element.matches(':focus-visible'), outlined, free }
  })
  expect(shown, `the focus on ${target.toString()}`).toEqual({ seen: true, outlined: true, free: true })
}

/** All that is said to who does not see the page, from now on, a line for each time. */
async function listen(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(window, { said })
    const region = document.querySelector<HTMLElement>('div.sr-only[aria-live="polite"]')
    if (region) new MutationObserver(() => said.push(region.innerText)).observe(region, { childList: true })
  })
  return () => page.evaluate(() => ('said' in window ? [window.said].flat().join('\n') : ''))
}

async function write(page: Page, label: string, text: string): Promise<void> {
  await reach(page, page.getByLabel(label, { exact: true }))
  await page.keyboard.press('Control+a')
  if (text === '') await page.keyboard.press('Delete')
  else await page.keyboard.type(text)
}

async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await reach(page, target)
  await page.keyboard.press(key)
}

/** Presses a key and waits for the case that comes of it. */
async function goOn(page: Page, key: string): Promise<void> {
  const from = pathOf(page)
  await page.keyboard.press(key)
  await page.waitForURL((url) => url.pathname !== from)
  await keysWork(page)
}

/**
 * The keys of who works by heart: all of them in the moment in which the case at `path` comes to stand in the page, before it is
 * painted and before anything else runs. Nobody types faster.
 */
const pressAsItComes = (page: Page, path: string, keys: readonly string[]) =>
  page.evaluate(
    ([path, keys]) => {
      const press = (key: string) =>
        (document.activeElement ?? document).dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        )
      new MutationObserver((_, observer) => {
        if (location.pathname !== path || !document.querySelector('main [data-skip] button')) return
        observer.disconnect()
        keys.forEach(press)
      }).observe(document, { childList: true, subtree: true })
    },
    [path, keys] as const,
  )

/** Keeps the item, for the first reason that allows it. */
async function keep(page: Page, submit = 'f'): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('1')
  await goOn(page, submit)
}

/** Every key that does something, typed into a note: it does nothing but stand there. */
async function typeANote(page: Page): Promise<void> {
  const from = page.url()
  const note = page.getByRole('textbox', { name: 'Note' }).first()
  await page.keyboard.press('n')
  await expect(note).toBeFocused()
  await page.keyboard.type('grdtw fsezb aq/n? 1 2 3')
  await expect(note).toHaveValue('grdtw fsezb aq/n? 1 2 3')
  expect(page.url()).toBe(from)
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
}

/** Says what else is in it: a case for others, and nothing of one's own vote. */
async function reportIt(page: Page): Promise<void> {
  const here = pathOf(page)
  await page.keyboard.press('b')
  const dialog = page.getByRole('dialog', { name: 'Report something else in it' })
  await expect(dialog).toBeVisible()
  await expectAccessible(page)
  await expect(dialog.getByRole('radio', { name: /^Personal data/ }), 'what its case is about').toHaveCount(0)
  await page.keyboard.press('f')
  await expect(problems(dialog).first()).toContainText('Choose what it is.')
  await page.keyboard.press('2')
  await expect(dialog.getByRole('radio', { name: /^Hate and abuse/ })).toBeChecked()
  await page.keyboard.press('f')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: 'Reported as “Hate and abuse”.' })).toBeVisible()
  expect(pathOf(page)).toBe(here)
}

/** The next case is there before the answer to the vote: when none comes, the way back leads to what was chosen. */
async function loseAVote(page: Page): Promise<void> {
  const here = pathOf(page)
  await expect(page.locator('a[aria-hidden][href*="shift="]'), 'the next case is known').toBeAttached()
  await page.route('**/review/votes', (route) => route.abort())
  await page.keyboard.press('g')
  await page.keyboard.press('1')
  await page.keyboard.press('f')
  const dialog = page.getByRole('dialog', { name: /^Your decision on the case before was not recorded/ })
  await expect(dialog).toContainText('The server could not be reached')
  expect(pathOf(page)).not.toBe(here)
  await expect(dialog.getByRole('button', { name: 'Back to that case' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === here)
  await expect(problems(page.locator('main'))).toContainText('The server could not be reached')
  await expect(page.getByRole('radio', { name: /^Keep/ })).toBeChecked()
  await page.unroute('**/review/votes')
  await keep(page)
}

/** Whether something is marked here that can be masked. */
async function canRedact(page: Page): Promise<boolean> {
  const isMarked = (await page.locator('[data-passages] [data-row]').count()) > 0
  return isMarked && (await page.getByRole('radio', { name: /^Redact/ }).isEnabled())
}

/** A redaction goes ahead of its answer too; who comes back to it finds the passages as they left them. */
async function loseARedaction(page: Page): Promise<void> {
  const here = pathOf(page)
  await expect(page.locator('a[aria-hidden][href*="shift="]'), 'the next case is known').toBeAttached()
  await page.route('**/review/votes', (route) => route.abort())
  await page.keyboard.press('d')
  await page.keyboard.press('1')
  await page.keyboard.press('q')
  await page.keyboard.press('c')
  await page.keyboard.press('v')
  await page.keyboard.press('f')
  await page.waitForURL((url) => url.pathname !== here)
  await expect(page.getByRole('button', { name: 'Back to that case' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === here)
  await expect(page.getByRole('radio', { name: /^Redact/ })).toBeChecked()
  await expect(page.getByRole('button', { name: 'Take back', exact: true }), 'two changes').toBeVisible()
  await page.unroute('**/review/votes')
  const sent = page.waitForRequest('**/review/votes')
  await goOn(page, 'f')
  expect((await sent).postDataJSON()).toMatchObject({
    action: 'redact',
    spans: [expect.stringMatching(/^passage:|^\w+:\d/)],
  })
}

test('a volunteer offers to review, is accepted, chooses what to see and works through twenty cases, without a mouse', async ({
  browser,
  as,
}) => {
  test.setTimeout(180_000)
  const page = await (await browser.newContext()).newPage()
  await page.goto('/')
  await pressOn(page, page.getByRole('link', { name: 'Offer to review' }))
  await expect(heading(page)).toHaveText('Help to review')
  // Tests beside this one make others.
  await reach(page, page.getByLabel('Which dataset'))
  await page.keyboard.type('Harbour')
  await write(page, 'Public name', volunteer.name)
  await write(page, 'Your e-mail address', volunteer.email)
  await pressOn(page, page.getByRole('button', { name: 'Send the offer' }))
  await expect(problems(page.locator('main')), 'what is missing has the focus').toBeFocused()
  await write(page, 'Languages you read well', 'English')
  await pressOn(page, page.getByRole('checkbox', { name: /^I have read/ }), 'Space')
  await pressOn(page, page.getByRole('button', { name: 'Send the offer' }))
  await expect(heading(page)).toHaveText('Check your mail')

  const admin = await as('admin')
  await page.goto(await linkInLetter(admin, volunteer.email, /Please confirm/, '/join/confirm/'))
  await expect(heading(page)).toHaveText('Confirm your address')
  await expectAccessible(page)
  await write(page, 'Password', volunteer.password)
  await write(page, 'Password again', volunteer.password)
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Your offer is with the leads')

  const lead = await as('lead')
  await lead.goto('/team')
  await pressOn(lead, lead.getByRole('button', { name: `Accept ${volunteer.name}` }))
  await expect(lead.getByText(/^Accepted: they can review/)).toBeFocused()

  await pressOn(page, page.getByRole('link', { name: 'Sign in' }).last())
  await write(page, 'E-mail address', volunteer.email)
  await write(page, 'Password', volunteer.password)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Accepted (sent')).toBeVisible()
  await pressOn(page, page.getByRole('link', { name: 'Queue', exact: true }))
  await expect(heading(page)).toHaveText('Before your first case')
  await pressOn(page, page.getByRole('checkbox', { name: 'Personal data', exact: true }), 'Space')
  await write(page, 'A pause after so many', '')
  await pressOn(page, page.getByRole('button', { name: 'Begin' }))
  await expect(heading(page)).toHaveText('Queue')
  await expectAccessible(page)
  await pressOn(page, page.getByRole('button', { name: 'Next case of all queues' }))
  await page.waitForURL(/shift=all/)
  await keysWork(page)
  await expect(page.getByRole('button', { name: /^Skip/ })).toBeVisible()
  await expectAccessible(page)

  const seen = new Set<string>()
  let redacted = false
  for (let done = 0; done < 20; done++) {
    expect(seen, 'no case comes twice').not.toContain(pathOf(page))
    seen.add(pathOf(page))
    await expect(heading(page), 'only what they agreed to').not.toContainText(/Hate|Illegal|Secrets/)
    if (done === 2) {
      await typeANote(page)
      await reach(page, page.getByRole('button', { name: /^Submit/ }))
      await keep(page)
    } else if (done === 4) {
      await page.keyboard.press('s')
      await expect(page.getByRole('dialog', { name: 'Leave this case to others' })).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('2')
      const here = pathOf(page)
      await goOn(page, 'f')
      await expect(page.getByRole('status').filter({ hasText: 'Skipped: others decide it.' })).toBeVisible()
      await pressAsItComes(page, here, ['s', '1'])
      await page.keyboard.press('z')
      await page.waitForURL((url) => url.pathname === here)
      const leaving = page.getByRole('dialog', { name: 'Leave this case to others' })
      await expect(leaving.getByRole('radio').first(), 'no key is lost').toBeChecked()
      await goOn(page, 'f')
    } else if (done === 6) {
      await reportIt(page)
      await keep(page)
    } else if (done === 9) {
      await page.keyboard.press('e')
      await expect(page.getByRole('dialog', { name: 'Ask a lead to decide' })).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('1')
      await goOn(page, 'Enter')
    } else if (done === 11) {
      await loseAVote(page)
    } else if (done === 14) {
      const here = pathOf(page)
      const heard = await listen(page)
      await page.keyboard.press('g')
      await expect.poll(heard).toMatch(/Keep(?:: |\. Choose a reason: 1 )/)
      await page.keyboard.press('1')
      await expect.poll(heard).toMatch(/Keep: /)
      await goOn(page, 'f')
      await expect.poll(heard, 'the next case').toContain(await heading(page).innerText())
      await expect.poll(heard).toContain('Recorded: kept.')
      await expect(page.getByRole('status').filter({ hasText: 'Recorded: kept.' })).toBeVisible()
      await page.keyboard.press('z')
      await page.waitForURL((url) => url.pathname === here)
      await keysWork(page)
      await expect.poll(heard).toMatch(/Taken back\.[^\n]*\s.* in /)
      await keep(page)
    } else {
      if (ownCase === '' && (await page.getByText(/^Decided by \d/).count()) === 0) {
        ownCase = pathOf(page)
        await keep(page)
      } else if (!redacted && (await canRedact(page))) {
        await loseARedaction(page)
        redacted = true
      } else await keep(page)
    }
  }
  expect(redacted, 'one of them had a passage').toBe(true)

  await reach(page, page.getByRole('button', { name: 'End for today' }), 'Shift+Tab')
  await page.keyboard.press('u')
  await expect(heading(page)).toHaveText('Today')
  await expect(page.getByText('You reviewed 18 cases. Thank you.')).toBeVisible()
  await expect(page.getByText('1 case skipped, 1 brought to a lead')).toBeVisible()
  await expectAccessible(page)
  await page.context().close()
})

test('a vote of the shift is cast when its ten seconds are over, though its reviewer has left', async ({
  as,
}) => {
  const lead = await as('lead')
  await expect(async () => {
    await lead.goto(ownCase)
    await expect(lead.getByText(`Already decided by ${volunteer.name}: kept`)).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
})

test('what a reviewer chose before the scripts of the page had come stays chosen', async ({ as }) => {
  const page = await as('reviewer')
  await openUndecided(page, '/triage?category=copyright&sort=opened')
  let release: () => void = () => undefined
  const wanted = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/_next/static/**/*.js', async (route) => {
    await wanted
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  const kept = page.getByRole('radio', { name: /^Keep/ })
  const licensed = page.getByRole('radio', { name: /Quotation, or its licence/ })
  await kept.check()
  await licensed.check()
  await expect(page.getByRole('button', { name: 'Keys ?' }), 'no script has run').toHaveCount(0)
  release()
  await keysWork(page)
  await expect(kept).toBeChecked()
  await expect(licensed).toBeChecked()
  await expect(page.getByText('The row stays as it is.'), 'and the page knows').toBeVisible()
  await page.unroute('**/_next/static/**/*.js')
})

test('the case on the screen and the one behind it stay claimed while somebody is there, and no longer', async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage()
  const renewed: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/claims/renew')) renewed.push(request.postDataJSON().caseId)
  })
  await page.clock.install()
  await signIn(page, volunteer, '/sign-in?callbackUrl=/queue')
  await pressOn(page, page.getByRole('button', { name: 'Next case of all queues' }))
  await page.waitForURL(/shift=all/)
  await keysWork(page)
  const ahead = page.locator('a[aria-hidden][href*="shift="]')
  const next = /[^/]+(?=\?)/.exec((await ahead.getAttribute('href')) ?? '')?.[0] ?? ''
  const both = [pathOf(page).split('/').at(-1), next]
  await page.clock.fastForward(61_000)
  await expect.poll(() => renewed).toEqual(both)

  await page.route('**/claims/renew', (route) =>
    route.request().postDataJSON().caseId === next
      ? route.fulfill({ json: { held: false } })
      : route.continue(),
  )
  const claim = page.waitForRequest(/review\/claims$/)
  await page.clock.fastForward(61_000)
  expect((await claim).postDataJSON(), 'another instead of the one that is lost').toMatchObject({
    held: [both[0]],
  })
  await expect(ahead).toBeAttached()

  await page.route('**/claims/renew', (route) => route.fulfill({ json: { held: false } }))
  await page.clock.fastForward(61_000)
  await expect(page.getByText('Your claim of this case has ended')).toBeVisible()
  await expectAccessible(page)

  await page.clock.fastForward(301_000)
  renewed.length = 0
  await page.clock.fastForward(61_000)
  await page.clock.fastForward(61_000)
  expect(renewed, 'nobody touched the page for five minutes').toEqual([])
  await page.keyboard.press('Shift')
  await expect.poll(() => renewed[0], 'at once when they are back').toBe(both[0])
  await page.context().close()
})

test('a reviewer chooses other keys, which hold at once, and switches single keys off', async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, volunteer, '/sign-in?callbackUrl=/account/keys')
  await write(page, 'Keep', 'r')
  await pressOn(page, page.getByRole('button', { name: 'Save' }))
  await expect(page.getByText('R is also the key for “remove”.').last()).toBeVisible()
  await write(page, 'Keep', 'm')
  await pressOn(page, page.getByRole('button', { name: 'Save' }))
  await expect(page.getByText('Saved. These are your keys')).toBeVisible()
  await pressOn(page, page.getByRole('link', { name: 'Queue', exact: true }))
  await pressOn(page, page.getByRole('button', { name: 'Next case of all queues' }))
  await page.waitForURL(/shift=all/)
  await keysWork(page)
  const kept = page.getByRole('radio', { name: /^Keep/ })
  await page.keyboard.press('g')
  await expect(kept, 'the old key does nothing').not.toBeChecked()
  await page.keyboard.press('m')
  await expect(kept).toBeChecked()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys of this page' })).toBeVisible()
  await expectAccessible(page)
  await pressOn(page, page.getByRole('link', { name: 'Choose other keys, or switch them off' }))
  await pressOn(page, page.getByRole('checkbox', { name: 'Single keys do something' }), 'Space')
  await pressOn(page, page.getByRole('button', { name: 'Save' }))
  await expect(page.getByText('Saved. Single keys are off.')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Keys', exact: true })).toBeVisible()
  await page.keyboard.press('m')
  await page.keyboard.press('s')
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  await expect(kept).not.toBeChecked()
  await page.context().close()
})
