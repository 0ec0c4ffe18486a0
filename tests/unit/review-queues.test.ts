import { describe, expect, it } from 'vitest'
import { reader } from '@/lib/i18n/reader.mjs'
import { DEFAULT_QUEUES } from '@/lib/review/default-queues'
import { describeChange } from '@/lib/review/describe-change'
import {
  conditionsInWords,
  quorumInWords,
  queueFor,
  type Routed,
  takesEverything,
  whyInQueue,
} from '@/lib/review/queue-rules'

const queues = DEFAULT_QUEUES.map((queue, i) => ({ ...queue, id: String(i), ordinal: i }))
const found = (change: Partial<Routed>): Routed => ({
  category: 'pii',
  severity: 2,
  detectors: ['email'],
  sources: ['detector'],
  language: 'en',
  ...change,
})

describe('a case belongs to', () => {
  it.each([
    [{ category: 'hate' }, 'Hate and illegal content'],
    [{ category: 'copyright', severity: 4 }, 'Copyright and licence'],
    [{ severity: 3 }, 'Grave personal data'],
    [{ severity: 2 }, 'Personal data'],
    [{ category: 'secrets', severity: 4 }, 'Grave personal data'],
    [{ category: 'something_new' }, 'Everything else'],
  ])('the first queue that fits: %o → %s', (change, name) => {
    expect(queueFor(queues, found(change))?.name).toBe(name)
  })

  it('a queue by its detectors and sources, where those are asked for', () => {
    const [first] = queues
    if (!first) throw new Error('no queue')
    const own = [
      { ...first, id: 'own', categories: null, detectors: ['card'], sources: ['detector', 'report'] },
      ...queues,
    ]
    expect(queueFor(own, found({ detectors: ['card', 'email'] }))?.id).toBe('own')
    expect(queueFor(own, found({ detectors: ['card'], sources: ['import'] }))?.id).not.toBe('own')
    expect(queueFor(own, found({}))?.id).not.toBe('own')
  })

  it('a queue by its language, where that is asked for', () => {
    const [first] = queues
    if (!first) throw new Error('no queue')
    const own = [{ ...first, id: 'own', categories: null, languages: ['fr', 'und'] }, ...queues]
    expect(queueFor(own, found({ language: 'fr' }))?.id).toBe('own')
    expect(queueFor(own, found({ language: 'und' }))?.id).toBe('own')
    expect(queueFor(own, found({ language: 'en' }))?.id).not.toBe('own')
  })

  it('no queue when none fits', () => {
    expect(queueFor(queues.slice(0, 1), found({}))).toBeUndefined()
  })
})

describe('a queue explains itself', () => {
  it('by the conditions that hold', () => {
    const grave = queues[2]
    const last = queues[4]
    if (!grave || !last) throw new Error('no queue')
    expect(whyInQueue(grave, found({ severity: 3 }))).toBe(
      'its category is personal data and its severity 3 lies in 3–4',
    )
    expect(whyInQueue(last, found({ category: 'opt_out' }))).toBe('no queue before it fits')
  })

  it('in the language of whoever asks', () => {
    const [first] = queues
    if (!first) throw new Error('no queue')
    const own = { ...first, languages: ['fr', 'und'], sources: ['report'], leadNeeded: true }
    reader.run({ cookie: 'winnow-locale=de' }, () => {
      expect(conditionsInWords(own)).toBe(
        'Kategorie: Hass und Beleidigung oder rechtswidriger Inhalt; Herkunft: Meldung einer Person; Sprache: Französisch oder nicht erkannt',
      )
      expect(whyInQueue(own, found({ category: 'hate', sources: ['report'], language: 'und' }))).toBe(
        'Kategorie: Hass und Beleidigung; Herkunft: Meldung einer Person; Sprache: nicht erkannt',
      )
      expect(quorumInWords(own)).toBe('2 von 3 Prüfenden, darunter eine Leitung')
    })
  })

  it.each([
    [{ quorum: 1, slots: 1, leadNeeded: false }, 'one reviewer'],
    [{ quorum: 2, slots: 3, leadNeeded: false }, '2 of 3 reviewers'],
    [{ quorum: 2, slots: 2, leadNeeded: true }, '2 reviewers agreeing, one of them a lead'],
    [{ quorum: 1, slots: 1, leadNeeded: true }, 'one lead'],
  ])('%o is %s', (rule, words) => {
    expect(quorumInWords(rule)).toBe(words)
  })
})

describe('the conditions of a queue in words', () => {
  const say = (change: object) => {
    const last = queues[4]
    if (!last) throw new Error('no queue')
    return conditionsInWords({ ...last, ...change })
  }

  it.each([
    [{}, 'everything that is left'],
    [{ categories: ['hate', 'new'] }, 'category is hate and abuse or new'],
    [{ minSeverity: 3 }, 'severity is 3–4'],
    [
      { maxSeverity: 1, sources: ['report'], detectors: ['a', 'b', 'c'] },
      'severity is 1; found by a, b or c; comes from a report',
    ],
  ])('%o → %s', (change, words) => {
    expect(say(change)).toBe(words)
  })

  it('say which of the first queues takes everything: only the last', () => {
    expect(queues.map(takesEverything)).toEqual([false, false, false, false, true])
  })
})

describe('a change of the rules reads as a sentence', () => {
  const say = (change: 'changed' | 'moved' | 'settings', before: object, after: object) =>
    describeChange({ change, by: 'calm-heron', name: 'Own', before: { ...before }, after: { ...after } })

  it('with what was in place of what', () => {
    expect(say('changed', { quorum: 1, categories: null }, { quorum: 2, categories: ['hate'] })).toEqual({
      sentence: 'calm-heron changed the queue “Own”.',
      details: ['categories: any → Hate and abuse', 'agreeing votes: 1 → 2'],
    })
    expect(say('moved', { place: 3 }, { place: 2 }).sentence).toBe(
      'calm-heron moved the queue “Own” from place 3 to 2.',
    )
    expect(say('settings', { dailyCaps: {} }, { dailyCaps: { hate: 50 } }).details).toEqual([
      'cases a day: no limit → Hate and abuse 50',
    ])
    expect(say('settings', { breaks: { hate: 20 } }, { breaks: {} }).details).toEqual([
      'a pause after so many cases: Hate and abuse 20 → no pause',
    ])
  })
})
