import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { wilson } from '@/lib/agreement/wilson'
import { reader } from '@/lib/i18n/reader.mjs'
import { inEnglish } from '@/lib/i18n/say'
import { passagesTable } from '@/lib/metrics/passage-tables'
import { agreementTable, pairsTable } from '@/lib/metrics/agreement-tables'
import { agreementByWeek, agreementWeeksTable } from '@/lib/metrics/agreement-weeks'
import { parsePeriod, sinceOf } from '@/lib/metrics/period'
import type { VoteRating } from '@/lib/metrics/ratings'
import { tableCsv } from '@/lib/metrics/table'
import { unusuallyAlike } from '@/lib/metrics/alike'
import { unusuallyFast } from '@/lib/metrics/unusual'

const vote = (item: string, rater: string, label: string, more: Partial<VoteRating> = {}): VoteRating => ({
  item,
  rater,
  label,
  queue: null,
  policy: 1,
  week: '2026-11-16',
  ...more,
})

describe('the interval of a share', () => {
  test('is the one that is printed in the literature', () => {
    // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 1998, table I, method 3.
    for (const [r, n, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      expect(wilson(r, n).low).toBeCloseTo(low, 4)
      expect(wilson(r, n).high).toBeCloseTo(high, 4)
    }
  })

  test('is everything when nothing was seen, and never leaves 0 and 1', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
    expect(wilson(5, 5).high).toBe(1)
    expect(wilson(0, 5).low).toBe(0)
  })
})

describe('the period', () => {
  test('is one of four, and the last 30 days when the address asks for another', () => {
    expect(['7', '90', 'all', '1', undefined, ['7']].map(parsePeriod)).toEqual([
      '7',
      '90',
      'all',
      '30',
      '30',
      '30',
    ])
    const now = new Date('2026-11-21T10:00:00Z')
    expect(sinceOf('7', now)).toEqual(new Date('2026-11-14T10:00:00Z'))
    expect(sinceOf('all', now)).toBeNull()
  })
})

describe('a table as CSV', () => {
  test('has bare numbers, says why there is none, and nothing a spreadsheet would run', () => {
    const columns = ['Name', 'Number', 'κ'].map((label) => ({ label, kind: 'text' as const }))
    const rows = [
      ['=HYPERLINK("x")', -0.25, null],
      ['a, b', 1, { says: '-nobody' }],
    ]
    expect(tableCsv({ columns, rows })).toBe(
      'Name,Number,κ\r\n"\'=HYPERLINK(""x"")",-0.25,\r\n"a, b",1,\'-nobody\r\n',
    )
  })
})

describe('what a table says', () => {
  const silent = { ratings: [vote('1', 'heron', 'keep'), vote('1', 'wren', 'keep')], capped: true }

  test('is in the language of whoever looks, and in a file in English', () => {
    reader.run({ cookie: 'winnow-locale=de' }, () => {
      const { title, rows, capped } = agreementTable(silent, [])
      expect(title).toBe('Übereinstimmung')
      expect(rows[0]?.[0]).toBe('Gesamt')
      expect(rows[0]?.[4]).toMatchObject({
        says: expect.stringMatching(/^Alle haben immer „behalten“ gewählt/),
      })
      expect(capped).toMatch(/^Es gibt mehr/)
      expect(tableCsv(inEnglish(() => agreementTable(silent, [])))).toMatch(
        /^Among,[^]*\r\nAll,1,2,1,"Everybody/,
      )
    })
  })
})

/** The coefficients once more, straight from their definitions: over all pairs of votes, without any table of the product. */
function counted(votes: readonly VoteRating[]) {
  const items = [...new Set(votes.map(({ item }) => item))].map((item) =>
    votes.filter((one) => one.item === item),
  )
  const labels = [...new Set(votes.map(({ label }) => label))]
  const n = votes.length
  const of = (some: readonly VoteRating[], label: string) => some.filter((one) => one.label === label).length
  const orderedPairs = (some: readonly VoteRating[]) =>
    some.flatMap((a, i) => some.filter((_, j) => j !== i).map((b) => a.label !== b.label))
  const differing = items.reduce(
    (sum, some) => sum + orderedPairs(some).filter(Boolean).length / (some.length - 1),
    0,
  )
  const byChance = orderedPairs(votes).filter(Boolean).length / (n - 1)
  const within = items.map((some) => {
    const pairs = orderedPairs(some)
    return pairs.filter((differs) => !differs).length / pairs.length
  })
  const observed = within.reduce((sum, share) => sum + share, 0) / within.length
  const expected = labels.reduce((sum, label) => sum + (of(votes, label) / n) ** 2, 0)
  const raters = [...new Set(votes.map(({ rater }) => rater))]
  const kappas = raters.flatMap((first, i) =>
    raters.slice(i + 1).flatMap((second) => {
      const both = items.flatMap((some) => {
        const [a, b] = [first, second].map((rater) => some.find((one) => one.rater === rater)?.label)
        return a !== undefined && b !== undefined ? [[a, b] as const] : []
      })
      if (both.length < 5) return []
      const same = both.filter(([a, b]) => a === b).length / both.length
      const chance = labels.reduce(
        (sum, label) =>
          sum +
          (both.filter(([a]) => a === label).length / both.length) *
            (both.filter(([, b]) => b === label).length / both.length),
        0,
      )
      return [(same - chance) / (1 - chance)]
    }),
  )
  return {
    items: items.length,
    varies: new Set(items.map((some) => some.length)).size > 1,
    alpha: 1 - differing / byChance,
    fleiss: (observed - expected) / (1 - expected),
    light: kappas.reduce((sum, kappa) => sum + kappa, 0) / kappas.length,
  }
}

describe('agreement', () => {
  const ratings = [
    ...['keep', 'keep', 'remove', 'redact'].flatMap((label, n) => [
      vote(`${n}`, 'heron', label),
      vote(`${n}`, 'wren', n === 3 ? 'keep' : label),
    ]),
    vote('9', 'heron', 'keep', { policy: 2, week: '2026-11-09' }),
    vote('9', 'wren', 'keep', { policy: 2, week: '2026-11-09' }),
  ]

  test('is given for all and for each policy version, and explains itself where it is undefined', () => {
    const { rows } = agreementTable({ ratings, capped: false }, [{ id: null, name: 'none' }])
    expect(rows.map(([name, rounds]) => [name, rounds])).toEqual([
      ['All', 5],
      ['Policy version 2', 1],
      ['Policy version 1', 4],
      ['Queue none', 5],
    ])
    expect(rows[1]?.[4]).toMatchObject({ says: expect.stringMatching(/always chose “keep”/) })
    // Coincidences of version 1: keep 5, remove 2, redact 1 of 8; disagreeing 2. 1 − (2/8) ÷ ((64 − 30)/(8 × 7)).
    expect(rows[2]?.[4]).toBeCloseTo(1 - 2 / 8 / (34 / 56), 12)
  })

  test('is given week by week', () => {
    const weeks = agreementByWeek(ratings)
    expect([...weeks.keys()].sort()).toEqual(['2026-11-09', '2026-11-16'])
    const lone = weeks.get('2026-11-09')
    expect(lone?.alpha).toMatchObject({ state: 'undefined', why: 'no_variation' })
    expect(lone?.fleiss).toMatchObject({ state: 'undefined', why: 'no_variation' })
    expect(lone?.mean).toMatchObject({ state: 'undefined', why: 'few_shared' })
  })

  test('is given for each queue and policy version of each week, equal to what is counted from the votes', () => {
    const LABELS = ['keep', 'remove', 'redact']
    const queues = ['a', 'b']
    const monday = ['2026-11-02', '2026-11-09', '2026-11-16']
    const votes = monday.flatMap((week, w) =>
      queues.flatMap((queue, q) =>
        Array.from({ length: 12 }, (_, i) => {
          const item = `${week} ${queue} ${i}`
          return ['finch', 'heron', 'wren'].map((rater, r) => {
            // Every fourth item divides them, in another way each week and queue.
            const label = LABELS[(i + (i % 4 === 0 ? (r * (w + 1)) % 3 : 0) + q * (i % 3 === 0 ? r : 0)) % 3]
            return vote(item, rater, label ?? '', { queue, week, policy: q + 1 })
          })
        }).flat(),
      ),
    )
    // One queue of one week has an item that a fourth person rated too: Fleiss asks for as many of each.
    const more = [...votes, vote('2026-11-02 a 0', 'swift', 'keep', { queue: 'a', week: '2026-11-02' })]
    const { rows, columns } = agreementWeeksTable(
      { ratings: more, capped: false },
      queues.map((id) => ({ id, name: id })),
    )
    expect(rows.map(([week, name]) => `${week} ${name}`)).toEqual(
      monday
        .toReversed()
        .flatMap((week) =>
          [2, 1].map((n) => `${week} Policy version ${n}`).concat(`${week} Queue a`, `${week} Queue b`),
        ),
    )
    expect(rows.every((row) => row.length === columns.length)).toBe(true)
    for (const week of monday) {
      for (const queue of queues) {
        const row = rows.find(([of, name]) => of === week && name === `Queue ${queue}`)
        const part = more.filter((one) => one.week === week && one.queue === queue)
        const own = counted(part)
        expect(row?.slice(2, 4)).toEqual([own.items, part.length])
        expect(row?.[5], 'α').toBeCloseTo(own.alpha, 12)
        if (own.varies) expect(row?.[6]).toMatchObject({ says: expect.stringMatching(/between 3 and 4/) })
        else expect(row?.[6], 'Fleiss').toBeCloseTo(own.fleiss, 12)
        expect(row?.[7], 'mean of pairs').toBeCloseTo(own.light, 12)
      }
    }
    const all = agreementByWeek(more).get('2026-11-16')
    const own = counted(more.filter(({ week }) => week === '2026-11-16'))
    expect(all?.fleiss).toMatchObject({ state: 'measured', items: 24 })
    expect(all?.fleiss.state === 'measured' && all.fleiss.value).toBeCloseTo(own.fleiss, 12)
    expect(all?.mean.state === 'measured' && all.mean.value).toBeCloseTo(own.light, 12)
  })

  test('says how much of a long table it shows', () => {
    const long = Array.from({ length: 260 }, (_, i) => {
      const week = new Date(Date.UTC(2020, 0, 6) + i * 7 * 86_400_000).toISOString().slice(0, 10)
      return ['heron', 'wren'].map((rater) => vote(`${i}`, rater, 'keep', { week }))
    }).flat()
    const table = agreementWeeksTable({ ratings: long, capped: false }, [{ id: null, name: 'none' }])
    expect(table.rows).toHaveLength(500)
    expect(table.capped).toMatch(/500 of 520/)
    expect(table.rows[0]?.[0]).toBe(long.at(-1)?.week)
  })

  test('of two is given from five rounds on', () => {
    expect(pairsTable({ ratings, capped: false }).rows.map((row) => row.slice(0, 3))).toEqual([
      ['heron', 'wren', 5],
    ])
    expect(pairsTable({ ratings: ratings.slice(0, 8), capped: false }).rows).toEqual([])
  })
})

describe('agreement on passages', () => {
  const marks = (item: string, rater: string, ...spans: [number, number][]) => ({
    ...vote(item, rater, 'redact'),
    spans: spans.map(([start, end]) => ({ field: 'text', start, end })),
  })
  const table = (ratings: ReturnType<typeof marks>[]) =>
    passagesTable({ ratings, capped: false }, [{ id: null, name: 'none' }])

  test('compares the characters of those who redact, round by round', () => {
    const { rows } = table([
      marks('1', 'heron', [0, 10]),
      marks('1', 'wren', [5, 15]),
      marks('2', 'heron', [3, 6], [8, 9]),
      marks('2', 'wren', [3, 6], [8, 9]),
      marks('3', 'heron', [0, 4]),
    ])
    expect(rows.map(([name, rounds, votes]) => [name, rounds, votes])).toEqual([
      ['All', 2, 4],
      ['Policy version 1', 2, 4],
      ['Queue none', 2, 4],
      ['Week of 2026-11-16', 2, 4],
    ])
    // 5 of 10 and 10 in common, then all: (2·5/20 + 1) ÷ 2 and (5/15 + 1) ÷ 2.
    expect(rows[0]?.[3]).toBeCloseTo((10 / 20 + 1) / 2, 12)
    expect(rows[0]?.[6]).toBeCloseTo((5 / 15 + 1) / 2, 12)
  })

  test('is given for two people from five rounds on', () => {
    const rounds = ['1', '2', '3', '4', '5'].flatMap((item) => [
      marks(item, 'wren', [0, 4]),
      marks(item, 'heron', [0, 4]),
      marks(item, 'finch', [4, 8]),
    ])
    expect(
      table(rounds)
        .rows.slice(4)
        .map(([name, n, , f1]) => [name, n, f1]),
    ).toEqual([
      ['finch and heron', 5, 0],
      ['finch and wren', 5, 0],
      ['heron and wren', 5, 1],
    ])
    expect(table(rounds.slice(0, 12)).rows).toHaveLength(4)
  })

  test('has no row where nobody redacted with another', () => {
    expect(table([marks('1', 'heron', [0, 10])]).rows).toEqual([])
  })
})

describe('what leads are shown', () => {
  const person = (rater: string, median: number, votes = 40) => ({ rater, votes, median })

  test('names somebody who needs a third of the others’ time or less, with the numbers', () => {
    const people = [person('a', 30), person('b', 36), person('c', 10), person('d', 3, 19)]
    expect(unusuallyFast(people)).toEqual([{ rater: 'c', votes: 40, median: 10, others: 33, share: 10 / 33 }])
    expect(unusuallyFast([person('a', 30), person('b', 36), person('c', 12)])).toEqual([])
  })

  test('names nobody while there is no usual', () => {
    expect(unusuallyFast([person('a', 30), person('b', 1)])).toEqual([])
  })

  /** Four people vote on every item by their own coin; two of them may share one. */
  const votes = (together: boolean) =>
    Array.from({ length: 60 }, (_, n) => {
      const coin = (salt: number) => ((n * 2654435761 + salt * 40503 * (n + 7)) >>> 8) % 2 === 0
      const label = (salt: number) => (coin(salt) ? 'keep' : 'remove')
      return ['a', 'b', 'c', 'd'].map((rater, i) =>
        vote(`${n}`, rater, label(together && i === 1 ? 1 : i + 1)),
      )
    }).flat()

  test('names two who always agree where both agree with nobody else', () => {
    const [found, more] = unusuallyAlike(votes(true))
    expect(found).toMatchObject({ raters: ['a', 'b'], shared: 60, same: 60, elsewhere: { shared: 240 } })
    expect(more).toBeUndefined()
  })

  test('names nobody where all disagree alike, or all agree', () => {
    expect(unusuallyAlike(votes(false))).toEqual([])
    expect(unusuallyAlike(votes(false).map((one) => ({ ...one, label: 'keep' })))).toEqual([])
  })

  test('names two who never chose anything else, although they have no α', () => {
    const silent = votes(false).map((one) => (one.rater < 'c' ? { ...one, label: 'keep' } : one))
    expect(unusuallyAlike(silent)).toMatchObject([{ raters: ['a', 'b'], alpha: { why: 'no_variation' } }])
  })

  const coinOf = (n: number, salt: number) =>
    createHash('sha256').update(`${n} ${salt}`).digest().readUInt8() % 2 === 0 ? 'keep' : 'remove'
  /** Each round is voted on by three of these, in turn; what each chooses is said. */
  const inTurn = (raters: string, rounds: number, choice: (rater: string, n: number) => string) => {
    const trios = [...raters].flatMap((a, i) =>
      [...raters].flatMap((b, j) => [...raters].flatMap((c, k) => (i < j && j < k ? [[a, b, c]] : []))),
    )
    return Array.from({ length: rounds }, (_, n) =>
      (trios[n % trios.length] ?? []).map((rater) => vote(`${raters} ${n}`, rater, choice(rater, n))),
    ).flat()
  }
  const own = (rater: string, n: number) => coinOf(n, rater.charCodeAt(0))

  test('names three of five who always agree, once and together, though no two of them stand out from the third', () => {
    const three = inTurn('abcde', 300, (rater, n) => (rater < 'd' ? coinOf(n, 1) : own(rater, n)))
    // Each of the ten threes voted thirty times; every two of the group met in ninety rounds.
    expect(unusuallyAlike(three)).toMatchObject([
      { kind: 'alike', raters: ['a', 'b', 'c'], shared: 270, same: 270, elsewhere: { shared: 540 } },
    ])
  })

  test('names a group that once in a while disagrees, and nobody of a majority in which few are careless', () => {
    const rarely = (n: number) => n % 25 === 0
    const six = inTurn('abcdef', 600, (rater, n) =>
      rater < 'd' && !(rater === 'a' && rarely(n)) ? coinOf(n, 1) : own(rater, n),
    )
    expect(unusuallyAlike(six)).toMatchObject([{ kind: 'alike', raters: ['a', 'b', 'c'] }])
    const careless = inTurn('abcdefg', 700, (rater, n) => (rater < 'f' ? coinOf(n, 1) : own(rater, n)))
    expect(unusuallyAlike(careless).filter(({ raters }) => raters.length > 2)).toEqual([])
  })

  test('names a pair that meets almost only each other while others vote in the same queue, whatever they choose', () => {
    const others = inTurn('cdefg', 100, (_, n) => coinOf(n, 1))
    const pair = (rounds: number, more = {}) =>
      Array.from({ length: rounds }, (_, n) =>
        ['a', 'b'].map((rater) => vote(`pair ${n}`, rater, coinOf(n, 1), more)),
      ).flat()
    const once = [vote('once', 'a', 'keep'), vote('once', 'c', 'keep')]
    expect(unusuallyAlike([...pair(40), ...once, ...others])).toMatchObject([
      { kind: 'closed', raters: ['a', 'b'], shared: 40, same: 40, elsewhere: { shared: 1 } },
    ])
    expect(unusuallyAlike(pair(40)), 'nobody else is there whom they could meet').toEqual([])
    expect(unusuallyAlike([...pair(40, { queue: 'theirs' }), ...others]), 'nor in their queue').toEqual([])
    expect(unusuallyAlike([...pair(19), ...others]), 'too few rounds').toEqual([])
  })

  test('names nobody where all are honest and mostly agree, five of them or thirty', () => {
    const mostly = (rater: string, n: number) =>
      (n * 7 + rater.charCodeAt(0) * 13) % 20 === 0 ? 'label' : coinOf(n, 1)
    expect(unusuallyAlike(inTurn('abcde', 300, mostly))).toEqual([])
    const many = Array.from({ length: 30 }, (_, i) => String.fromCharCode(97 + i)).join('')
    expect(unusuallyAlike(inTurn(many, 8_120, mostly))).toEqual([])
  })

  test('names nobody for a few rounds in common', () => {
    expect(unusuallyAlike(votes(true).filter(({ item }) => Number(item) < 19))).toEqual([])
  })
})
