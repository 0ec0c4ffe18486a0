import { describe, expect, it } from 'vitest'
import type { Agreement } from '@/lib/agreement/agreement'
import { cohenKappa } from '@/lib/agreement/cohen'
import { fleissKappa, krippendorffAlpha, percentAgreement } from '@/lib/agreement/label-agreement'
import { oneAgainstRest, type Rating, tally } from '@/lib/agreement/tally'

function measure(agreement: Agreement) {
  if (agreement.state === 'undefined') throw new Error(agreement.says)
  return agreement
}

/** Rows are items, columns labels, cells how many raters chose it. */
function ratingsOf(table: string): Rating[] {
  return rowsOf(table).flatMap((row, item) => {
    const labels = row.flatMap((times, label) => Array.from({ length: times }, () => String(label)))
    return labels.map((label, rater) => ({ item: String(item), rater: String(rater), label }))
  })
}

const rowsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))

describe('Cohen 1960', () => {
  // "A coefficient of agreement for nominal scales", table 2: 200 patients, three diagnoses, two judges.
  const table = `
    88 14 18
    10 40 10
     2  6 12`

  it('finds .70 observed and .41 by chance, which makes κ = .492', () => {
    const choices = rowsOf(table).flatMap((row, a) =>
      row.flatMap((times, b) => Array.from({ length: times }, () => [String(a), String(b)] as const)),
    )
    const kappa = measure(cohenKappa(choices))
    expect(kappa.observed).toBeCloseTo(0.7, 12)
    expect(kappa.expected).toBeCloseTo(0.41, 12)
    expect(kappa.value).toBeCloseTo(0.492, 3)
    expect(kappa.items).toBe(200)
  })
})

describe('Fleiss 1971', () => {
  // "Measuring nominal scale agreement among many raters", table 1: 30 patients, each diagnosed by six psychiatrists as depression,
  // personality disorder, schizophrenia, neurosis or other.
  const table = `
    0 0 0 6 0
    0 3 0 0 3
    0 1 4 0 1
    0 0 0 0 6
    0 3 0 3 0
    2 0 4 0 0
    0 0 4 0 2
    2 0 3 1 0
    2 0 0 4 0
    0 0 0 0 6
    1 0 0 5 0
    1 1 0 4 0
    0 3 3 0 0
    1 0 0 5 0
    0 2 0 3 1
    0 0 5 0 1
    3 0 0 1 2
    5 1 0 0 0
    0 2 0 4 0
    1 0 2 0 3
    0 0 0 0 6
    0 1 0 5 0
    0 2 0 1 3
    2 0 0 4 0
    1 0 0 4 1
    0 5 0 1 0
    4 0 0 0 2
    0 2 0 4 0
    1 0 5 0 0
    0 0 0 0 6`
  const counted = tally(ratingsOf(table))

  it('finds .556 observed and .220 by chance, which makes κ = .430', () => {
    const kappa = measure(fleissKappa(counted))
    expect(kappa.observed).toBeCloseTo(0.5556, 4)
    expect(kappa.expected).toBeCloseTo(0.22, 3)
    expect(kappa.value).toBeCloseTo(0.43, 3)
    expect(kappa.ratings).toBe(180)
  })

  it('finds the κ of each diagnosis against the rest: .248, .248, .520, .471, .566', () => {
    const each = ['0', '1', '2', '3', '4'].map(
      (label) => measure(fleissKappa(oneAgainstRest(counted, label))).value,
    )
    const published = [0.248, 0.248, 0.52, 0.471, 0.566]
    for (const [i, value] of each.entries()) expect(value).toBeCloseTo(published[i] ?? NaN, 2)
  })
})

describe('Krippendorff 2011', () => {
  // "Computing Krippendorff's Alpha-Reliability", part C: four observers, twelve units, gaps.
  const matrix = {
    A: '1 2 3 3 2 1 4 1 2 . . .',
    B: '1 2 3 3 2 2 4 1 2 5 . 3',
    C: '. 3 3 3 2 3 4 2 2 5 1 .',
    D: '1 2 3 3 2 4 4 1 2 5 1 .',
  }
  const ratings = Object.entries(matrix).flatMap(([rater, row]) =>
    row.split(' ').flatMap((label, unit) => (label === '.' ? [] : [{ item: `u${unit}`, rater, label }])),
  )

  it('finds α = 0.743 over the 40 values that can be paired, of 41', () => {
    const alpha = measure(krippendorffAlpha(tally(ratings)))
    expect(alpha.value).toBeCloseTo(0.743, 3)
    expect(alpha.ratings).toBe(40)
    expect(alpha.items).toBe(11)
  })

  // Part B: two observers, twelve units, nominal data without gaps.
  it('finds α = 0.692 for the two observers of part B', () => {
    const rows = { A: 'a a b b d c c c e d d a', B: 'b a b b b c c c e d d d' }
    const both = Object.entries(rows).flatMap(([rater, row]) =>
      row.split(' ').map((label, unit) => ({ item: String(unit), rater, label })),
    )
    expect(measure(krippendorffAlpha(tally(both))).value).toBeCloseTo(0.692, 3)
  })

  // Part A: binary data, two observers, ten units: α = 0.095.
  it('finds α = 0.095 for the binary data of part A', () => {
    const rows = { A: '0 1 0 0 0 0 0 0 1 0', B: '1 1 1 0 0 1 0 0 0 0' }
    const both = Object.entries(rows).flatMap(([rater, row]) =>
      row.split(' ').map((label, unit) => ({ item: String(unit), rater, label })),
    )
    expect(measure(krippendorffAlpha(tally(both))).value).toBeCloseTo(0.095, 3)
    expect(measure(percentAgreement(tally(both))).value).toBeCloseTo(0.6, 12)
  })
})
