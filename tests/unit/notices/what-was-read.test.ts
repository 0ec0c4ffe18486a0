import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { WhatWasRead } from '@/app/(public)/takedowns/new/from-notice/what-was-read'
import { TakedownForm } from '@/app/(public)/takedowns/new/takedown-form'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { Spoken } from '@/lib/i18n/client'
import { type Locale, LOCALES } from '@/lib/i18n/locales'
import { elementsIn } from '@/lib/notices/elements'
import { parseNotice } from '@/lib/notices/parse-notice'
import { toForm } from '@/lib/notices/to-form'
import type { LetterReading } from '@/lib/takedowns/read-letter'
import * as letters from './letters'

const HOSTILE = letters.FORM.replace(
  'Ingmar Tollefsen',
  '<img src=x onerror=alert(1)> \u202eTollefsen Ingmar',
)

function readingOf(letter: string): LetterReading {
  const notice = parseNotice(letter)
  const elements = elementsIn(notice, 'takedown').map(({ id, law, state, span }) => ({
    ...{ id, law, state },
    words: span ? notice.text.slice(span.start, span.end) : '',
  }))
  const filled = toForm(notice, 'copyright')
  return { type: 'takedown', sure: true, elements, places: 3, reaches: ['forks'], filled, letter: '' }
}

const shown = (locale: Locale, page: React.ReactElement) =>
  renderToStaticMarkup(createElement(Spoken, { value: { locale, messages: CATALOGUES[locale] } }, page))

describe.each(Object.keys(LOCALES) as Locale[])('what a letter was read as, in %s', (locale) => {
  const { notices } = CATALOGUES[locale]

  it('names what is missing with the law that wants it', () => {
    const html = shown(locale, createElement(WhatWasRead, { reading: readingOf(letters.FORM) }))
    const accuracy = html.split('<li').find((line) => line.includes(notices.element.accuracy))
    expect(accuracy).toContain('17 U.S.C. § 512(c)(3)(A)(vi)')
    expect(accuracy).toContain(notices.found.missing)
    expect(html).toContain(notices.reaches.forks)
  })

  it('shows the words of the letter as text, with what hides in them', () => {
    const html = shown(locale, createElement(WhatWasRead, { reading: readingOf(HOSTILE) }))
    expect(html).not.toContain('<img')
    expect(html).not.toContain('\u202e')
  })

  it('stands above the form with its answers, of which none is declared', () => {
    const reading = readingOf(letters.FORM)
    const unused = () => Promise.resolve(null)
    const html = shown(
      locale,
      createElement(TakedownForm, {
        ...{
          kind: 'copyright',
          datasets: [{ slug: 'forum', name: 'Forum' }],
          given: reading.filled?.values ?? {},
        },
        ...{ origin: 'https://winnow.example.net', draftAction: unused, sendAction: unused },
        read: createElement(WhatWasRead, { reading }),
      }),
    )
    expect(html).toContain(notices.is.takedown)
    expect(html).toContain('https://github.com/borrowed/lv-copy')
    expect(html).not.toMatch(/name="attest_[^>]*checked/)
  })
})
