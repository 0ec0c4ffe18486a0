import { describe, expect, it } from 'vitest'
import { decisionParts, commitmentOf, opensEntry } from '@/lib/log/commitments'
import { OpeningsCheck, ToldReasons } from '@/lib/release-format/check-openings'
import type { ReasonRow } from '@/lib/release-format/lists'
import {
  entryBytes,
  isEnd,
  type OpenDecision,
  type OpeningLine,
  openings,
} from '@/lib/release-format/openings'
import type { BaseRow } from '@/lib/release-format/rows'
import { partCommitments, partSalt } from '@/lib/tlog/commitment'
import { decisionsOf } from '../support/release-decisions'

const ground = (action: 'remove' | 'redact', category: string, reason: string): BaseRow => ({
  ...{ file: 'a.jsonl', row: 0, id: 'a', digest: 'd' },
  outcome: { action, spans: [], labels: [], grounds: [{ category, reason }] },
})
const rows = [
  ground('remove', 'hate', 'hate.attack'),
  ground('redact', 'copyright', 'copyright.claim'),
  ground('remove', 'pii', 'pii.contact'),
]
const { log, text } = decisionsOf('forum', rows)
const release = { dataset: 'forum', profile: 'world', log }
const TOLD: Pick<ReasonRow, 'action' | 'reason'>[] = [
  { action: 'remove', reason: 'hate.attack' },
  { action: 'redact', reason: 'copyright.claim' },
  { action: 'remove', reason: 'withheld' },
  { action: 'remove', reason: 'unreadable' },
]

const read = (of: string): OpeningLine[] => {
  const reader = openings.reader()
  return [...reader.push(of), ...reader.end()]
}
const lines = read(text)

function check(of: readonly OpeningLine[], told = TOLD, about = release): number {
  const reasons = new ToldReasons()
  told.forEach((row, i) => reasons.add({ file: 'a.jsonl', row: i, ...row }))
  const found = new OpeningsCheck(about, reasons)
  for (const line of of) found.add(line)
  return found.decisions
}

const changed = (change: (decision: OpenDecision) => OpenDecision): OpeningLine[] => {
  const [first, ...rest] = lines
  if (!first || isEnd(first)) throw new Error('no decision')
  return [change(first), ...rest]
}

describe('openings of a release', () => {
  it('lead from the decisions whose reasons are told to the log, and hold no other', () => {
    expect(check(lines)).toBe(2)
    expect(text).not.toContain('pii')
  })

  it('say nothing else than what was logged', () => {
    const other = 'A'.repeat(43)
    for (const change of [
      (d) => ({ ...d, what: { ...d.what, action: 'restrict' } }),
      (d) => ({ ...d, what: { ...d.what, category: 'other' } }),
      (d) => ({ ...d, what: { ...d.what, scope: 'source' } }),
      (d) => ({ ...d, what: { ...d.what, label: '' } }),
      (d) => ({ ...d, salt: new Uint8Array(32) }),
      (d) => ({ ...d, closed: { ...d.closed, target: other } }),
      (d) => ({ ...d, closed: { ...d.closed, supersedes: other } }),
      (d) => ({ ...d, policy: 'ab'.repeat(32) }),
      (d) => ({ ...d, at: '2026-11-19T10:00:00Z' }),
      (d) => ({ ...d, id: d.id.replace('8000', '9000') }),
    ] satisfies ((d: OpenDecision) => OpenDecision)[])
      expect(() => check(changed(change)), String(change)).toThrow(/openings\.jsonl.*not in the log/)
    expect(() => check(lines, TOLD, { ...release, dataset: 'another' })).toThrow('not in the log')
    expect(() => check(lines, TOLD, { ...release, log: { ...log, root: '0'.repeat(64) } })).toThrow(
      'not in the log',
    )
    expect(() => check(changed((d) => ({ ...d, index: 1 })))).toThrow(/openings\.jsonl:1/)
  })

  it('give every reason and action that a row has, and none that no row has', () => {
    const more = (row: Pick<ReasonRow, 'action' | 'reason'>) => () => check(lines, [...TOLD, row])
    expect(more({ action: 'remove', reason: 'other.spam' })).toThrow(
      'no logged decision gives the reason other.spam',
    )
    expect(more({ action: 'remove', reason: 'copyright.claim hate.attack' })).not.toThrow()
    expect(more({ action: 'remove', reason: 'copyright.claim' })).toThrow('says remove')
    expect(() => check(lines, TOLD.slice(1))).toThrow('hate.attack, which no row has')
  })

  it('are none of a reason that must not be told, of a kept item, or for another territory', () => {
    const withWhat = (what: Partial<OpenDecision['what']>) => () =>
      check(
        changed((d) => ({ ...d, what: { ...d.what, ...what } })),
        TOLD,
        { ...release, profile: 'us' },
      )
    expect(withWhat({ category: 'pii' })).toThrow('jsonl:1: its reason must not be told')
    expect(withWhat({ action: 'keep' })).toThrow('jsonl:1: it changes nothing')
    expect(withWhat({ territories: ['eu'] })).toThrow('jsonl:1: it does not hold in this profile')
    expect(withWhat({ territories: ['eu', 'us'] })).toThrow('not in the log')
  })

  it('are read in one form, in the order of the log, and to their last line', () => {
    const [first = '', second = '', last = ''] = text.split('\n')
    for (const wrong of [
      `${first}\n${second}\n`,
      `${second}\n${first}\n${last}\n`,
      `${first}\n${first}\n${last}\n`,
      `${text}${last}\n`,
      `${first} \n${second}\n${last}\n`,
      `${first.replace('"at"', '"att"')}\n${second}\n${last}\n`,
      text.replace('"scope":"content"', '"scope":"row"'),
      text.replace('"scope":"content"', '"scope":"content","target":"x"'),
      text.slice(0, -1),
      '',
    ])
      expect(() => read(wrong)).toThrow('data/openings.jsonl')
  })
})

describe('a decision opened in parts', () => {
  const value = {
    ...{ scope: 'content' as const, target: { digest: 'cd'.repeat(32) }, supersedes: null },
    ...{ action: 'redact' as const, category: 'hate', reason: 'hate.attack' },
    spans: [{ field: 'text', start: 3, end: 9 }],
    territories: ['eu'],
  }
  const salt = new Uint8Array(32).fill(9)
  const c = commitmentOf({ field: 'decision', value, salt })

  it('is the entry that was committed to as a whole, and the open part holds no digest and no span', () => {
    const parts = decisionParts(value)
    const { target = '', supersedes = '' } = partCommitments({ field: 'decision', parts, salt })
    const opened = {
      ...{ index: 0, hashes: [], at: '2026-11-19T09:00:00Z', policy: 'ab'.repeat(32) },
      id: '00000000-0000-4000-8000-000000000000',
      ...{ what: parts.what, salt: partSalt(salt, 'decision', 'what'), closed: { target, supersedes } },
    }
    expect(new TextDecoder().decode(entryBytes('forum', opened))).toContain(`"c":"${c}"`)
    const line = openings.line(opened)
    for (const secret of ['cdcd', 'start', '"text"', 'digest']) expect(line).not.toContain(secret)
  })

  it('opens as a whole for who holds the one salt, and for no other value', () => {
    const opening = { field: 'decision', value, salt }
    expect(opensEntry({ t: 'decision', c }, opening)).toBe(true)
    expect(opensEntry({ t: 'takedown', c }, opening)).toBe(false)
    for (const other of [
      { ...value, spans: [] },
      { ...value, supersedes: '00000000-0000-4000-8000-000000000000' },
      { ...value, territories: ['us'] },
      { action: 'redact' },
    ])
      expect(opensEntry({ t: 'decision', c }, { ...opening, value: other })).toBe(false)
  })

  it('has a salt of its own in each part, which tells nothing of the others', () => {
    const salts = ['what', 'target', 'supersedes'].map((part) => partSalt(salt, 'decision', part).join())
    expect(new Set([...salts, salt.join()]).size).toBe(4)
  })
})
