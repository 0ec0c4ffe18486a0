import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CheckAnswers } from '@/app/(public)/takedowns/new/check-answers'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { Spoken } from '@/lib/i18n/client'
import { type Locale, LOCALES } from '@/lib/i18n/locales'
import type { TakedownKind } from '@/lib/takedowns/attestations'

const post = { action: () => undefined, onSubmit: () => undefined }
const page = (locale: Locale, values: Record<string, string>, kind: TakedownKind = 'opt_out') =>
  renderToStaticMarkup(
    createElement(
      Spoken,
      { value: { locale, messages: CATALOGUES[locale] } },
      createElement(CheckAnswers, {
        ...{ kind, values, datasets: [], origin: 'https://winnow.example' },
        ...{ change: post, send: post, sending: { id: 'x', state: null, pending: false } },
      }),
    ),
  )

describe.each(Object.keys(LOCALES) as Locale[])('the answers to check, in %s', (locale) => {
  const { scope } = CATALOGUES[locale].takedowns.check

  it('warn that a page is not its domain, and offer the domain as what is sent to be checked again', () => {
    const html = page(locale, { scope: 'domain', targets: 'https://example.org/page' })
    expect(html).toContain(scope.chosen.domain)
    expect(html).toContain(`>${scope.go}</button>`)
    expect(html).toContain('<input type="hidden" name="targets" value="example.org"/>')
    // What is sent as it is stays what was typed.
    expect(html).toContain('<input type="hidden" name="targets" value="https://example.org/page"/>')
  })

  it('say how where it cannot be told, and nothing where it is what was chosen', () => {
    expect(page(locale, { scope: 'author', targets: 'https://example.org/ana' })).toContain(scope.how.author)
    const whole = page(locale, { scope: 'domain', targets: 'example.org' })
    for (const words of [scope.chosen.domain, scope.go]) expect(whole).not.toContain(words)
  })

  it('name each line that was not understood, and not only the first few', () => {
    const { placeholder } = CATALOGUES[locale].takedowns.reading.why
    const html = page(locale, { targets: 'USERNAME/REPO\n'.repeat(12) })
    expect(html.split(placeholder)).toHaveLength(13)
  })

  it('warn of § 512(f) before a notice is sent, and before one that answers it', () => {
    const { copyright, counter_notice: counter } = CATALOGUES[locale].takedowns.forms
    for (const { warning } of [copyright, counter]) expect(warning).toContain('§ 512(f)')
    expect(page(locale, {}, 'copyright')).toContain(copyright.warning)
    expect(page(locale, {}, 'counter_notice')).toContain(counter.warning)
    expect(page(locale, {}, 'privacy')).not.toContain('512(f)')
  })
})
