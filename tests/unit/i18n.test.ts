import { describe, expect, it } from 'vitest'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { z } from 'zod'
import { cannot } from '@/lib/auth/cannot'
import { signInInput } from '@/lib/auth/input'
import { notFound } from '@/lib/errors'
import { errorView } from '@/lib/http/error-view'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { acceptedLocale, chosenLocale } from '@/lib/i18n/locales'
import { inGerman } from '@/tests/support/in-german'

/** Every message of a catalogue by its key. */
function messagesOf(catalogue: object, at = ''): [key: string, message: string][] {
  return Object.entries(catalogue).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${at}${key}`, value]] : messagesOf(value, `${at}${key}.`),
  )
}

/** The arguments and tags of a message. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...argumentsOf(element.children)]
    if (element.type === TYPE.select || element.type === TYPE.plural)
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value))]
    return [element.value]
  })
}

const namesIn = (message: string) => [...new Set(argumentsOf(parse(message)))].sort().join()

const english = new Map(messagesOf(CATALOGUES['en-GB']))

describe.each(Object.entries(CATALOGUES))('what the interface says in %s', (_, catalogue) => {
  const messages = messagesOf(catalogue)

  it('has every message of English, and no other', () => {
    expect(messages.map(([key]) => key).sort()).toEqual([...english.keys()].sort())
  })

  it('has the arguments in each that English has, and leaves none empty', () => {
    const wrong = messages.filter(
      ([key, message]) => message.trim() === '' || namesIn(message) !== namesIn(english.get(key) ?? ''),
    )
    expect(wrong).toEqual([])
  })
})

describe('what is written in German', () => {
  const german = messagesOf(CATALOGUES.de)
  const wordsOf = (message: string) => message.replace(/<[^>]*>|\{[^{}]*\}/g, ' ').match(/\p{L}{2,}/gu) ?? []

  it('is translated: three words and more are not those of English', () => {
    const same = german.filter(
      ([key, message]) =>
        english.get(key) === message && !message.startsWith('https:') && wordsOf(message).length > 2,
    )
    expect(same).toEqual([])
  })

  it('has quotes and dots as German sets them', () => {
    expect(german.filter(([, message]) => /["”]|\p{L}…/u.test(message))).toEqual([])
  })
})

describe('a refusal', () => {
  const refused = (schema: z.ZodType, input: unknown) => errorView(schema.safeParse(input).error).fields

  it('of a form is in the language of its reader, also where zod says it by itself', () => {
    const schema = z.object({ count: z.number().max(3) })
    expect(inGerman(() => refused(schema, { count: 4 }))).toEqual({
      count: [expect.stringMatching(/^Zu groß: erwartet/)],
    })
    expect(refused(schema, { count: 4 })).toEqual({ count: [expect.stringMatching(/^Too big: expected/)] })
    const input = { email: 'nobody', password: '' }
    expect(inGerman(() => refused(signInInput, input))).toEqual({
      email: ['Geben Sie Ihre E-Mail-Adresse an.'],
      password: ['Geben Sie Ihr Passwort ein.'],
    })
    expect(refused(signInInput, input)).toEqual({
      email: ['Write your e-mail address.'],
      password: ['Write your password.'],
    })
  })

  it('of a thing that is not there, or of somebody who may not, is too', () => {
    const visitor = { kind: 'visitor', network: '' } as const
    expect(inGerman(() => notFound('case').message)).toBe('Dieser Fall wurde nicht gefunden.')
    expect(notFound('case').message).toBe('This case was not found.')
    expect(inGerman(() => cannot(visitor, 'content.erase'))).toBe('Nur Schutzbeauftragte löschen.')
    expect(cannot(visitor, 'content.erase')).toBe('Only a safety officer erases.')
  })
})

describe('the language of a page', () => {
  it.each([
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['fr, de;q=0.5', 'de'],
    ['fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5', 'en-GB'],
    ['en-US,en;q=0.9', 'en-GB'],
    ['de;q=0, en', 'en-GB'],
    ['', 'en-GB'],
    ['*', 'en-GB'],
    [';;;q=x,,', 'en-GB'],
    [null, 'en-GB'],
  ])('is, for a browser that asks for %j, %s: a language that is complete', (header, locale) => {
    expect(acceptedLocale(header)).toBe(locale)
  })

  it('is chosen by a cookie only among the languages there are', () => {
    expect(chosenLocale('de')).toBe('de')
    expect(chosenLocale('tlh')).toBeNull()
    expect(chosenLocale(undefined)).toBeNull()
  })
})
