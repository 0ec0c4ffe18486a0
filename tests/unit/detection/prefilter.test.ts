import { describe, expect, it } from 'vitest'
import { compilePrefilter, type Gate } from '@/lib/detection/prefilter'
import { statesOfWord, wordPattern } from '@/lib/detection/word-forms'
import { random as seededRandom } from '@/lib/demo/random'

const passes = (gate: Gate, text: string) => compilePrefilter([gate])(text) === 1

describe('a gate of literals', () => {
  const gate = { literals: ['token', '@', '://', 'a b'] }

  it.each(['xTOKENx', 'token', '@', 'http://', 'A B', `${'x'.repeat(5000)}token`])(
    'opens wherever one stands, in any case: %s',
    (text) => {
      expect(passes(gate, text)).toBe(true)
    },
  )

  it.each(['', 'toke', 'tok en', ':/ /', 'ab', 'tokén'])('stays shut otherwise: %s', (text) => {
    expect(passes(gate, text)).toBe(false)
  })

  it('refuses what would open for nearly every text, or cannot be looked up', () => {
    expect(() => compilePrefilter([{ literals: ['a'] }])).toThrow('pass every text')
    expect(() => compilePrefilter([{ literals: ['ab'] }])).toThrow('shorter than three')
    expect(() => compilePrefilter([{ literals: ['naïve'] }])).toThrow('no literal may hold')
  })
})

describe('a gate of words', () => {
  const gate = { words: ['groble', 'lo*ng', 'bu*z*z'] }

  it.each(['groble', 'a Groble.', 'LOOOONG', '1long1', 'buuzzz', '«buzz»', 'lo\nlong'])(
    'opens for the whole word: %s',
    (text) => {
      expect(passes(gate, text)).toBe(true)
    },
  )

  it.each(['agroble', 'grobles', 'lonng', 'longer', 'grobble', 'buz'])(
    'stays shut for part of another: %s',
    (text) => {
      expect(passes(gate, text)).toBe(false)
    },
  )

  it('looks a repeating word up by states that every spelling of it passes', () => {
    const { next: random } = seededRandom(7)
    for (const word of ['ab*c', 'a*b*c*d', 'k*un*t*e', 'lo*o*l', 'ab*']) {
      expect(statesOfWord(word).length).toBeGreaterThan(0)
      for (let i = 0; i < 200; i++) {
        const spelling = word.replace(/(\w)\*/g, (_, letter: string) =>
          letter.repeat(1 + Math.floor(random() * 4)),
        )
        expect(spelling).toMatch(new RegExp(`^${wordPattern(word)}$`))
        expect(passes({ words: [word] }, `so ${spelling}, yes`)).toBe(true)
      }
    }
  })
})

describe('a gate of digits', () => {
  it.each([
    [6, '123456', true],
    [6, '12-34 (56)', true],
    [6, '1a2b3c4d5e6', true],
    [6, '12345', false],
    [6, '123abc456', false],
    [6, '12345 and 6', false],
  ])('counts %i digits at most two characters apart in %s: %s', (digits, text, expected) => {
    expect(passes({ digits }, text)).toBe(expected)
  })
})

it('answers for each gate on its own', () => {
  const prefilter = compilePrefilter([{ literals: ['abc'] }, undefined, { digits: 3 }, { words: ['abc'] }])
  expect(prefilter('xabcx')).toBe(0b0011)
  expect(prefilter('abc 123')).toBe(0b1111)
  expect(prefilter('')).toBe(0b0010)
})
