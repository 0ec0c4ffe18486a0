import { describe, expect, it } from 'vitest'
import { parseNotice } from '@/lib/notices/parse-notice'
import { type FormKind, toForm } from '@/lib/notices/to-form'
import { isKind, questionsOf } from '@/lib/takedowns/kinds'
import * as letters from './letters'

const filled = (letter: string, kind: FormKind) => toForm(parseNotice(letter), kind)

describe('the form from a letter', () => {
  it('for a copyright notice has its work, its places, who writes and where they live', () => {
    const { values, unsure } = filled(letters.TAKEDOWN, 'copyright')
    expect(values).toMatchObject({
      name: 'Rosalind Achterberg',
      email: 'rosalind@lindenpress.example',
      relation: 'agent',
      work_url: 'https://lindenpress.example/the-glass-orchard',
      postal: '14 Quay Street\nMillbridge MB1 4QX\n+44 20 7946 0018',
    })
    expect(values.targets?.split('\n')).toEqual([
      'https://github.com/orchard-fan/glass-orchard/blob/main/chapters/01.txt',
      'https://github.com/orchard-fan/glass-orchard/blob/main/chapters/02.txt',
      'https://github.com/quietcopy/orchard-mirror',
    ])
    expect(values.work).toContain('The Glass Orchard')
    expect(unsure).toContain('work')
  })

  it('for a counter notice has the reference of what it answers, and why', () => {
    const { values } = filled(letters.COUNTER, 'counter_notice')
    expect(values).toMatchObject({
      reference: '7QK4-M2XD',
      targets: 'https://github.com/hallgrim/tidewheel',
      address: '3 Harbour Row, Eastfjord',
      phone: '+1 202 555 0143',
    })
    expect(values.statement).toContain('that I never used')
    expect(values.statement).not.toContain('penalty of perjury')
  })

  it('for a retraction of all except a list has the list that stays', () => {
    expect(filled(letters.PARTIAL_RETRACTION, 'retraction').values).toMatchObject({
      extent: 'except',
      targets: 'https://github.com/mirrorhall/plain-copy\nhttps://github.com/mirrorhall/second-copy',
    })
    expect(filled(letters.GERMAN_RETRACTION, 'retraction').values).toMatchObject({ extent: 'whole' })
  })

  it('never has what was blacked out, nor a declaration', () => {
    const { values } = filled(letters.TAKEDOWN.replaceAll('Rosalind Achterberg', '[private]'), 'copyright')
    expect(values.name).toBeUndefined()
    expect(Object.keys(values).filter((name) => name.startsWith('attest'))).toEqual([])
  })

  it.each(['copyright', 'counter_notice', 'retraction'] as const)(
    'of %s answers only what it asks, within its lengths',
    (kind) => {
      expect(isKind(kind)).toBe(true)
      const questions = new Map(questionsOf(kind).map((question) => [question.name, question]))
      for (const letter of Object.values(letters)) {
        for (const [name, value] of Object.entries(filled(letter.repeat(40), kind).values)) {
          if (name === 'targets') continue
          const question = questions.get(name)
          expect(question, name).toBeDefined()
          expect(value.length).toBeLessThanOrEqual(question?.max ?? 0)
          if (question?.options) expect(question.options.map((option) => option.value)).toContain(value)
        }
      }
    },
  )
})
