import { describe, expect, it } from 'vitest'
import { DEFAULT_QUEUES } from '@/lib/review/default-queues'
import { quorumInWords, queueFor, type Routed, whyInQueue } from '@/lib/review/queue-rules'

const queues = DEFAULT_QUEUES.map((queue, i) => ({ ...queue, id: String(i), ordinal: i }))
const found = (change: Partial<Routed>): Routed => ({
  category: 'pii',
  severity: 2,
  detectors: ['email'],
  sources: ['detector'],
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
      'its category is pii and its severity 3 lies in 3–4',
    )
    expect(whyInQueue(last, found({ category: 'opt_out' }))).toBe('no queue before it fits')
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
