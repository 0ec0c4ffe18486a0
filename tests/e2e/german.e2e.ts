import type { Page } from '@playwright/test'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { personas } from '@/lib/demo/personas'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { LOCALE_COOKIE } from '@/lib/i18n/locales'
import { beside } from './beside'
import { pages } from './every-page'
import { expect, expectAccessible, expectNoSideways, test } from './support'

test.describe.configure({ mode: 'parallel' })

/** Pieces of English messages that are long enough to be no name or number, and that German does not share. */
const english = piecesOf(CATALOGUES['en-GB'], CATALOGUES.de)

for (const who of [undefined, ...personas.map(({ key }) => key)]) {
  const visited = pages.filter((page) => page.who === who && !page.then?.spoken)
  if (visited.length === 0) continue
  test(`every page speaks German to ${who ?? 'a visitor'} who chose it, and fits a desk and a phone`, async ({
    plain,
    baseURL,
  }) => {
    test.setTimeout(180_000)
    const page = await plain(who)
    await page.context().addCookies([{ name: LOCALE_COOKIE, value: 'de', url: baseURL ?? '' }])
    try {
      for (const { path, then } of visited) {
        await test.step(`${path}${then?.what ?? ''}`, async () => {
          await page.goto(path)
          await then?.go(page)
          await expect(page.locator('html')).toHaveAttribute('lang', 'de')
          const said = await read(page)
          expect
            .soft(
              english.filter((piece) => said.includes(piece)),
              `English on ${path}`,
            )
            .toEqual([])
          for (const width of [1280, 360]) {
            await page.setViewportSize({ width, height: 740 })
            await expectNoSideways(page)
          }
        })
      }
    } finally {
      await page.context().clearCookies({ name: LOCALE_COOKIE })
    }
  })
}

test('the table of cases has room for what it says in German, of a case that is overdue too', async ({
  tab,
  baseURL,
}) => {
  await beside('overdue-case.ts')
  const page = await tab('lead')
  await page.context().addCookies([{ name: LOCALE_COOKIE, value: 'de', url: baseURL ?? '' }])
  try {
    await page.setViewportSize({ width: 1280, height: 740 })
    await page.goto('/triage?overdue=yes')
    const state = page.getByRole('columnheader', { name: 'Stand' })
    const badge = page.getByText('überfällig', { exact: true }).first()
    await expect(badge).toBeVisible()
    await expect(page.getByText(/^war fällig vor/).first()).toBeVisible()
    for (const part of [state, badge]) {
      const box = await part.boundingBox()
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1280)
    }
    await expectAccessible(page)
  } finally {
    await page.context().clearCookies({ name: LOCALE_COOKIE })
  }
})

/** What stands on a page, and what is read out of it. Texts of the dataset are in whatever language they are. */
const read = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const data = 'pre, code, [data-item-text], .item-text, blockquote, [lang]:not(html)'
    const copy = document.body.cloneNode(true)
    if (!(copy instanceof HTMLElement)) return ''
    for (const element of copy.querySelectorAll(`${data}, script, style, template`)) element.remove()
    const read = ['aria-label', 'aria-description', 'alt', 'placeholder', 'title'].flatMap((name) =>
      [...copy.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name)),
    )
    return [document.title, copy.textContent, ...read].join('\n').replaceAll(/\s+/g, ' ')
  })

function piecesOf(from: object, other: object): string[] {
  const found = Object.entries(from).flatMap(([key, value]): string[] => {
    const there: unknown = Object.getOwnPropertyDescriptor(other, key)?.value
    if (typeof value === 'object' && value !== null)
      return piecesOf(value, typeof there === 'object' && there !== null ? there : {})
    const shared = typeof there === 'string' ? there : ''
    return typeof value === 'string' ? literals(parse(value)).filter((piece) => !shared.includes(piece)) : []
  })
  return [...new Set(found)]
}

function literals(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return literals(element.children)
    if (element.type === TYPE.select || element.type === TYPE.plural)
      return Object.values(element.options).flatMap(({ value }) => literals(value))
    if (element.type !== TYPE.literal) return []
    const piece = element.value.replaceAll(/\s+/g, ' ').trim()
    return piece.length >= 15 && piece.split(' ').length >= 3 ? [piece] : []
  })
}
