import { describe, expect, it } from 'vitest'
import { fold, type InForce } from '@/lib/review/fold'
import { ACTIONS, type Action } from '@/lib/review/status'
import { decisionAction } from '@/db/schema/review'

const span = (start: number, end: number, field = 'text') => ({ field, start, end })
const of = (action: Action): InForce => ({
  action,
  spans: action === 'redact' ? [span(0, 4)] : [],
  label: action === 'label' ? 'notice' : null,
})

/** The rule, written a second time: the index is the strength. */
const WEAKEST_FIRST: Action[] = ['keep', 'label', 'redact', 'restrict', 'remove']

it('knows every action of the database', () => {
  expect([...ACTIONS].sort()).toEqual([...decisionAction.enumValues].sort())
  expect(WEAKEST_FIRST.toSorted()).toEqual([...ACTIONS].sort())
})

describe('the fold', () => {
  it('keeps an item nobody decided on', () => {
    expect(fold([])).toEqual({ action: 'keep' })
  })

  it('gives the strongest of every combination of actions', () => {
    for (let set = 1; set < 2 ** ACTIONS.length; set++) {
      const actions = ACTIONS.filter((_, bit) => set & (1 << bit))
      const strongest = WEAKEST_FIRST.findLast((action) => actions.includes(action))
      expect(fold(actions.map(of)).action, actions.join('+')).toBe(strongest)
    }
  })

  it('redacts the union of the passages of all redactions', () => {
    const outcome = fold([
      { action: 'redact', spans: [span(10, 20), span(0, 5)] },
      { action: 'redact', spans: [span(4, 12), span(0, 3, 'title')] },
      { action: 'keep', spans: [] },
    ])
    expect(outcome).toEqual({ action: 'redact', spans: [span(0, 20), span(0, 3, 'title')], labels: [] })
  })

  it('keeps the labels of a redacted row, each once', () => {
    expect(fold([of('redact'), of('label'), of('label')])).toEqual({
      action: 'redact',
      spans: [span(0, 4)],
      labels: ['notice'],
    })
  })

  it('does not depend on the order or grouping of decisions', () => {
    const random = seeded(7)
    for (let round = 0; round < 500; round++) {
      const decisions = Array.from({ length: 1 + Math.floor(random() * 8) }, () => decisionBy(random))
      const expected = fold(decisions)
      expect(fold(shuffled(decisions, random))).toEqual(expected)
      expect(fold([...decisions, ...decisions])).toEqual(expected)
    }
  })
})

function decisionBy(random: () => number): InForce {
  const action = ACTIONS[Math.floor(random() * ACTIONS.length)] ?? 'keep'
  const spans = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
    const start = Math.floor(random() * 30)
    return span(start, start + 1 + Math.floor(random() * 10), random() < 0.3 ? 'title' : 'text')
  })
  return { action, spans: action === 'redact' ? spans : [], label: random() < 0.5 ? 'a' : 'b' }
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value)
}

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
