import { describe, expect, it } from 'vitest'
import { DISCLOSURES, isWithheld, type Disclosure } from '@/lib/release-format/disclosure'
import { fold, type Action, type Outcome } from '@/lib/release-format/fold'
import type { BaseRow } from '@/lib/release-format/rows'
import { random } from '@/lib/demo/random'
import { buildRelease, sha256, type World } from '../support/release'

const WITHHELD_CATEGORIES = [
  'pii',
  'secrets',
  'opt_out',
  'child_safety',
  'ncii',
  'invented_by_a_dataset',
] as const
const TOLD_CATEGORIES = ['copyright', 'licence', 'hate', 'illegal', 'other'] as const
const file = 'rows.jsonl'

/** 300 rows of which a third are decided: as many withheld ones as asked, in categories and reasons drawn from a seed of their own. */
function worldOf(
  disclosure: Disclosure,
  withheld: number,
  categorySeed: number,
  newlyWithheld = withheld,
): World {
  const { below, pick } = random(11)
  const secret = random(categorySeed)
  const rows: BaseRow[] = Array.from({ length: 300 }, (_, row) => {
    const action = pick<Action>(['remove', 'restrict', 'redact', 'label'])
    const told = pick(TOLD_CATEGORIES)
    const isSecret = row < withheld * 2 && row % 2 === 0
    const category = isSecret ? secret.pick(WITHHELD_CATEGORIES) : told
    const reason = `${category}.${isSecret ? secret.below(9) : below(3)}`
    const decided = isSecret || row % 3 === 1
    const start = below(4)
    const spans = action === 'redact' ? [{ field: 'text', start, end: start + 3 }] : []
    const outcome = decided ? fold([{ action, category, reason, spans, label: `about ${category}` }]) : null
    return { file, row, id: `id-${row}`, digest: sha256(`content ${row}`), outcome }
  })
  const base = { path: file, sha256: sha256('base'), bytes: 1, format: 'jsonl', rows: rows.length }
  return { files: [base], rows, contentFields: ['text'], idField: 'id', disclosure, newlyWithheld }
}

const everything = (release: ReadonlyMap<string, Uint8Array>) =>
  [...release].map(([name, bytes]) => `${name}\n${Buffer.from(bytes).toString('latin1')}`).join('\n')

describe.each(DISCLOSURES)('a release that discloses %s', (disclosure) => {
  it.each([0, 1, 19, 20, 60])(
    'is the same bytes in worlds that differ in the categories of %i withheld rows',
    (withheld) => {
      const releases = [5, 6, 7, 8].map((seed) =>
        everything(buildRelease(worldOf(disclosure, withheld, seed))),
      )
      expect(new Set(releases).size).toBe(1)
    },
  )

  it('names no category, reason code or label of a withheld row', () => {
    const text = everything(buildRelease(worldOf(disclosure, 60, 5)))
    for (const category of WITHHELD_CATEGORIES) expect(text).not.toContain(category)
  })

  it('holds no digest and no id of a row that is left out or redacted', () => {
    const world = worldOf(disclosure, 60, 5)
    const text = everything(buildRelease(world))
    const hidden = world.rows.filter(({ outcome }) => outcome && outcome.action !== 'label')
    expect(hidden.length).toBeGreaterThan(60)
    for (const { digest, id } of hidden) {
      expect(text).not.toContain(digest)
      expect(text).not.toMatch(new RegExp(`\\b${id}\\b`))
    }
    const open = world.rows.filter(({ outcome }) => !outcome || outcome.action === 'label')
    for (const { digest } of open) expect(text).toContain(digest)
  })

  it('holds no time, host or tool version', () => {
    const world = worldOf(disclosure, 20, 5)
    const before = everything(buildRelease(world))
    const { TZ, LANG } = process.env
    process.env.TZ = 'Pacific/Apia'
    process.env.LANG = 'tr_TR.UTF-8'
    const after = everything(buildRelease({ ...world, rows: [...world.rows].reverse() }))
    process.env.TZ = TZ
    process.env.LANG = LANG
    expect(after).toBe(before)
  })
})

describe('reasons', () => {
  const reasonsOf = (world: World) =>
    Buffer.from(buildRelease(world).get('data/reasons.csv') ?? '').toString()

  it('are listed at full disclosure when at least 20 rows are newly withheld', () => {
    expect(reasonsOf(worldOf('full', 20, 5))).toContain(',withheld\n')
    expect(reasonsOf(worldOf('full', 20, 5))).toMatch(/,copyright\.\d\n/)
  })

  it.each([0, 1, 19])('are not listed at all when %i rows are newly withheld', (newly) => {
    const release = buildRelease(worldOf('full', 60, 5, newly))
    expect(release.has('data/reasons.csv')).toBe(false)
    expect(everything(release)).not.toMatch(/(copyright|licence|hate|illegal|other)\.\d/)
    expect(everything(release)).not.toContain('"reasons"')
  })

  it.each(['rows', 'kept-only'] as const)('are never listed at disclosure %s', (disclosure) => {
    expect(buildRelease(worldOf(disclosure, 60, 5)).has('data/reasons.csv')).toBe(false)
  })

  it('of one ground that must not be told hide the others of the row', () => {
    const outcome = fold([
      { action: 'remove', category: 'copyright', reason: 'notice', spans: [], label: null },
      {
        action: 'redact',
        category: 'pii',
        reason: 'contact',
        spans: [{ field: 't', start: 0, end: 1 }],
        label: null,
      },
    ]) as Outcome
    expect(isWithheld(outcome)).toBe(true)
  })
})

it('kept-only tells removed and restricted rows apart nowhere', () => {
  const world = worldOf('kept-only', 30, 5)
  const swapped = world.rows.map((row) =>
    row.outcome?.action === 'restrict'
      ? { ...row, outcome: { ...row.outcome, action: 'remove' as const } }
      : row,
  )
  expect(everything(buildRelease({ ...world, rows: swapped }))).toBe(everything(buildRelease(world)))
  expect(buildRelease(world).has('data/exclusions.csv')).toBe(false)
})
