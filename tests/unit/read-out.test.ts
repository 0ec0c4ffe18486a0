import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CheckboxField } from '@/components/form/choice-fields'
import { FormContext } from '@/components/form/form-context'
import { FormErrors } from '@/components/form/form-errors'
import type { FormFailure } from '@/lib/http/form-state'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { Spoken } from '@/lib/i18n/client'

/** A part of a form that was refused, as a browser gets it. */
const refused = (failure: Omit<FormFailure, 'ok'>, part: React.ReactElement) =>
  renderToStaticMarkup(
    createElement(
      Spoken,
      { value: { locale: 'en-GB', messages: CATALOGUES['en-GB'] } },
      createElement(
        FormContext,
        { value: { id: 'f', state: { ok: false, ...failure }, pending: false } },
        part,
      ),
    ),
  )

describe('what who does not see a refused form is told of it', () => {
  it('says once what one field is refused for, under a heading of its own', () => {
    const message = 'Choose a dataset.'
    const html = refused(
      { message, fieldErrors: { dataset: ['Choose a dataset'] } },
      createElement(FormErrors),
    )
    expect(html.match(/Choose a dataset/g)).toHaveLength(1)
    expect(html).toContain(CATALOGUES['en-GB'].forms.problem)
  })

  it('keeps a heading that says more than its fields', () => {
    const message = 'Some answers need another look.'
    const html = refused(
      { message, fieldErrors: { name: ['Enter your name'], email: ['Enter an address'] } },
      createElement(FormErrors),
    )
    expect(html).toContain(message)
    expect(html).not.toContain(CATALOGUES['en-GB'].forms.problem)
  })

  it('explains a box before it says what is wrong with it', () => {
    const html = refused(
      { message: 'x', fieldErrors: { sure: ['Tick the box'] } },
      createElement(CheckboxField, { name: 'sure', label: 'I am sure', hint: 'It cannot be undone.' }),
    )
    const [, described = ''] = /<input[^>]* aria-describedby="([^"]*)"/.exec(html) ?? []
    const said = described.split(' ').map((id) => html.slice(html.indexOf(`id="${id}"`)))
    expect(said).toHaveLength(2)
    expect(said[0]).toMatch(/^[^>]*>It cannot be undone\./)
    expect(said[1]).toMatch(/^[^>]*><p><span[^>]*>[^<]*<\/span>Tick the box/)
  })
})
