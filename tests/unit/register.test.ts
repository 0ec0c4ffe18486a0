import { describe, expect, it, test } from 'vitest'
import { lumenNotice } from '@/lib/exports/lumen-notice'
import { registerFeed } from '@/lib/register/feed'
import { notSearchedBy, registerFilter } from '@/lib/register/filter'
import { hostsOf } from '@/lib/register/hosts'
import { noticeSchema } from '@/lib/register/notice'
import { personalDataIn, repeats } from '@/lib/register/personal-data'
import type { PublicEntry } from '@/lib/register/queries'
import type { Target } from '@/lib/takedowns/parse-targets'

const url = (value: string): Target => ({ kind: 'url', value })
const never = { suspect: () => false }

describe('a search of the register', () => {
  it.each([
    ['https://User@WWW.Example.org:8443/a/path?q=1', 'www.example.org'],
    ['www.example.org/', 'www.example.org'],
    [' Bücher.example. ', 'xn--bcher-kva.example'],
  ])('takes the host out of what was pasted: %s', (given, host) => {
    expect(registerFilter.parse({ host: given }).host).toBe(host)
  })

  it('names what it does not search by, though it was given', () => {
    const by = (given: Record<string, unknown>) => notSearchedBy(given, registerFilter.parse(given))
    expect(by({ kind: 'licence', host: 'example.org', period: '2026-11', outcome: '', dataset: '' })).toEqual(
      [],
    )
    expect(by({ kind: 'nonsense', host: '10.0.0.1', period: 'May', dataset: ['a', 'b'] })).toEqual([
      ...['kind', 'dataset', 'host', 'period'],
    ])
    expect(by({ outcome: 'rescinded', host: 'example.org' }), 'all that was rescinded').toEqual(['host'])
  })
})

describe('the hosts of a notice', () => {
  it('are names of the DNS, each once with how many targets, most first', () => {
    const targets = [
      url('https://user:secret@WWW.Example.org:8443/a/path?q=1#f'),
      url('http://www.example.org./b'),
      url('https://bücher.example/x'),
      { kind: 'domain', value: 'other.example' } as const,
      { kind: 'prefix', value: 'https://other.example/p/' } as const,
    ]
    expect(hostsOf(targets, never)).toEqual([
      { host: 'other.example', targets: 2 },
      { host: 'www.example.org', targets: 2 },
      { host: 'xn--bcher-kva.example', targets: 1 },
    ])
  })

  it.each([
    'http://10.0.0.1/',
    'http://[2001:db8::1]/',
    'http://0x7f.1/',
    'http://localhost/',
    'mailto:a@b.example',
  ])('leave out what is no name: %s', (address) => {
    expect(hostsOf([url(address)], never)).toEqual([])
  })

  it('leave out what looks like personal data, what staff leave out, and what is no place on the web', () => {
    const targets: Target[] = [
      ...[url('https://a.example/'), url('https://b.example/')],
      ...[
        { kind: 'quote', value: 'https://c.example/' } as const,
        { kind: 'author', value: 'd.example' } as const,
      ],
    ]
    expect(hostsOf(targets, { suspect: (host) => host === 'a.example', leaveOut: ['b.example'] })).toEqual([])
  })
})

describe('a sentence by staff', () => {
  const said = {
    names: ['Ada B. Lovelace-King'],
    words: ['I wrote this in the summer of 1843 at home', 'Analytical Engines', 'averylonghandle', 'self'],
  }

  it.each([
    ['lovelace wrote to us', true],
    ['ADA asked', true],
    ['It was written in the Summer of 1843, they say', true],
    ['The analytical engines are theirs', true],
    ['About averylonghandle', true],
    ['They wrote it themselves in summer', false],
    ['Their adaptation was removed', false],
    ['It is the same work by itself', false],
  ])('%s: repeats what was told in confidence: %s', (text, does) => {
    expect(repeats(text, said)).toBe(does)
  })

  test('is read for personal data by our own detectors', () => {
    expect(personalDataIn('The claim was complete.')).toEqual([])
    expect(personalDataIn('Write to ada@people.example')).not.toEqual([])
    expect(personalDataIn('x'.repeat(2 ** 20 + 1))).toContain('unread')
  })
})

const NOTICE = {
  v: 1,
  kind: 'copyright',
  law: 'usc_17_512_c',
  dataset: 'a-set',
  received: '2026-01-01',
  decided: '2026-01-03',
  due: null,
  outcome: 'granted',
  targets: 2,
  hosts: [{ host: 'www.example.org', targets: 2 }],
  items: { remove: 2 },
  reasons: ['copyright.claim'],
  contested: 0,
  summary: null,
} as const

test('a notice has these fields and no other, and no value that could hold words', () => {
  expect(noticeSchema.safeParse(NOTICE).success).toBe(true)
  for (const wrong of [
    { ...NOTICE, name: 'Ada' },
    { ...NOTICE, kind: 'privacy' },
    { ...NOTICE, reasons: ['Two words'] },
    { ...NOTICE, received: '2026-01-01T10:00:00Z' },
    { ...NOTICE, hosts: [{ host: 'www.example.org/path', targets: 1 }] },
    { ...NOTICE, hosts: [{ host: '10.0.0.1', targets: 1 }] },
    { ...NOTICE, items: { shred: 1 } },
  ])
    expect(noticeSchema.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false)
})

test('the feed escapes all that it is given', () => {
  const entry: PublicEntry = {
    ...{ id: '0190f5e2-7c1b-4b6a-9d0e-3b8a2f1c4d55', url: 'https://x.example/?a=1&b="2"' },
    ...{ published: '2026-01-20', standing: 'stands', rescinded: null, now: null },
    notice: noticeSchema.parse({ ...NOTICE, summary: '<script>&"' }),
  }
  const feed = registerFeed([entry], { self: 'https://x.example/a', page: 'https://x.example/b' })
  expect(feed).toContain('href="https://x.example/?a=1&amp;b=&quot;2&quot;"')
  expect(feed).toContain('&lt;script&gt;&amp;&quot;')
  expect(feed).not.toContain('<script>')
  expect(feed).toContain('<updated>2026-01-20T00:00:00Z</updated>')
})

test('what is handed to Lumen says the outcome that holds', () => {
  const place = {
    url: 'https://x.example',
    host: 'x.example',
    dataset: { name: 'Set', url: 'https://x.example/d' },
  }
  const entry: PublicEntry = {
    ...{ id: '0190f5e2-7c1b-4b6a-9d0e-3b8a2f1c4d55', url: 'https://x.example/r', published: '2026-01-20' },
    ...{ standing: 'stands', rescinded: null, now: null },
    notice: noticeSchema.parse({ ...NOTICE, kind: 'copyright', outcome: 'granted' }),
  }
  expect(lumenNotice(entry, place)?.action_taken).toBe('Yes')
  const now = { outcome: 'declined' as const, items: { keep: 1 }, since: '2026-02-01' }
  expect(lumenNotice({ ...entry, now }, place)).toMatchObject({
    ...{ action_taken: 'No', tag_list: ['dataset', 'declined'] },
  })
})
