import { expect, test } from 'vitest'
import { publishedLabels, STATEMENT, WITHHELD } from '@/lib/release-format/disclosure'
import { fold, type InForce } from '@/lib/release-format/fold'
import { labelText } from '@/lib/review/input'

const label = (category: string, text: string): InForce => ({
  ...{ action: 'label', spans: [], label: text, category, reason: `${category}.any` },
})
const told = (...decisions: InForce[]) => {
  const outcome = fold(decisions)
  return outcome ? publishedLabels(outcome) : []
}

test('the statement of a person stands in the release, whatever else is withheld about the row', () => {
  const statement = `${STATEMENT}I never lived there.`
  expect(told(label('pii', statement))).toEqual([statement])
  expect(told(label('pii', statement), label('secrets', 'rotated'))).toEqual([statement, WITHHELD])
  expect(told(label('pii', 'about a person'))).toEqual([WITHHELD])
  expect(told(label('copyright', 'CC BY'), label('copyright', statement))).toEqual(['CC BY', statement])
})

test('nobody who labels a row writes a statement of somebody else', () => {
  expect(labelText.safeParse('a notice').success).toBe(true)
  for (const forged of ['statement: mine', 'Statement: mine', ' STATEMENT:mine'])
    expect(labelText.safeParse(forged).success, forged).toBe(false)
})
