import { describe, expect, it } from 'vitest'
import { agreedOn, formatJudged, parseJudged } from '@/lib/review/judged'
import {
  beginEditing,
  type Edit,
  edited,
  resumeEditing,
  sentJudged,
  sentSpans,
  stepped,
} from '@/lib/review/passages'
import { waysFor } from '@/lib/review/viewing'
import { TextIndex } from '@/lib/text/positions'

const flagId = '0b8f3c1e-4a59-4f0e-9d5f-6f1f2a3b4c5d'
const found = [
  { flagId, category: 'pii', type: 'email', source: 'email 1', own: true, field: 'text', at: [20, 30, 4, 9] },
  {
    flagId: flagId.replace('0b', '1c'),
    category: 'hate',
    type: 'slur',
    source: 'hate 1',
    own: false,
    field: 'text',
    at: [6, 8],
  },
]
const begun = beginEditing(found)
const after = (...edits: Edit[]) => edits.reduce(edited, begun)

describe('passages while they are edited', () => {
  it('stand in the order of the text, those of the case accepted', () => {
    expect(begun.passages.map(({ id, start, state }) => [id, start, state])).toEqual([
      [1, 4, 'accepted'],
      [2, 6, 'left'],
      [0, 20, 'accepted'],
    ])
    expect(sentSpans(begun.passages)).toBe('text:4:9\ntext:20:30')
    expect(sentJudged(begun.passages), 'who says nothing has judged nothing').toBe('')
  })

  it('are rejected, moved, added and named, and say so', () => {
    const { passages } = after(
      { do: 'judge', id: 0, as: 'rejected' },
      { do: 'place', id: 1, start: 3, end: 9 },
      { do: 'add', places: [{ field: 'text', start: 40, end: 44 }], type: 'name', category: 'pii' },
      { do: 'name', id: 3, type: 'address' },
    )
    expect(sentSpans(passages)).toBe('text:3:9\ntext:40:44')
    expect(sentJudged(passages).split('\n')).toEqual([
      `moved:${flagId}:3-9:text:4:9`,
      `wrong:${flagId}:text:20:30`,
      'added:address:text:40:44',
    ])
  })

  it('are as they were left for who comes back to them, and begin anew where something else is found now', () => {
    const editing = after({ do: 'judge', id: 0, as: 'rejected' }, { do: 'place', id: 1, start: 3, end: 9 })
    const again = structuredClone(found)
    expect(resumeEditing(again, { found, editing })).toBe(editing)
    expect(resumeEditing(again.slice(1), { found, editing })).toEqual(beginEditing(found.slice(1)))
    expect(resumeEditing(again, null)).toEqual(begun)
  })

  it('are sent by name where their places are not known', () => {
    const names = ['abcdefghijklmnop', 'q-_rstuvwxyz0123']
    const group = { flagId, category: 'pii', type: 'email', source: 'email 1', own: true, field: 'text' }
    const { passages } = edited(beginEditing([{ ...group, at: [4, 12, 4, 12], names }]), {
      do: 'judge',
      id: 1,
      as: 'rejected',
    })
    expect(sentSpans(passages)).toBe('passage:abcdefghijklmnop')
    expect(sentJudged(passages)).toBe('wrong:q-_rstuvwxyz0123')
  })

  it('keep what was said of them when the text is uncovered, and can still be taken back', () => {
    const group = { flagId, category: 'pii', type: 'email', source: 'email 1', own: true, field: 'text' }
    const names = ['abcdefghijklmnop', 'q-_rstuvwxyz0123']
    const covered = beginEditing([{ ...group, at: [0, 0, 0, 0], names }])
    const found = [{ ...group, at: [20, 30, 4, 9] }]
    const uncovered = edited(edited(covered, { do: 'judge', id: 0, as: 'left' }), { do: 'uncover', found })
    expect(sentSpans(uncovered.passages)).toBe('text:4:9')
    expect(sentSpans(edited(uncovered, { do: 'undo' }).passages)).toBe('text:4:9\ntext:20:30')
    expect(edited(uncovered, { do: 'uncover', found })).toBe(uncovered)

    const more = [{ ...group, at: [20, 30, 4, 9, 40, 44] }]
    expect(edited(covered, { do: 'uncover', found: more })).toEqual(beginEditing(more))
  })

  it('are judged all at once that one flag named, and every step is taken back', () => {
    const all = after({ do: 'judge', id: 0, as: 'rejected', all: true })
    expect(all.passages.map(({ state }) => state)).toEqual(['rejected', 'left', 'rejected'])
    expect(edited(all, { do: 'undo' }).passages).toEqual(begun.passages)
    expect(edited(begun, { do: 'undo' })).toBe(begun)
  })

  it('are added once, and taken out again', () => {
    const place = { field: 'text', start: 4, end: 9 }
    expect(after({ do: 'add', places: [place], type: 'name', category: 'pii' })).toBe(begun)
    const added = after({ do: 'add', places: [{ ...place, end: 8 }], type: 'name', category: 'pii' })
    expect(edited(added, { do: 'drop', id: 3 }).passages).toEqual(begun.passages)
  })
})

describe('an edge of a passage', () => {
  const index = new TextIndex('call דָּנָה or 👩‍👩‍👧‍👦 now')
  const points = (part: string) => {
    const start = index.toPoint(index.text.indexOf(part))
    return { start, end: start + [...part].length }
  }
  const step = (
    from: { start: number; end: number },
    ...rest: [edge: 'start' | 'end' | 'both', by: 1 | -1, unit: 'character' | 'word']
  ) => {
    const [edge, by, unit] = rest
    const to = stepped(index, from, { edge, by, unit })
    return to && index.slice(to.start, to.end)
  }

  it('moves over whole characters, whatever they are made of', () => {
    expect(step(points('or '), 'end', 1, 'character')).toBe('or 👩‍👩‍👧‍👦')
    expect(step(points('or 👩‍👩‍👧‍👦'), 'end', -1, 'character')).toBe('or ')
    expect(step(points('דָּנָה'), 'end', -1, 'character')).toBe('דָּנָ')
    expect(step(points('דָּנָה'), 'start', 1, 'character')).toBe('נָה')
  })

  it('moves by words without taking blanks along, and never makes the passage empty', () => {
    expect(step(points('call דָּנָה'), 'end', -1, 'word')).toBe('call')
    expect(step(points('call דָּנָה'), 'start', 1, 'word')).toBe('דָּנָה')
    expect(step(points('now'), 'end', 1, 'word')).toBeNull()
    expect(step(points('c'), 'end', -1, 'character')).toBeNull()
    expect(step(points('call'), 'both', 1, 'word')).toBe('דָּנָה')
    expect(step(points('דָּנָה'), 'both', -1, 'word')).toBe('call')
  })
})

describe('what is said of passages', () => {
  it('reads as it was written, also of a field whose name holds colons', () => {
    for (const line of [
      `wrong:${flagId}:a:b:1:2`,
      `moved:${flagId}:3-9:text:4:9`,
      'added:date-of-birth:text:1:5',
      'wrong:q-_rstuvwxyz0123',
    ]) {
      const parsed = parseJudged(line)
      expect(parsed && formatJudged(parsed)).toBe(line)
    }
    for (const line of [
      'wrong:me:text:1:2',
      `moved:${flagId}:3:text:4:9`,
      'added::text:1:2',
      'kept:x:text:1:2',
    ])
      expect(parseJudged(line)).toBeUndefined()
  })

  it('holds where all say it', () => {
    const wrong = { verdict: 'wrong', flagId, field: 'text', start: 1, end: 2 } as const
    const added = { verdict: 'added', type: 'name', field: 'text', start: 5, end: 9 } as const
    expect(agreedOn([[wrong, added], [added], [added]])).toEqual([added])
    expect(agreedOn([[wrong]])).toEqual([wrong])
    expect(agreedOn([])).toEqual([])
  })
})

describe('how an item is shown', () => {
  it('is what its reviewer chose for a category, else what the dataset sets, else what holds for all; of several categories each counts', () => {
    const viewing = {
      site: { hate: ['cover'], illegal: ['cover', 'small'], licence: ['grey'] },
      dataset: { hate: ['blur'], pii: ['grey'], licence: [] },
      own: { pii: [], copyright: ['small'] },
    } as const
    expect([...waysFor(['hate', 'pii'], viewing)]).toEqual(['blur'])
    expect([...waysFor(['copyright', 'hate'], viewing)]).toEqual(['small', 'blur'])
    expect([...waysFor(['illegal'], viewing)]).toEqual(['cover', 'small'])
    expect([...waysFor(['licence', 'other'], viewing)], 'a dataset can set nothing, too').toEqual([])
  })
})
