import { describe, expect, it } from 'vitest'
import { candidatePairs, cluster } from '@/lib/near-duplicates/cluster'
import { bandsOf, detection, signatureOf, similarity } from '@/lib/near-duplicates/min-hash'
import { jaccard, shingleSet, shinglesOf } from '@/lib/near-duplicates/shingles'
import { normalise } from '@/lib/near-duplicates/words'
import { random } from '@/lib/demo/random'

const signed = (text: string) => signatureOf(shinglesOf(normalise(text)))
const setOf = (text: string) => shingleSet(shinglesOf(normalise(text)))

function sharesBand(a: Uint32Array, b: Uint32Array): boolean {
  const others = bandsOf(b).map((band) => Buffer.from(band).toString('hex'))
  return bandsOf(a).some((band, i) => Buffer.from(band).toString('hex') === others[i])
}

/** Sets of shingles, compared as the strings they are. */
function trueJaccard(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => {
    const words = normalise(text).split(' ')
    return new Set(words.slice(4).map((_, i) => words.slice(i, i + 5).join(' ')))
  })
  const both = [...(one ?? [])].filter((shingle) => other?.has(shingle)).length
  return both / ((one?.size ?? 0) + (other?.size ?? 0) - both)
}

/** A text of made-up words, and the same with some of them exchanged. */
function pairOfTexts(seed: number, length: number, changes: number): [string, string] {
  const { below } = random(seed)
  const words = Array.from({ length }, () => `w${below(50_000)}x`)
  const changed = [...words]
  for (let i = 0; i < changes; i++) changed[below(length)] = `y${below(50_000)}x`
  // Digits are folded, so words are told apart by letters.
  const spelt = (all: string[]) =>
    all.map((word) => word.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')).join(' ')
  return [spelt(words), spelt(changed)]
}

describe('the words of a text', () => {
  it.each([
    ['case, punctuation and runs of space', 'Hello,  WORLD!\n\tIt’s "fine".', 'hello world its fine'],
    ['accents', 'Ça coûte déjà 3½ fois', 'ca coute deja 0½ fois'],
    ['which number it is', 'Call 555-0100 or 555 0199', 'call 0 or 0 0'],
    ['digits of other scripts', 'أرقام ٣٤ و12', 'أرقام 0 و0'],
    ['invisible characters between letters', 'se\u200bcret wo\u00adrd', 'secret word'],
    ['control characters', 'a\u0000b\u0007c', 'abc'],
  ])('do not depend on %s', (_, text, words) => {
    expect(normalise(text)).toBe(normalise(words))
    expect(normalise(text)).toBe(words.normalize('NFD').replace(/\p{Mn}/gu, ''))
  })

  it('are single characters where a script writes no spaces', () => {
    expect(normalise('你好，请问你是谁')).toBe('你 好 请 问 你 是 谁')
    expect(normalise('日本語のtext')).toBe('日 本 語 の text')
  })

  it('keep emoji, which say something, and are nothing where there is only punctuation', () => {
    expect(normalise('Nice 😀!')).toBe('nice 😀')
    expect(normalise(' ?!… — ')).toBe('')
  })

  it('are the same however often they are normalised', () => {
    for (const text of ['Ünïcödé 12 ３４ Ⅷ', 'ｆｕｌｌ　ｗｉｄｔｈ', '한국어 텍스트', 'नमस्ते दुनिया'])
      expect(normalise(normalise(text))).toBe(normalise(text))
  })
})

describe('similarity', () => {
  it('of two sets of hashed shingles is that of the shingles themselves', () => {
    for (let seed = 0; seed < 50; seed++) {
      const [a, b] = pairOfTexts(seed, 40 + seed * 7, seed % 13)
      expect(jaccard(setOf(a), setOf(b))).toBeCloseTo(trueJaccard(a, b), 12)
    }
  })

  it('as signatures tell it is off by no more than 112 coin throws are', () => {
    const errors = Array.from({ length: 300 }, (_, seed) => {
      const [a, b] = pairOfTexts(seed, 200, 1 + (seed % 25))
      const [one, other] = [signed(a), signed(b)]
      if (!one || !other) throw new Error('no signature')
      const truth = trueJaccard(a, b)
      return (similarity(one, other) - truth) / Math.sqrt((truth * (1 - truth)) / 112)
    })
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length
    const spread = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length)
    expect(Math.abs(mean)).toBeLessThan(0.2)
    expect(spread).toBeGreaterThan(0.85)
    expect(spread).toBeLessThan(1.15)
  })

  it('does not ask how often a shingle stands in a text, nor in which order', () => {
    const text = 'one two three four five six seven'
    expect(signed(`${text} ${text} ${text}`)).toEqual(signed(`${text} ${text}`))
  })
})

describe('finding near-duplicates', () => {
  // Sets of 160 shingles of which a known share is common: what is left to chance is the hashing.
  it.each([0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9])(
    'at similarity %d happens as often as 1 − (1 − s⁸)¹⁴ says',
    (similar) => {
      const { below } = random(Math.round(similar * 1000))
      const shingles = (count: number) => Array.from({ length: count }, () => below(2 ** 32))
      const [trials, either] = [1000, 160]
      const both = Math.round(similar * either)
      let found = 0
      for (let trial = 0; trial < trials; trial++) {
        const common = shingles(both)
        const own = Math.floor((either - both) / 2)
        const a = signatureOf(Uint32Array.from([...common, ...shingles(own)]))
        const b = signatureOf(Uint32Array.from([...common, ...shingles(either - both - own)]))
        if (a && b && sharesBand(a, b)) found++
      }
      const expected = detection(both / either)
      // Four standard errors, and one trial for the ends of the curve.
      const margin = 4 * Math.sqrt((expected * (1 - expected)) / trials) + 1 / trials
      expect(Math.abs(found / trials - expected)).toBeLessThan(margin)
    },
  )

  it('has the curve that datatrove publishes: 92.4 % at 0.8', () => {
    expect(detection(0.8)).toBeCloseTo(0.924, 3)
    expect(detection((1 / 14) ** (1 / 8))).toBeCloseTo(1 - (13 / 14) ** 14, 12)
  })

  it('makes no signature of fewer than five words', () => {
    expect(signed('only four words here')).toBeNull()
    expect(signed('now there are five words')).not.toBeNull()
    expect(signed('')).toBeNull()
  })

  it('keeps the bands of the same eight hashes apart', () => {
    const bands = bandsOf(new Uint32Array(112).fill(7)).map((band) => Buffer.from(band).toString('hex'))
    expect(new Set(bands).size).toBe(14)
  })
})

describe('clusters', () => {
  it('hold what pairs connect, in order, and nobody alone', () => {
    expect(
      cluster(7, [
        [5, 6],
        [0, 2],
        [2, 4],
      ]),
    ).toEqual([
      [0, 2, 4],
      [5, 6],
    ])
    expect(cluster(3, [])).toEqual([])
  })

  it('leave out pairs that do not hold on a closer look', () => {
    expect(
      cluster(
        4,
        [
          [0, 1],
          [1, 2],
          [2, 3],
        ],
        (a, b) => a + b !== 3,
      ),
    ).toEqual([
      [0, 1],
      [2, 3],
    ])
  })

  it('are the same in whatever order the pairs come', () => {
    const { below } = random(5)
    const pairs = Array.from({ length: 400 }, (): [number, number] => [below(600), below(600)])
    expect(cluster(600, pairs.toReversed())).toEqual(cluster(600, pairs))
  })

  it('of texts and their edited copies are the families they were made as', () => {
    const texts = Array.from({ length: 40 }, (_, family) => {
      const [original] = pairOfTexts(family + 900, 120, 0)
      // A changed last word takes one shingle of 116: similarity 0.98.
      return Array.from({ length: 1 + (family % 4) }, (_, copy) =>
        copy === 0 ? original : `${original} ${'abcd'[copy]}`,
      )
    })
    const flat = texts.flat()
    const sets = flat.map(setOf)
    const holds = (a: number, b: number) =>
      jaccard(sets[a] ?? new Uint32Array(), sets[b] ?? new Uint32Array()) > 0.8
    const groups = cluster(flat.length, candidatePairs(flat.map(signed)), holds)
    const families = texts.flatMap((family, i) =>
      family.length > 1 ? [family.map((_, j) => texts.slice(0, i).flat().length + j)] : [],
    )
    expect(groups).toEqual(families)
  })

  it('of a template with a hundred thousand copies cost what the copies cost', () => {
    const template = signed('dear customer your order has been shipped to you today')
    let pairs = 0
    for (const [a, b] of candidatePairs(Array.from({ length: 20_000 }, () => template)))
      pairs += a < b ? 1 : NaN
    expect(pairs).toBeLessThan(40_000)
  })
})
