import { describe, expect, it } from 'vitest'
import type { Agreement } from '@/lib/agreement/agreement'
import { cohenKappa, kappaByPair } from '@/lib/agreement/cohen'
import { fleissKappa, krippendorffAlpha, percentAgreement } from '@/lib/agreement/label-agreement'
import { spanAgreement } from '@/lib/agreement/span-agreement'
import { overlapOf, type SpanRating } from '@/lib/agreement/span-overlap'
import { oneAgainstRest, type Rating, tally } from '@/lib/agreement/tally'
import { random } from '@/lib/demo/random'

const LABELS = ['keep', 'remove', 'redact', 'label', 'restrict'] as const

/** `raters` people of whom each rates an item with probability `share`, the last labels less often than the first. */
function people(seed: number, { items = 60, raters = 6, share = 0.6 } = {}): Rating[] {
  const { below } = random(seed)
  return Array.from({ length: items }, (_, item) => {
    const truth = below(LABELS.length)
    return Array.from({ length: raters }, (_, rater) => ({ rater, skips: below(1000) >= share * 1000 }))
      .filter(({ skips }) => !skips)
      .map(({ rater }) => ({
        item: `i${item}`,
        rater: `r${rater}`,
        label: LABELS[below(3) === 0 ? below(LABELS.length) : truth] ?? 'keep',
      }))
  }).flat()
}

const valueOf = (agreement: Agreement) =>
  agreement.state === 'measured' ? agreement.value : `undefined: ${agreement.why}`

const measures = {
  alpha: (ratings: readonly Rating[]) => krippendorffAlpha(tally(ratings)),
  percent: (ratings: readonly Rating[]) => percentAgreement(tally(ratings)),
}

describe.each(Object.entries(measures))('%s', (_, measure) => {
  it.each([1, 2, 3, 4, 5])(
    'does not ask who the raters are, in which order, or what labels are called (seed %i)',
    (seed) => {
      const ratings = people(seed)
      const value = valueOf(measure(ratings))
      const { below } = random(seed + 100)
      const shuffled = ratings
        .map((rating) => ({ rating, key: below(1 << 30) }))
        .sort((a, b) => a.key - b.key)
        .map(({ rating }) => rating)
      expect(valueOf(measure(shuffled))).toBeCloseTo(Number(value), 12)
      const swapped = ratings.map((rating) => ({ ...rating, rater: `x${5 - Number(rating.rater.slice(1))}` }))
      expect(valueOf(measure(swapped))).toBe(value)
      const renamed = ratings.map((rating) => ({ ...rating, label: rating.label.toUpperCase() }))
      expect(valueOf(measure(renamed))).toBe(value)
    },
  )

  it('is exactly 1 when everybody agrees on every item', () => {
    const ratings = people(7).map((rating) => ({
      ...rating,
      label: LABELS[Number(rating.item.slice(1)) % 5] ?? '',
    }))
    expect(valueOf(measure(ratings))).toBe(1)
  })

  it('does not count what one person alone rated', () => {
    const ratings = people(8)
    const alone = Array.from({ length: 40 }, (_, i) => ({
      item: `alone${i}`,
      rater: 'r1',
      label: 'restrict',
    }))
    expect(valueOf(measure([...ratings, ...alone]))).toBe(valueOf(measure(ratings)))
  })

  it('says that nothing can be compared when no item has two ratings', () => {
    const ratings = LABELS.map((label, i) => ({ item: String(i), rater: 'r', label }))
    expect(measure(ratings)).toMatchObject({ state: 'undefined', why: 'no_overlap', items: 0, ratings: 0 })
    expect(measure([])).toMatchObject({ state: 'undefined', why: 'no_overlap' })
  })
})

describe('what chance would give', () => {
  it('is about nothing when people choose at random', () => {
    const { below } = random(31)
    const ratings = Array.from({ length: 30_000 }, (_, i) => ({
      item: String(Math.floor(i / 3)),
      rater: String(i % 3),
      label: LABELS[below(5)] ?? '',
    }))
    expect(Math.abs(Number(valueOf(krippendorffAlpha(tally(ratings)))))).toBeLessThan(0.02)
    expect(Math.abs(Number(valueOf(fleissKappa(tally(ratings)))))).toBeLessThan(0.02)
  })

  it('is below nothing when two always contradict each other', () => {
    const ratings = Array.from({ length: 20 }, (_, i) => [
      { item: String(i), rater: 'a', label: i % 2 ? 'keep' : 'remove' },
      { item: String(i), rater: 'b', label: i % 2 ? 'remove' : 'keep' },
    ]).flat()
    expect(valueOf(krippendorffAlpha(tally(ratings)))).toBeCloseTo(-0.95, 12)
    expect(valueOf(fleissKappa(tally(ratings)))).toBe(-1)
  })

  it.each([
    ['α', (ratings: Rating[]) => krippendorffAlpha(tally(ratings))],
    ['Fleiss’ κ', (ratings: Rating[]) => fleissKappa(tally(ratings))],
    [
      'Cohen’s κ',
      (ratings: Rating[]) =>
        cohenKappa(ratings.filter(({ rater }) => rater === 'r0').map(({ label }) => [label, label] as const)),
    ],
  ])('leaves %s undefined, in words, when everybody always chose the same', (_, measure) => {
    const ratings = people(9, { share: 1 }).map((rating) => ({ ...rating, label: 'remove' }))
    expect(measure(ratings)).toMatchObject({
      state: 'undefined',
      why: 'no_variation',
      says: expect.stringMatching(/always chose “remove”: agreement by chance is 1.*undefined/),
    })
  })

  it('does not ask Fleiss where the numbers of ratings differ, and says what to ask instead', () => {
    const ratings = people(10)
    expect(fleissKappa(tally(ratings))).toMatchObject({
      state: 'undefined',
      why: 'ratings_vary',
      says: expect.stringMatching(/between \d and \d ratings.*Krippendorff/),
    })
    expect(krippendorffAlpha(tally(ratings)).state).toBe('measured')
  })
})

describe('two raters', () => {
  it('are compared on the items both rated, the busiest pair first', () => {
    const ratings = people(11, { items: 200 })
    const pairs = kappaByPair(ratings, { least: 30 })
    expect(pairs).toHaveLength(15)
    expect(pairs.map(({ items }) => items)).toEqual(pairs.map(({ items }) => items).sort((a, b) => b - a))
    for (const { raters, items, kappa } of pairs) {
      const [a, b] = raters.map(
        (name) =>
          new Map(ratings.filter(({ rater }) => rater === name).map(({ item, label }) => [item, label])),
      )
      const choices = [...(a ?? [])].flatMap(([item, label]) => {
        const other = b?.get(item)
        return other === undefined ? [] : [[label, other] as const]
      })
      expect(choices).toHaveLength(items)
      expect(valueOf(kappa)).toBe(valueOf(cohenKappa(choices)))
    }
    expect(kappaByPair(ratings, { least: 201 })).toEqual([])
  })

  it('have the same κ whoever is called the first', () => {
    const choices = people(12, { share: 1 }).map(
      ({ label }, i, all) => [label, all[(i + 1) % all.length]?.label ?? ''] as const,
    )
    expect(valueOf(cohenKappa(choices))).toBeCloseTo(
      Number(valueOf(cohenKappa(choices.map(([a, b]) => [b, a] as const)))),
      12,
    )
  })
})

describe('ratings that cannot be counted', () => {
  it('are refused when somebody rated an item twice', () => {
    const twice = [
      ...people(13),
      { item: 'i0', rater: 'r9', label: 'keep' },
      { item: 'i0', rater: 'r9', label: 'keep' },
    ]
    expect(() => tally(twice)).toThrow('r9 rated i0 twice')
  })
})

describe('one label against the rest', () => {
  it('is what the ratings give when all other labels are one', () => {
    const ratings = people(14)
    const two = ratings.map((rating) => ({ ...rating, label: rating.label === 'redact' ? 'yes' : 'no' }))
    expect(valueOf(krippendorffAlpha(oneAgainstRest(tally(ratings), 'redact')))).toBeCloseTo(
      Number(valueOf(krippendorffAlpha(tally(two)))),
      12,
    )
  })

  it('is undefined for a label nobody chose', () => {
    expect(krippendorffAlpha(oneAgainstRest(tally(people(15)), 'erase'))).toMatchObject({
      why: 'no_variation',
    })
  })
})

describe('the interval', () => {
  it('holds the value, is narrower with more items, and is the same for the same seed', () => {
    const widths = [50, 800].map((items) => {
      const counted = tally(people(16, { items }))
      const alpha = krippendorffAlpha(counted, { bootstrap: { seed: 1, rounds: 500 } })
      expect(krippendorffAlpha(counted, { bootstrap: { seed: 1, rounds: 500 } })).toEqual(alpha)
      expect(krippendorffAlpha(counted, { bootstrap: { seed: 2, rounds: 500 } })).not.toEqual(alpha)
      if (alpha.state === 'undefined' || !alpha.interval) throw new Error('no interval')
      expect(alpha.interval.low).toBeLessThan(alpha.value)
      expect(alpha.interval.high).toBeGreaterThan(alpha.value)
      return alpha.interval.high - alpha.interval.low
    })
    expect(Number(widths[1]) / Number(widths[0])).toBeGreaterThan(0.15)
    expect(Number(widths[1]) / Number(widths[0])).toBeLessThan(0.4)
  })

  it('covers the true value about nineteen times in twenty', () => {
    // Two raters who agree with probability 0.8 + 0.2 / 2 on two equally frequent labels: α is 0.8.
    const { below } = random(17)
    const covered = Array.from({ length: 200 }, (_, i) => {
      const ratings = Array.from({ length: 150 }, (_, item) => {
        const first = below(2)
        const second = below(10) < 8 ? first : below(2)
        return [first, second].map((label, rater) => ({
          item: String(item),
          rater: String(rater),
          label: String(label),
        }))
      }).flat()
      const alpha = krippendorffAlpha(tally(ratings), { bootstrap: { seed: i, rounds: 300 } })
      return (
        alpha.state === 'measured' &&
        alpha.interval &&
        alpha.interval.low <= 0.8 &&
        alpha.interval.high >= 0.8
      )
    }).filter(Boolean).length
    expect(covered / 200).toBeGreaterThan(0.89)
    expect(covered / 200).toBeLessThan(0.99)
  })

  it('is left out when too many samples have no value', () => {
    const ratings = Array.from({ length: 5 }, (_, i) =>
      ['a', 'b'].map((rater) => ({ item: String(i), rater, label: i === 0 ? 'remove' : 'keep' })),
    ).flat()
    expect(krippendorffAlpha(tally(ratings), { bootstrap: { seed: 1 } })).toMatchObject({
      value: 1,
      interval: null,
    })
  })
})

describe('spans', () => {
  const mark = (rater: string, ...spans: [number, number][]): SpanRating => ({
    item: 'x',
    rater,
    length: 100,
    spans: spans.map(([start, end]) => ({ start, end })),
  })

  it('agree by the characters both marked', () => {
    const { f1, jaccard } = spanAgreement([mark('a', [10, 20]), mark('b', [15, 30])])
    expect(valueOf(f1)).toBeCloseTo((2 * 5) / (10 + 15), 12)
    expect(valueOf(jaccard)).toBeCloseTo(5 / 20, 12)
  })

  it('count a character once that a rater marked twice', () => {
    const once = spanAgreement([mark('a', [10, 20]), mark('b', [15, 30])])
    expect(spanAgreement([mark('a', [10, 18], [12, 20], [10, 12]), mark('b', [15, 20], [20, 30])])).toEqual(
      once,
    )
  })

  it('agree wholly where two mark nothing, and not at all where one does', () => {
    expect(valueOf(spanAgreement([mark('a'), mark('b')]).f1)).toBe(1)
    expect(valueOf(spanAgreement([mark('a'), mark('b', [0, 1])]).f1)).toBe(0)
    expect(spanAgreement([mark('a'), mark('b')]).alpha).toMatchObject({
      why: 'no_variation',
      says: expect.stringContaining('mark nothing'),
    })
    expect(spanAgreement([mark('a')]).f1).toMatchObject({ why: 'no_overlap' })
  })

  it('keep fields apart: the same positions of another field are other characters', () => {
    const inField = (rater: string, field: string): SpanRating => ({
      item: 'x',
      rater,
      length: 50,
      spans: [{ field, start: 0, end: 9 }],
    })
    expect(valueOf(spanAgreement([inField('a', 'title'), inField('b', 'body')]).f1)).toBe(0)
    expect(valueOf(spanAgreement([inField('a', 'title'), inField('b', 'title')]).f1)).toBe(1)
  })

  it.each([
    ['outside the text', mark('a', [90, 101])],
    ['empty', mark('a', [5, 5])],
    ['before the text', mark('a', [-1, 5])],
  ])('are refused when one is %s', (_, rating) => {
    expect(() => overlapOf([rating, mark('b')])).toThrow(/a span from .* in x, which has 100 characters/)
  })

  it.each([21, 22, 23, 24])(
    'have the α of a matrix with a row for each rater and a column for each character (seed %i)',
    (seed) => {
      const { below } = random(seed)
      const ratings = Array.from({ length: 12 }, (_, item) =>
        Array.from({ length: 2 + below(4) }, (_, rater): SpanRating => ({
          item: String(item),
          rater: String(rater),
          length: 40,
          spans: Array.from({ length: below(4) }, () => {
            const start = below(38)
            return { start, end: start + 1 + below(40 - start - 1) }
          }),
        })),
      ).flat()
      const characters = ratings.flatMap(({ item, rater, length, spans }) =>
        Array.from({ length }, (_, at) => ({
          item: `${item}/${at}`,
          rater,
          label: spans.some(({ start, end }) => start <= at && at < end) ? 'marked' : 'not',
        })),
      )
      expect(valueOf(spanAgreement(ratings).alpha)).toBeCloseTo(
        Number(valueOf(krippendorffAlpha(tally(characters)))),
        10,
      )
    },
  )
})
