import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { ENTRY_TYPES, type Entry, entrySchema, parseEntry } from '@/lib/log/entries'
import { committedValues, namesActor, privateParts } from '@/lib/log/private-parts'
import { utf8 } from '@/lib/tlog/bytes'
import { canonicalBytes } from '@/lib/tlog/canonical-json'

const digest = 'ab'.repeat(32)
const id = '7b0c9d0e-5f0a-4c57-9a3e-2f1d6c8b4a90'
const envelope = { v: 1, id, at: '2026-11-20T09:00:00Z', c: 'A'.repeat(43) }
const examples: Entry[] = [
  { ...envelope, v: 1, t: 'decision', dataset: 'tea', policy: digest },
  { ...envelope, v: 1, t: 'takedown', dataset: 'tea', event: 'outcome' },
  { ...envelope, v: 1, t: 'suppression', dataset: 'tea' },
  { ...envelope, v: 1, t: 'policy', dataset: null, policy: digest, number: 2 },
  { ...envelope, v: 1, t: 'role', dataset: 'tea' },
  { ...envelope, v: 1, t: 'revision', dataset: 'tea', number: 1, files: digest, rows: { good: 10, bad: 1 } },
  {
    ...envelope,
    v: 1,
    t: 'release',
    dataset: 'tea',
    profile: 'world',
    version: '1.0.0',
    disclosure: 'rows',
    files: digest,
    release: digest,
    manifest: digest,
    log_size: 7,
    rows: { in: 10, untouched: 7, redacted: 1, removed: 1, restricted: 1 },
  },
  {
    ...envelope,
    v: 1,
    t: 'release_notice',
    dataset: 'tea',
    profile: 'world',
    version: '1.0.0',
    release: digest,
    notice: 'withdrawn',
  },
  { ...envelope, v: 1, t: 'profile', dataset: 'tea', profile: 'eu', change: 'added' },
  { ...envelope, v: 1, t: 'erasure', of: id },
  { ...envelope, v: 1, t: 'audit_draw', dataset: null, k: 20, from: 0, to: 900, witness: digest },
  { ...envelope, v: 1, t: 'audit_seed', of: id, size: 905, seed: digest },
  { ...envelope, v: 1, t: 'sealed', at: '2026-11-20T00:00:00Z' },
]

type Leaf = { path: string; schema: z.core.$ZodType }

/** Every place of an entry where a value can stand. An unknown kind of schema fails the test, it is not passed over. */
function leavesOf(schema: z.core.$ZodType, path: string): Leaf[] {
  const { def } = schema._zod as z.core.$ZodTypes['_zod']
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([key, part]) => leavesOf(part, `${path}.${key}`))
    case 'union':
      return def.options.flatMap((part) => leavesOf(part, path))
    case 'nullable':
    case 'optional':
      return leavesOf(def.innerType, path)
    default:
      return [{ path, schema }]
  }
}

const PERSONAL = [
  'jo@example.org',
  'Jo Meyer',
  '+44 20 7946 0000',
  'free text, with spaces',
  'https://example.org/jo',
  'Ünïcode',
  'two\nlines',
  '',
]

describe('the public entries', () => {
  const leaves = entrySchema.options.flatMap((option) => leavesOf(option, option.shape.t.value))

  it('have an example here for each type', () => {
    expect(examples.map(({ t }) => t).sort()).toEqual([...ENTRY_TYPES].sort())
    for (const entry of examples) expect(parseEntry(canonicalBytes(entry))).toEqual(entry)
  })

  it('have no place for a free text, a contact or a link', () => {
    expect(leaves.length).toBeGreaterThan(ENTRY_TYPES.length * 5)
    for (const { path, schema } of leaves) {
      const { def } = schema._zod as z.core.$ZodTypes['_zod']
      expect(['string', 'number', 'literal', 'enum'], path).toContain(def.type)
      for (const text of PERSONAL) {
        const { success } = (schema as z.ZodType).safeParse(text)
        expect(success, `${path} takes ${JSON.stringify(text)}`).toBe(false)
      }
    }
  })

  it('have no field with the name of something personal', () => {
    for (const { path } of leaves) {
      expect(path.split('.').at(-1)).not.toMatch(
        /mail|name|phone|contact|note|text|reason|actor|person|reviewer|requester|user|row$|item|url|address|comment/,
      )
    }
  })

  it('have no number but counts and sizes of the log: nothing that tells rows apart', () => {
    const numbers = leaves.filter(
      ({ schema }) => (schema._zod as z.core.$ZodTypes['_zod']).def.type === 'number',
    )
    expect([...new Set(numbers.map(({ path }) => path.split('.').at(-1)))].sort()).toEqual(
      [
        ...['bad', 'good', 'in', 'number', 'redacted', 'removed', 'restricted', 'untouched'],
        ...['from', 'k', 'log_size', 'size', 'to'],
      ].sort(),
    )
  })

  it.each(examples)('refuse an unknown field, and anything in the place of a known one: $t', (entry) => {
    expect(entrySchema.safeParse({ ...entry, note: 'x' }).success).toBe(false)
    expect(entrySchema.safeParse({ ...entry, v: 2 }).success).toBe(false)
    for (const key of Object.keys(entry)) {
      expect(entrySchema.safeParse({ ...entry, [key]: 'jo@example.org' }).success, key).toBe(false)
      expect(entrySchema.safeParse({ ...entry, [key]: undefined }).success, key).toBe(false)
    }
  })

  it('round the time: to the hour, of sealed entries to the day', () => {
    const [decision, sealed] = [examples[0], examples.at(-1)]
    expect(entrySchema.safeParse({ ...decision, at: '2026-11-20T09:30:00Z' }).success).toBe(false)
    expect(entrySchema.safeParse({ ...sealed, at: '2026-11-20T09:00:00Z' }).success).toBe(false)
  })

  it('take random ids only: a time-ordered one would tell the minute', () => {
    const [decision] = examples
    expect(entrySchema.safeParse({ ...decision, id: '01934a5c-7b1e-7f3a-9c4d-2e5f6a7b8c9d' }).success).toBe(
      false,
    )
  })

  it('are read from their canonical bytes only', () => {
    const [decision] = examples
    const text = JSON.stringify(decision)
    expect(() => parseEntry(utf8(text))).toThrow('canonical')
    expect(parseEntry(canonicalBytes(decision))).toEqual(decision)
  })
})

describe('the committed values', () => {
  it('exist for each type but the sealed one, and name the actor unless their opening is published', () => {
    expect([...Object.keys(privateParts), 'sealed'].sort()).toEqual([...ENTRY_TYPES].sort())
    for (const type of ['decision', 'release'] as const) {
      expect(namesActor(type)).toBe(false)
      expect(committedValues[type]).toBe(privateParts[type])
    }
    for (const type of [
      'takedown',
      'suppression',
      'policy',
      'role',
      'revision',
      'release_notice',
      'profile',
      'erasure',
      'audit_draw',
      'audit_seed',
    ] as const) {
      expect(namesActor(type)).toBe(true)
      expect(Object.keys(committedValues[type].shape)).toContain('actor')
    }
  })
})
