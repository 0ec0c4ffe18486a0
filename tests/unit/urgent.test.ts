import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { categoryOf } from '@/lib/takedowns/kinds'
import { COUNTRIES, countryOf, GENERAL } from '@/lib/urgent/hotlines'
import { CATEGORY_OF, MOST_LOCATORS, URGENT } from '@/lib/urgent/labels'
import { readLocators } from '@/lib/urgent/locators'

const ORIGIN = 'https://winnow.example.net'
const kindsOf = (text: string) => readLocators(text, ORIGIN).locators.map(({ kind }) => kind)

describe('what an urgent report keeps of what was pasted', () => {
  it('is where something is: links, addresses, rows, digests and ids', () => {
    const digest = 'ab'.repeat(32)
    const pasted = [
      ...[`${ORIGIN}/datasets/forum/items/${digest}`, 'https://pictures.example.org/a.jpg'],
      ...['row 12 of train.jsonl', digest, 'id: album-7'],
    ]
    expect(kindsOf(pasted.join('\n'))).toEqual(['link', 'url', 'row', 'digest', 'source_id'])
  })

  it('is never a word of it, a person, or all of a place', () => {
    const told = [
      '“She is seven and”',
      'the one with the swing',
      '@ana',
      'author: Ana',
      'example.org',
      'host: a.example.org',
    ]
    expect(readLocators(told.join('\n'), ORIGIN)).toEqual({ locators: [], left: told.length })
  })

  it('is so many at most, and says how many are left', () => {
    const rows = Array.from({ length: MOST_LOCATORS + 7 }, (_, i) => `row ${i}`).join('\n')
    expect(readLocators(rows, ORIGIN)).toMatchObject({ left: 7 })
    expect(readLocators(rows, ORIGIN).locators).toHaveLength(MOST_LOCATORS)
  })
})

it('leads each of the two to a category that only safety officers see', () => {
  for (const about of URGENT)
    expect(categoryOf('illegal_content', { concern: CATEGORY_OF[about] })).toBe(CATEGORY_OF[about])
})

describe('the hotlines', () => {
  it('are led to by plain addresses without anything that follows their readers', () => {
    const all = [...GENERAL, ...COUNTRIES.flatMap(({ hotlines }) => hotlines)]
    expect(all.length).toBeGreaterThan(20)
    for (const { url } of all) {
      const { protocol, search, hash, username } = new URL(url)
      expect(protocol, url).toMatch(/^https?:$/)
      expect([search, hash, username], url).toEqual(['', '', ''])
    }
  })

  it('are of countries that there are, each once, with an emergency number', () => {
    const codes = COUNTRIES.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    const names = new Intl.DisplayNames(['en-GB'], { type: 'region', fallback: 'none' })
    for (const { code, emergency, hotlines } of COUNTRIES) {
      expect(names.of(code), code).toBeTruthy()
      expect(emergency, code).toMatch(/^\d{2,5}(, \d{2,5})*$/)
      expect(hotlines.length, code).toBeGreaterThan(0)
    }
    for (const made of ['', 'XX', 'de', ['DE'], undefined]) expect(countryOf(made)).toBeNull()
  })
})

/** The SHA-256 of what each form asks. A wording that has to change becomes another version (FORM_OF), with a line of its own. */
const ASKED: Record<string, string> = {
  'de urgent-1': '30b2eeb9fd298bef77786acea210aa98a463178e18c30b60c4e482260b3fabc6',
  'en-GB urgent-1': 'e01a32cf1cf2ac72b8176a590ea8db18e594cdaf3f1e7a6a0754b722f6bdd626',
}

it('changes no question of the lane without a new version', () => {
  const texts = Object.entries(CATALOGUES).map(([locale, { urgent }]) => {
    const { targets, relation, name, email } = urgent.form
    const text = JSON.stringify([targets, relation, name, email])
    return [`${locale} urgent-1`, createHash('sha256').update(text).digest('hex')]
  })
  expect(Object.fromEntries(texts)).toEqual(ASKED)
})
