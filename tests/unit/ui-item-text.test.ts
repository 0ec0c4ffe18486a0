import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ItemText } from '@/components/item/item-text'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { Spoken } from '@/lib/i18n/client'
import type { Mark } from '@/lib/text/marks'

const draw = (text: string, marks: readonly Mark[] = []) =>
  renderToStaticMarkup(
    createElement(
      Spoken,
      { value: { locale: 'en-GB', messages: CATALOGUES['en-GB'] } },
      createElement(ItemText, { text, marks, label: 'Text of the item' }),
    ),
  )
const words = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

describe('the text of an item on a page', () => {
  it('never becomes markup', () => {
    const html = draw('<script>alert(1)</script><img src=x onerror=alert(2)> &amp; "quoted"')
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<img')
    expect(words(html)).toContain('<script>alert(1)</script>')
  })

  it('carries no character that hides, reorders or breaks the page', () => {
    const html = draw('a\u202Eb\u0000c\u200B\ud800d\u2066e')
    expect(html).not.toMatch(/[\u0000\u202e\u200b\u2066\ud800]/)
    expect(words(html)).toBe('a⟦RLO⟧b⟦NUL⟧c⟦ZWSP⟧⟦U+D800⟧d⟦LRI⟧e')
  })

  it('draws overlapping marks inside one another, each with its word and category', () => {
    const html = draw('write to jane@example.org now', [
      { start: 9, end: 25, category: 'pii', label: 'e-mail' },
      { start: 14, end: 25, category: 'licence', label: 'domain' },
    ])
    expect(html.match(/<mark/g)).toHaveLength(3)
    expect(html).toMatch(/<mark data-category="licence"[^>]*><mark data-category="pii"[^>]*>/)
    expect(html.match(/e-mail<span/g)).toHaveLength(1)
    expect(html.match(/domain<span/g)).toHaveLength(1)
  })

  it('says where each piece lies, in code points, so that a selection becomes a span', () => {
    const html = draw('👩👩 mail a@b.example', [{ start: 8, end: 19, category: 'pii', label: 'e-mail' }])
    expect([...html.matchAll(/data-at="(\d+)"/g)].map((match) => match[1])).toEqual(['0', '8'])
  })

  it('draws of a row of a megabyte some blocks, with its finding among them, and keeps room for the others', () => {
    const text = `${'lorem ipsum '.repeat(45_000)}jane@example.org${' dolor sit'.repeat(46_000)}`
    const html = draw(text, [{ start: 540_000, end: 540_016, category: 'pii', label: 'e-mail' }])
    expect(words(html)).toContain('jane@example.org')
    expect(words(html).length).toBeLessThan(12_000)
    expect(html.match(/class="item-chunk"><\/div>/g)?.length).toBeGreaterThan(600)
    expect(html, 'the policy of the page refuses styles in the HTML').not.toContain('style=')
  })
})
