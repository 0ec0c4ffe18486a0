/** The item on the page of a case: its passages edited by key and hand in every kind of writing, and texts of a megabyte. */
import type { Page } from '@playwright/test'
import { beside } from './beside'
import { FAMILY, HEBREW, MIXED, PARAGRAPHS } from './passages-texts'
import { consoleErrors, expect, expectAccessible, expectNoSideways, signIn, test } from './support'

test.describe.configure({ mode: 'serial' })

const account = { email: `rea-${Date.now()}@example.org`, password: 'lanterns on the pier' }
let items: { slug: string; mixed: string; paragraphs: string; line: string }
let page: Page

test.beforeAll(async ({ browser }) => {
  items = JSON.parse(await beside('passages-items.ts', account.email, account.password))
  page = await (await browser.newContext()).newPage()
  await signIn(page, account)
})
test.afterAll(() => page.context().close())

const text = () => page.locator('[data-item-text]')
const row = (words: RegExp | string) => page.locator('[data-passages]').getByRole('button', { name: words })
const active = () => text().locator('[data-active]')

/** What is drawn as a mark, without its label. */
const drawn = () =>
  active().evaluate((mark) => {
    const copy = mark.cloneNode(true)
    if (copy instanceof Element) for (const label of copy.querySelectorAll('[data-label]')) label.remove()
    return copy.textContent
  })

/** The passages that the form is going to send, as words of the text. */
async function sent(of: string): Promise<string[]> {
  const value = await page.locator('input[type="hidden"][name="spans[]"]').inputValue()
  const points = [...of]
  return value
    .split('\n')
    .map((line) => line.split(':').slice(-2).map(Number))
    .map(([start, end]) => points.slice(start, end).join(''))
}
const judged = () => page.locator('input[name="judged[]"]').inputValue()

async function open(caseId: string): Promise<void> {
  await page.goto(`/triage/${items.slug}/${caseId}`)
  await expect(page.getByRole('button', { name: /^Keys/ })).toBeVisible()
  await page.keyboard.press('Space')
  await expect(page.getByText('You uncovered this text.')).toBeVisible()
  await page.keyboard.press('d')
}

test('nothing that leads to the item shows what is masked, to whoever has not uncovered it', async () => {
  const { request } = page.context()
  const wanted = [
    `/triage/${items.slug}/${items.mixed}`,
    `/triage/${items.slug}/${items.mixed}?direct=1`,
    `/triage?dataset=${items.slug}`,
    `/datasets/${items.slug}`,
    `/queue`,
    `/metrics/${items.slug}`,
    `/triage/rows?dataset=${items.slug}`,
  ]
  const read = new Map<string, number>()
  for (let next = wanted.shift(); next !== undefined && read.size < 25; next = wanted.shift()) {
    if (read.has(next)) continue
    const answer = await request.get(next)
    const body = await answer.text()
    read.set(next, answer.status())
    expect(body, next).not.toContain('dana@example.org')
    expect(body, next).not.toContain(HEBREW)
    const links = [...body.matchAll(/(?:href|action)="(\/[^"#]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    )
    const isLong = (href: string) => href.includes(items.paragraphs) || href.includes(items.line)
    // The table is the same under every filter.
    wanted.push(
      ...links.filter((href) => href.includes(items.slug) && !isLong(href) && !/^\/triage\?.*&/.test(href)),
    )
  }
  test.info().annotations.push({ type: 'addresses', description: [...read.keys()].join(' ') })
  const form = { queue: `dataset=${items.slug}`, format: 'jsonl' }
  const file = await request.post('/triage/export', { form, headers: { origin: new URL(page.url()).origin } })
  expect(await file.text()).toContain(items.mixed)
  expect(await file.text()).not.toContain('dana@example.org')
  expect(read.get(`/triage/${items.slug}/${items.mixed}`)).toBe(200)
  expect([...read.values()].filter((status) => status === 200).length).toBeGreaterThan(10)
})

test('what is marked is what is sent: passages are moved, rejected, added and taken back by key alone', async () => {
  const errors = consoleErrors(page)
  await open(items.mixed)
  await expectAccessible(page)
  await page.keyboard.press('q')
  await expect(row(/dana@example.org/)).toBeVisible()
  await page.keyboard.press('Home')
  await expect(row(/^name/), 'the list has the focus').toBeFocused()
  await expect.poll(drawn).toBe(HEBREW)

  // Hebrew runs to the left: so does the end of the passage, a letter with its vowel signs at a time.
  await page.keyboard.press('ArrowRight')
  await expect.poll(drawn).toBe('דָּנָה כֹּהֵ')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(drawn).toBe(HEBREW)
  await page.keyboard.press('Control+ArrowRight')
  await expect.poll(drawn).toBe('דָּנָה')
  expect(await sent(MIXED)).toEqual(['דָּנָה', 'dana@example.org'])
  await expect(page.getByRole('status').filter({ hasText: 'דָּנָה' })).toBeVisible()
  expect(await judged()).toContain('moved:')

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('x')
  await expect(row(/dana@example.org.*rejected/)).toBeFocused()
  expect(await sent(MIXED)).toEqual(['דָּנָה'])
  expect(await judged()).toContain('wrong:')
  await page.keyboard.press('Control+z')
  expect(await sent(MIXED), 'taken back').toEqual(['דָּנָה', 'dana@example.org'])
  await page.keyboard.press('x')
  await expect(page.getByRole('radio', { name: /Redact/ }), 'no key of the page fired').toBeChecked()
  // Not half under the bar with the button that submits.
  await page
    .getByRole('button', { name: /^Add the selected/ })
    .evaluate((it) => it.scrollIntoView({ block: 'center' }))
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Add the next word' }).press('Enter')
  await expect(row(/added by you/)).toHaveCount(1)
  await page.keyboard.press('q')
  await page.keyboard.press('.')
  await page.keyboard.press('Delete')
  await expect(row(/added by you/)).toHaveCount(0)
  expect(errors).toEqual([])
})

test('words selected by hand become a passage of whole characters, in any direction', async () => {
  const word = text().getByText('اكتبوا').first()
  const select = (from: string, to: string) =>
    word.evaluate(
      (_, [first, last]) => {
        const walker = document.createTreeWalker(document.querySelector('[data-item-text]') ?? document, 4)
        const range = document.createRange()
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const [start, end] = [node.textContent?.indexOf(first) ?? -1, node.textContent?.indexOf(last) ?? -1]
          if (start >= 0) range.setStart(node, start)
          if (end >= 0) range.setEnd(node, end + last.length)
        }
        getSelection()?.removeAllRanges()
        getSelection()?.addRange(range)
      },
      [from, to] as const,
    )
  // A selection ends where its text is drawn anew, which a busy browser may do late: then it is made again, as by hand.
  const add = (from: string, to: string, passage: string) =>
    expect(async () => {
      await select(from, to)
      await page.keyboard.press('a')
      await expect.poll(drawn, { timeout: 2_000 }).toBe(passage)
    }).toPass({ timeout: 20_000 })
  await add('إلى', 'عليّ ', 'إلى عليّ')
  // Half a family and half an accented letter are not to be had.
  await add('\u200d👧', 'Cafe', `${FAMILY} family meets at Cafe\u0301`)
  await page.getByLabel('It is').selectOption('location')
  expect(await sent(MIXED)).toEqual(['דָּנָה', 'إلى عليّ', `${FAMILY} family meets at Cafe\u0301`])
  expect(await judged()).toContain('added:location:text:')

  await page.setViewportSize({ width: 360, height: 740 })
  await expectNoSideways(page)
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: /Contact details/ }).check()
  await page.getByRole('button', { name: /^Submit/ }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Recorded: redacted.' })).toBeVisible()

  // A vote that was opened from the table is held too, and comes back with its case.
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.waitForURL((url) => url.pathname.endsWith(items.mixed))
  await expect(page.getByRole('heading', { name: 'Decide', exact: true })).toBeVisible()
  await page.getByRole('radio', { name: /^Redact/ }).check()
  await page.getByRole('radio', { name: /Contact details/ }).check()
  await page.getByRole('button', { name: /^Submit/ }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Recorded: redacted.' })).toBeVisible()
  await expect(async () => {
    await page.goto(`/triage/${items.slug}/${items.mixed}`)
    await expect(page.getByText(/^Already decided by/)).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await expect(page.getByText('It is final until the case is decided anew'), 'a second word').toBeVisible()
})

test('a paused detector can be settled by who sees no colours and uses no mouse', async () => {
  await page.goto(`/datasets/${items.slug}/detectors`)
  await expect(page.getByText('lanterns', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Drop/ })).toBeVisible()
  await expectAccessible(page)
})

/** What the page's main thread has worked so far, in milliseconds of its own time. */
async function mainThread(): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }
}

for (const name of ['paragraphs', 'line'] as const) {
  test(`a megabyte in ${name} with thousands of findings opens, is searched and edited at once`, async () => {
    await open(items[name])
    await expect(page.getByText(/^1.000.\d+ characters$|characters$/).first()).toBeVisible()
    const blocks = text().locator('.item-chunk')
    await expect.poll(() => blocks.count()).toBeGreaterThan(500)
    expect(await text().locator('mark').count(), 'what is out of sight is not drawn').toBeLessThan(400)

    await page.keyboard.press('q')
    const work = await mainThread()
    const spent: number[] = []
    for (const key of ['End', 'ArrowUp', 'ArrowLeft', 'Control+ArrowRight', 'x', 'Home', 'PageDown', 'v']) {
      const before = await work()
      await page.keyboard.press(key)
      await expect(active()).toBeInViewport()
      spent.push(Math.round((await work()) - before))
    }
    test.info().annotations.push({ type: 'main thread per key, ms', description: spent.join(' ') })
    await expect.poll(drawn).toContain('dana@example.org')

    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.keyboard.type('the LANTERN went')
    await expect(page.getByText('1 place', { exact: true })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(active()).toBeInViewport()
    await expect.poll(drawn).toBe('The lantern went')

    expect(PARAGRAPHS.length).toBeGreaterThan(1_000_000)
  })
}

test('a reviewer has texts of a category covered, small and blurred but for one paragraph, and sees it so at the next case', async () => {
  await page.goto('/queue/settings')
  for (const name of ['Personal data', 'Other'])
    await page.getByRole('checkbox', { name, exact: true }).check()
  await page.getByRole('checkbox', { name: 'Personal data: as I choose here' }).check()
  for (const way of ['covered', 'by paragraph', 'small'])
    await page.getByRole('checkbox', { name: `Personal data: ${way}` }).check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.waitForURL('**/queue')

  await page.goto(`/triage/${items.slug}/${items.mixed}`)
  await expect(page.getByText('You uncovered this text.'), 'a while ago').toBeVisible()
  const blocks = text().locator('.item-chunk')
  const blur = (at: number) => blocks.nth(at).evaluate((block) => getComputedStyle(block).filter)
  await expect(blocks).toHaveCount(2)
  for (const at of [0, 1]) await expect.poll(() => blur(at)).toContain('blur')
  await expect(page.getByRole('button', { name: /^Keys/ }), 'the page listens').toBeVisible()
  await text().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => blur(1)).toBe('none')
  expect(await blur(0), 'one at a time').toContain('blur')
  await blocks.nth(0).hover()
  await expect.poll(() => blur(0)).toBe('none')
  await expectAccessible(page)
})

test('without JavaScript each finding can be taken, left or rejected as a whole', async ({ browser }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const plain = await context.newPage()
  await plain.goto(`/triage/${items.slug}/${items.line}`)
  await expect(plain.getByRole('checkbox', { name: 'email', exact: true })).toBeChecked()
  await expect(plain.getByRole('checkbox', { name: /^Reject it/ })).not.toBeChecked()
  await expect(plain.locator('[data-field] noscript p')).toBeVisible()
  await context.close()
})
