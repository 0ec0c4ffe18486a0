import { describe, expect, it } from 'vitest'
import { answers, distinctFindings, foldFlags } from '@/lib/review/findings'
import { formatCursor, parseCursor, parseFilters, parseQueue, queueOf } from '@/lib/review/filters'
import { decideInput } from '@/lib/review/input'
import { spanError } from '@/lib/review/passage-errors'
import { covers, formatSpan, mergeSpans, parseSpan, type Span } from '@/lib/review/spans'
import { occurrencesOf } from '@/lib/review/item-fields'
import { leadAgain, newlyMissing, tally, type Vote } from '@/lib/review/votes'

const span = (start: number, end: number, field = 'text') => ({ field, start, end })

describe('spans', () => {
  it('are merged where they overlap or touch, per field, whatever their order', () => {
    expect(mergeSpans([span(5, 9), span(0, 5), span(20, 21), span(8, 12), span(0, 2, 'a')])).toEqual([
      span(0, 2, 'a'),
      span(0, 12),
      span(20, 21),
    ])
  })

  it('cover exactly the characters they covered before', () => {
    for (let seed = 1; seed < 200; seed++) {
      const spans = Array.from({ length: 6 }, (_, n) =>
        span((seed * (n + 3) * 7) % 40, ((seed * (n + 3) * 7) % 40) + 1 + ((seed * n) % 9)),
      )
      const characters = new Set(
        spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, n) => start + n)),
      )
      const merged = mergeSpans(spans)
      expect(merged.reduce((total, { start, end }) => total + end - start, 0)).toBe(characters.size)
      expect(spans.every((inner) => covers(merged, inner))).toBe(true)
    }
  })

  it.each([
    [span(2, 2), /cannot be empty/],
    [span(3, 2), /cannot be empty/],
    [span(-1, 2), /outside/],
    [span(0, 6), /outside “text”, which has 5/],
    [span(0.5, 2), /whole numbers/],
    [span(0, 2, 'title'), /no field “title”/],
  ])('%o is refused', (given, message) => {
    expect(spanError(given, new Map([['text', 5]]))).toMatch(message)
  })

  it('may be the whole field', () => {
    expect(spanError(span(0, 5), new Map([['text', 5]]))).toBeUndefined()
  })

  it('are read back from the form they are written in, colons in the field name included', () => {
    const odd = span(3, 14, 'meta:caption:en')
    expect(parseSpan(formatSpan(odd))).toEqual(odd)
    for (const text of ['text:1', 'text:-1:3', ':1:2', 'text:1:2:', 'text:1e3:9'])
      expect(parseSpan(text)).toBeUndefined()
  })
})

describe('typed passages', () => {
  it('are found at every place, in code points, also after characters of two code units', () => {
    expect(occurrencesOf({ title: 'x', text: '😀ab😀ab' }, 'ab')).toEqual([span(1, 3), span(4, 6)])
  })

  it('are not found where they overlap themselves, and not at all when they stand nearly everywhere', () => {
    expect(occurrencesOf({ text: 'aaaa' }, 'aa')).toEqual([span(0, 2), span(2, 4)])
    expect(occurrencesOf({ text: 'a'.repeat(5000) }, 'a')).toBeNull()
  })
})

describe('what a decision answers', () => {
  const email = { type: 'email', spans: [span(0, 9)] }
  const seen = [email]

  it.each([
    ['keep', email, true],
    ['keep', { type: 'email', spans: [span(0, 8)] }, false],
    ['keep', { type: 'phone', spans: [span(0, 9)] }, false],
    ['label', email, true],
    ['label', { type: 'phone', spans: [] }, false],
    ['redact', { type: 'name', spans: [span(2, 5)] }, true],
    ['redact', { type: 'name', spans: [span(2, 15)] }, false],
    ['redact', { type: 'report', spans: [] }, false],
    ['remove', { type: 'anything', spans: [] }, true],
    ['restrict', { type: 'anything', spans: [] }, true],
  ] as const)('%s, %o: %s', (action, finding, answered) => {
    const spans = action === 'redact' ? [span(0, 9)] : []
    expect(answers({ action, spans, seen }, { type: finding.type, spans: [...finding.spans] })).toBe(answered)
  })

  it('does not depend on which detector found it, or in how many pieces', () => {
    expect(
      distinctFindings([
        { type: 'a', spans: [span(0, 2), span(2, 4)] },
        { type: 'a', spans: [span(0, 4)] },
      ]),
    ).toEqual([{ type: 'a', spans: [span(0, 4)] }])
  })
})

it('collects flags into cases in the order in which rows are locked', () => {
  const flag = {
    restricted: false,
    source: 'detector' as const,
    detector: 'd',
    type: 't',
    score: 0.5,
    severity: 1,
    weight: 1,
    spans: [],
    language: 'en',
  }
  const cases = foldFlags([
    { ...flag, digest: 'bb', category: 'pii' },
    { ...flag, digest: 'aa', category: 'pii', severity: 3 },
    { ...flag, digest: 'aa', category: 'hate' },
    { ...flag, digest: 'aa', category: 'pii', score: 0.9, detector: 'c' },
    { ...flag, digest: 'bb', category: 'pii', source: 'takedown', detector: 'request 7' },
  ])
  expect(cases.map(({ digest, category, flagCount }) => [digest, category, flagCount])).toEqual([
    ['aa', 'hate', 1],
    ['aa', 'pii', 2],
    ['bb', 'pii', 2],
  ])
  expect(cases[1]).toMatchObject({ severity: 3, score: 0.9, detectors: ['c', 'd'] })
  // A request is a flag, but not a detector to filter by.
  expect(cases[2]?.detectors).toEqual(['d'])
})

describe('the tally of votes', () => {
  type Cast = Partial<Vote> & { spans?: Span[] }
  const vote = (id: string, action: Vote['action'], more: Cast = {}): Vote => ({
    id,
    action,
    reasonCode: 'r',
    spans: [span(0, 1)],
    counts: true,
    byLead: false,
    ...more,
  })
  const two = { quorum: 2, slots: 2, leadNeeded: false }
  const twoOfThree = { ...two, slots: 3 }

  it('waits, splits, and agrees when a quorum wants the same', () => {
    expect(tally([vote('1', 'keep')], two, [])).toEqual({ state: 'waiting', votes: 1 })
    expect(tally([vote('1', 'keep'), vote('2', 'redact')], two, [])).toEqual({ state: 'split', votes: 2 })
    expect(tally([vote('1', 'keep'), vote('2', 'redact')], twoOfThree, [])).toEqual({
      state: 'waiting',
      votes: 2,
    })
    const third = [
      vote('1', 'keep'),
      vote('2', 'redact', { reasonCode: 'a' }),
      vote('3', 'redact', { reasonCode: 'b', spans: [span(4, 5)] }),
    ]
    expect(tally(third, twoOfThree, [])).toEqual({
      state: 'agreed',
      action: 'redact',
      reasonCode: 'a',
      spans: [span(0, 1), span(4, 5)],
      judged: [],
      reviewIds: ['2', '3'],
      seen: [],
    })
  })

  it('takes the reason that most of the agreeing give', () => {
    const votes = ['a', 'b', 'b'].map((reasonCode, i) => vote(String(i), 'keep', { reasonCode }))
    expect(tally(votes, { quorum: 3, slots: 3, leadNeeded: false }, [])).toMatchObject({ reasonCode: 'b' })
  })

  it('is not filled by votes that do not count', () => {
    const votes = [vote('1', 'keep', { counts: false }), vote('2', 'keep')]
    expect(tally(votes, twoOfThree, [])).toEqual({ state: 'waiting', votes: 2 })
    expect(tally([...votes, vote('3', 'keep')], { ...two, slots: 3 }, [])).toMatchObject({
      reviewIds: ['2', '3'],
    })
  })

  it('asks for a lead among the agreeing where one is needed', () => {
    const rule = { ...two, leadNeeded: true }
    expect(tally([vote('1', 'keep'), vote('2', 'keep')], rule, [])).toEqual({ state: 'split', votes: 2 })
    expect(tally([vote('1', 'keep'), vote('2', 'keep', { byLead: true })], rule, [])).toMatchObject({
      state: 'agreed',
    })
    expect(tally([vote('1', 'keep'), vote('2', 'redact', { byLead: true })], rule, [])).toMatchObject({
      state: 'split',
    })
  })

  describe('of which some missed what is found now', () => {
    const email = { type: 'email', spans: [span(0, 1)] }
    const passport = { type: 'passport', spans: [span(4, 8)] }
    const before = { seen: [email] }
    const now = [email, passport]

    it('is not filled by those that say nothing of it, and says what everybody saw whose votes it is', () => {
      for (const action of ['keep', 'label', 'redact'] as const) {
        const votes = [vote('1', action, before), vote('2', action, { seen: now })]
        expect(tally(votes, twoOfThree, now), action).toEqual({ state: 'waiting', votes: 2 })
        expect(tally([...votes, vote('3', action, { seen: now })], twoOfThree, now)).toMatchObject({
          reviewIds: ['2', '3'],
          seen: now,
        })
      }
    })

    it('is filled by those that speak for the whole item, or mask it, and claims for them no more than they saw', () => {
      for (const action of ['remove', 'restrict'] as const)
        expect(tally([vote('1', action, before), vote('2', action, { seen: now })], two, now)).toMatchObject({
          action,
          reviewIds: ['1', '2'],
          seen: [email],
        })
      const wide = vote('1', 'redact', { ...before, spans: [span(0, 9)] })
      expect(tally([wide, vote('2', 'redact', { seen: now })], two, now)).toMatchObject({
        reviewIds: ['1', '2'],
        seen: [email],
        spans: [span(0, 9)],
      })
    })

    it('lets nobody be outvoted in the slots that were added, and a majority decide where the rule lets one', () => {
      const removal = vote('1', 'remove', before)
      const keeps = ['2', '3'].map((id) => vote(id, 'keep', { seen: now }))
      expect(tally([removal, ...keeps.slice(1)], twoOfThree, now)).toMatchObject({ state: 'waiting' })
      expect(tally([removal, ...keeps], twoOfThree, now)).toEqual({ state: 'split', votes: 3 })
      const uncounted = vote('0', 'keep', { counts: false })
      expect(tally([uncounted, removal, ...keeps], { ...two, slots: 4 }, now)).toMatchObject({
        state: 'split',
      })
      // Two of three, and one more for the first.
      expect(tally([removal, ...keeps], { ...two, slots: 4 }, now)).toMatchObject({
        reviewIds: ['2', '3'],
        seen: now,
      })
      // What the first says nothing of, it is not against.
      expect(tally([vote('1', 'label', before), ...keeps], twoOfThree, now)).toMatchObject({ action: 'keep' })
      expect(tally([uncounted, ...keeps], twoOfThree, now)).toMatchObject({ action: 'keep' })
    })

    it('asks for a lead again where one is needed and none has seen it all', () => {
      const lead = { leadNeeded: true }
      const first = vote('1', 'keep', { ...before, byLead: true })
      const second = vote('2', 'keep', { seen: now })
      const another = vote('3', 'keep', { seen: now, byLead: true })
      expect(leadAgain(lead, [first, second], [first], now)).toBe(true)
      expect(leadAgain({ leadNeeded: false }, [first, second], [first], now)).toBe(false)
      expect(leadAgain(lead, [first, another], [first], now)).toBe(false)
      expect(leadAgain(lead, [{ ...first, byLead: false }, second], [first, second].slice(1), now)).toBe(
        false,
      )
      const uncounted = { ...another, counts: false }
      expect(leadAgain(lead, [second, uncounted], [uncounted], now)).toBe(true)
      expect(leadAgain(lead, [second, another, uncounted], [uncounted], now)).toBe(false)
    })

    it('asks for none where something is no longer found', () => {
      const votes = [vote('1', 'keep', { seen: now }), vote('2', 'keep', before), vote('3', 'keep', before)]
      expect(newlyMissing(votes, [email])).toEqual([])
      expect(tally(votes.slice(0, 2), two, [email])).toMatchObject({ state: 'agreed' })
      const later = [email, { type: 'phone', spans: [] }]
      expect(newlyMissing(votes, later).map(({ id }) => id)).toEqual(['1', '2', '3'])
    })

    it('takes votes from before that was kept for having seen it all', () => {
      expect(
        tally([vote('1', 'keep', { seen: null }), vote('2', 'keep', { seen: now })], two, now),
      ).toMatchObject({
        reviewIds: ['1', '2'],
        seen: now,
      })
    })

    it('asks for one more for each, once, and not for one that another was asked for before', () => {
      const first = vote('1', 'remove', before)
      const votes = [
        first,
        vote('2', 'keep', { ...before, counts: false }),
        vote('3', 'keep', { seen: null }),
      ]
      expect(newlyMissing(votes, [email])).toEqual([])
      expect(newlyMissing(votes, now)).toEqual([first])
      const second = vote('4', 'keep', { seen: now })
      expect(newlyMissing([...votes, second], now)).toEqual([])
      const later = [...now, { type: 'phone', spans: [] }]
      expect(newlyMissing([...votes, second], later)).toEqual([second])
    })
  })
})

describe('filters', () => {
  it('survive the way through a link', () => {
    const chosen = parseFilters({
      dataset: 'harbour',
      category: 'pii',
      severity: '3',
      sort: 'opened',
      status: 'all',
      detector: 'a&b=c',
    })
    expect(parseQueue(queueOf(chosen))).toEqual(chosen)
    expect(queueOf(parseFilters({}))).toBe('')
  })

  it('leave out what they do not understand', () => {
    expect(
      parseFilters({ severity: '9', status: 'lost', sort: 'magic', category: ['pii', 'hate'] }),
    ).toMatchObject({ severity: undefined, status: 'open', sort: '-priority', category: 'pii' })
  })

  it('carry a place in the table', () => {
    const place = {
      edge: 'after' as const,
      value: '2026-11-21 03:00:00.123456+00',
      id: '7b1f8a52-6a3e-4d0e-9f43-5a2b1c0d9e8f',
    }
    expect(parseCursor({ after: formatCursor(place) }, 'opened')).toEqual(place)
  })

  it.each([
    [`1'; drop table~7b1f8a52-6a3e-4d0e-9f43-5a2b1c0d9e8f`, '-priority'],
    ['12~x', '-priority'],
    ['99999999999~7b1f8a52-6a3e-4d0e-9f43-5a2b1c0d9e8f', 'severity'],
    ['12~7b1f8a52-6a3e-4d0e-9f43-5a2b1c0d9e8f', 'opened'],
  ] as const)('begin at the top when the place %j means nothing in the order %s', (after, sort) => {
    expect(parseCursor({ after }, sort)).toBeUndefined()
  })

  it('never carry a character that the database has no place for', () => {
    expect(parseFilters({ category: 'pii\0', type: '\0' })).toMatchObject({
      category: undefined,
      type: undefined,
    })
  })
})

it('reads the lists of a form: spans, and typed passages without the empty ones', () => {
  const id = '7b1f8a52-6a3e-4d0e-9f43-5a2b1c0d9e8f'
  const form = {
    datasetId: id,
    caseId: id,
    policyVersionId: id,
    round: '1',
    findings: 'x',
    action: 'redact',
    reasonCode: 'pii.contact',
    spans: ['text:1:4\npassage:abcdefghijklmnop'],
    passages: ['', ' 030 ', '  '],
    label: '',
    handlingMs: 'soon',
  }
  expect(decideInput.parse(form)).toMatchObject({
    round: 1,
    spans: [span(1, 4), { name: 'abcdefghijklmnop' }],
    passages: [' 030 '],
    label: undefined,
    handlingMs: undefined,
    queue: '',
  })
  const refused = decideInput.safeParse({ ...form, action: '', reasonCode: '', spans: ['text'] })
  expect(refused.error?.issues.map((issue) => issue.message)).toEqual([
    'Choose what happens to the item.',
    'Choose a reason.',
    '“text” is not a passage: write field:start:end.',
  ])
})
