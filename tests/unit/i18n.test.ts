import { describe, expect, it } from 'vitest'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { acceptedLocale, chosenLocale } from '@/lib/i18n/locales'

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

describe('the language of a page', () => {
  it.each([
    ['de-AT,de;q=0.9,en;q=0.8', 'en-GB'],
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
