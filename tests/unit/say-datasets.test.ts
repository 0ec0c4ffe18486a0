import { describe, expect, it } from 'vitest'
import { disclosureSentence, quarantineDetail, quarantineReason } from '@/lib/datasets/labels'
import { badRowReasons } from '@/lib/datasets/read/bad-row'
import { CATEGORIES } from '@/lib/detection/categories'
import { categoryInText, categoryName } from '@/lib/detection/category-name'
import { createScanner } from '@/lib/detection/scan'
import { inGerman } from '@/tests/support/in-german'
import { say } from '@/lib/i18n/say'
import { policyForm } from '@/lib/policies/input'
import { describeKeptOut } from '@/lib/suppression/describe-kept-out'
import { SOURCE_KINDS } from '@/lib/suppression/labels'

describe('the name of a category', () => {
  it('is the label of the log where English is read', () => {
    for (const { id, label } of CATEGORIES) {
      expect(categoryName(id)).toBe(label)
      expect(categoryInText(id)).toBe(label.toLowerCase())
    }
  })

  it('is German for a German reader, and keeps the capitals of its nouns within a sentence', () => {
    expect(inGerman(() => categoryName('pii'))).toBe('Personendaten')
    expect(inGerman(() => categoryInText('pii'))).toBe('personenbezogene Daten')
  })

  it('is its id where nobody declared it', () => {
    for (const id of ['house_rules', 'constructor', 'toString', '']) {
      expect(categoryName(id)).toBe(id)
      expect(inGerman(() => categoryInText(id))).toBe(id)
    }
  })
})

describe('why a row is listed and not an item', () => {
  it('is said in both languages, for every reason there is', () => {
    expect(quarantineReason('bad_json')).toBe('not valid JSON')
    expect(inGerman(() => quarantineReason('bad_json'))).toBe('kein gültiges JSON')
    const said = badRowReasons.map((code) => inGerman(() => quarantineReason(code)))
    expect(inGerman(() => quarantineDetail('wrong_column_count', '3 of 4'))).toBe('3 von 4')
    expect(inGerman(() => quarantineDetail('too_large', '20000000 bytes'))).toBe('20000000 Bytes')
    expect(quarantineDetail('duplicate_field', '3 of 4'), 'the name of a field').toBe('3 of 4')
    expect(new Set(said).size).toBe(badRowReasons.length)
  })

  it('is said of a text that is longer than what is scanned, as the scan itself words it', () => {
    const { unscanned } = createScanner([], 100)({ text: 'no harm in it. '.repeat(20) })
    const reason = unscanned?.reason ?? ''
    expect(quarantineReason(reason)).toBe(reason)
    expect(inGerman(() => quarantineReason(reason))).toMatch(/^mehr als die 100 Zeichen, .* von 300 sind/)
  })

  it('stands for itself when it is a code without words', () => {
    expect(inGerman(() => quarantineReason('broken_row'))).toBe('broken row')
  })

  it('is not what a release discloses, which has its own three sentences', () => {
    expect(disclosureSentence('kept-only')).toBe('Releases list only what they keep.')
    expect(inGerman(() => disclosureSentence('kept-only'))).toBe('Ausgaben führen nur auf, was sie behalten.')
  })
})

describe('what is said of a source that is kept out', () => {
  const reach = (rows: number) => ({ revision: 12_345, rows: [rows] })

  it.each([
    [false, null, 'There is no revision to look in yet. Nothing was changed.'],
    [false, reach(0), 'No row of revision 12345 comes from there. Nothing was changed.'],
    [false, reach(1), '1 row of revision 12345 comes from there. Nothing was changed.'],
    [true, reach(1_200), 'It is kept out from now on. 1\u202f200 rows of revision 12345 come from there.'],
    [true, null, 'It is kept out from now on. There is no revision to look in yet.'],
  ])('made: %s, %j', (made, found, sentence) => {
    expect(describeKeptOut({ made, reach: found })).toBe(sentence)
  })

  it('is German for a German reader', () => {
    expect(inGerman(() => describeKeptOut({ made: true, reach: reach(1) }))).toBe(
      'Die Quelle wird von jetzt an herausgehalten. Aus ihr kommt 1 Zeile von Fassung 12345.',
    )
  })

  it('has words for every kind of source', () => {
    const said = SOURCE_KINDS.map((kind) => inGerman(() => say(`suppression.source.${kind}`)))
    expect(new Set(said).size).toBe(SOURCE_KINDS.length)
  })
})

describe('what is wrong with a policy', () => {
  const refusal = (reasons: string) =>
    policyForm
      .safeParse({ dataset: 'harbour', text: ' ', reasons })
      .error?.issues.map(({ message }) => message)

  it('is said to whoever sent it', () => {
    expect(refusal('only a code')).toEqual(['Line 1: write code | category | actions | ground | guidance.'])
    expect(inGerman(() => refusal('\nonly a code'))).toEqual([
      'Zeile 2: Schreiben Sie Code | Kategorie | Maßnahmen | Grund | Erläuterung.',
    ])
    expect(inGerman(() => refusal('Bad! | pii | keep | A ground |'))).toContain(
      'Eine Richtlinie braucht einen Text.',
    )
  })
})
