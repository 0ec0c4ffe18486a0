import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Browser, type Page } from '@playwright/test'
import { demoPassword, personas, type PersonaKey } from '@/lib/demo/personas'
import { findChromium } from '@/tests/support/browser'
import { withProduct } from './product'

declare global {
  /** On the page under measure: what comes of the next key. */
  var painted: Promise<number | null> | undefined
}

export type PressResult = { name: string; presses: number; p50: number; p95: number; ratio: number }

const PRESSES = Number(process.env.WINNOW_BENCH_PRESSES ?? 100)
/** How long a reviewer looks at least: meanwhile the case after this one is fetched. */
const LOOK_MS = 700
/** tsx wraps what it compiles in calls of this name, and pages do not have it. */
const KEEP_NAMES = { content: 'globalThis.__name = (named) => named' }
const SHIFT: readonly PersonaKey[] = ['reviewer', 'second', 'lead']

/**
 * From the key that leaves a case to the next one painted, in a browser, against the built product with its demo world: from
 * the keydown event until the frame after the one in which the other case could be decided. Beside it the same for a key that only
 * writes a word on an empty page, which is as fast as this browser can be.
 */
export async function benchNext(): Promise<PressResult[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'winnow-bench-next-'))
  const browser = await chromium.launch({ executablePath: findChromium() })
  try {
    const env = { WINNOW_DATA: path.join(folder, 'data'), DATABASE_URL: '' }
    return await withProduct((address) => measure(browser, address), { args: ['--ephemeral'], env })
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(browser: Browser, address: string): Promise<PressResult[]> {
  const empty = await emptyPage(browser)
  const presses: Press[] = []
  for (const who of SHIFT) if (presses.length < PRESSES) presses.push(...(await shift(browser, address, who)))
  const of = (some: readonly Press[]) => some.map(({ ms }) => ms)
  return [
    row('a word on an empty page', empty, empty),
    row('the next case', of(presses), empty),
    ...[...new Set(WAYS.map(({ action }) => action))].flatMap((action) => {
      const some = presses.filter((press) => press.action === action)
      return some.length > 0 ? [row(`the next case, after ${action}`, of(some), empty)] : []
    }),
  ]
}

type Press = { action: string; ms: number }

/** What reviewers do, in turn: half of it keeps. Where a case does not offer one, it is kept too. */
const WAYS = [
  { action: 'keep', key: 'g' },
  { action: 'remove', key: 'r' },
  { action: 'keep', key: 'g' },
  { action: 'redact', key: 'd' },
  { action: 'keep', key: 'g' },
  { action: 'label', key: 'w' },
] as const

/** Chooses the action of this turn, with all that it needs; says which it was. */
async function choose(page: Page, turn: number): Promise<string> {
  const { action, key } = WAYS[turn % WAYS.length] ?? WAYS[0]
  const choice = page.locator(`input[name="action"][value="${action}"]`)
  const isOffered = (await choice.count()) > 0 && (await choice.isEnabled())
  if (isOffered) {
    await page.keyboard.press(key)
    await page.keyboard.press('1')
    if (action === 'label') await page.locator('input[name="label"]').fill('notice')
    const marked = page.locator('input[name="spans[]"]')
    if (action !== 'redact' || ((await marked.count()) > 0 && (await marked.inputValue()) !== ''))
      return action
  }
  await page.keyboard.press('g')
  await page.keyboard.press('1')
  return 'keep'
}

/** One reviewer decides what comes until nothing does, at the pace of somebody who looks at it. */
async function shift(browser: Browser, address: string, who: PersonaKey): Promise<Press[]> {
  const context = await browser.newContext({ baseURL: address, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.addInitScript(KEEP_NAMES)
  await signIn(page, who)
  await page.goto('/queue')
  // Who has not said yet what they agree to see is asked first.
  if (await page.getByRole('heading', { name: 'Before your first case' }).isVisible()) {
    const personal = page.getByRole('checkbox', { name: 'Personal data', exact: true })
    if (await personal.isVisible()) await personal.check()
    await page.getByRole('button', { name: 'Begin', exact: true }).click()
  }
  await page.getByRole('button', { name: 'Next case of all queues' }).click()
  await page.waitForURL(/shift=all/)
  const times: Press[] = []
  while (times.length < PRESSES) {
    await page.getByRole('button', { name: 'Keys ?' }).waitFor()
    await sleep(LOOK_MS)
    const action = await choose(page, times.length)
    await expectCase(page)
    await page.keyboard.press('Enter')
    const ms = await page.evaluate(() => globalThis.painted)
    if (typeof ms !== 'number') break
    times.push({ action, ms })
  }
  await context.close()
  return times
}

async function signIn(page: Page, who: PersonaKey): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(personas.find(({ key }) => key === who)?.email ?? '')
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/**
 * Milliseconds from the next Enter until another case is painted, by the page's own clock; null when none comes in ten seconds.
 * Settled when the page listens, so that the key does not come before.
 */
function expectCase(page: Page): Promise<void> {
  return page.evaluate(() => {
    globalThis.painted = new Promise((resolve) => {
      const from = location.pathname
      const listen = (event: KeyboardEvent) => {
        if (event.key !== 'Enter') return
        removeEventListener('keydown', listen, true)
        const began = event.timeStamp
        const look = () => {
          if (performance.now() - began > 10_000) return resolve(null)
          // The address changes with what is under it; a page that only waits for its case has nothing to choose yet.
          const isThere =
            location.pathname !== from && document.querySelector('main form input[type=radio]') !== null
          // What this frame shows is on the screen when the next one begins.
          if (isThere) requestAnimationFrame(() => resolve(performance.now() - began))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }
      addEventListener('keydown', listen, true)
    })
  })
}

async function emptyPage(browser: Browser): Promise<number[]> {
  const page = await browser.newPage()
  await page.addInitScript(KEEP_NAMES)
  await page.goto('about:blank')
  const times: number[] = []
  for (let i = 0; i < PRESSES; i++) {
    await page.evaluate(() => {
      globalThis.painted = new Promise((resolve) => {
        const write = ({ timeStamp }: KeyboardEvent) => {
          document.body.innerHTML = `<h1>${timeStamp}</h1>`
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - timeStamp)))
        }
        addEventListener('keydown', write, { once: true })
      })
    })
    await page.keyboard.press('Enter')
    const ms = await page.evaluate(() => globalThis.painted)
    if (typeof ms === 'number') times.push(ms)
  }
  await page.close()
  return times
}

function row(name: string, times: readonly number[], limit: readonly number[]): PressResult {
  if (times.length === 0) throw new Error(`${name}: nothing was measured`)
  return {
    name,
    presses: times.length,
    p50: at(times, 0.5),
    p95: at(times, 0.95),
    ratio: at(times, 0.95) / at(limit, 0.95),
  }
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN
}
