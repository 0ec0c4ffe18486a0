import { describe, expect, it } from 'vitest'
import { letterOf } from '@/lib/notices/letter'
import type { Notice, Span } from '@/lib/notices/notice'
import { parseNotice } from '@/lib/notices/parse-notice'
import * as letters from './letters'

/** Units of text that make careless patterns quadratic, each repeated to fill a letter. */
const UNITS = [
  ...['a', ' ', '\n', '*', '1', '[', '(', '"', '-', '. ', '\ud800', ':\n', '> * _ ', 'a b ', 'X ', '1 2-'],
  ...[
    'https://github.com/a/b ',
    `https://github.com/${'a'.repeat(40)}/\nbb/`,
    'https://',
    'http',
    'www.',
    'a.github.io/',
  ],
  ...['a@', 'a@b.', '[private] ', '[a](https://a.b/c]('],
  ...[
    'infringing ',
    'remove or ',
    'the ',
    'retract our my the ',
    'retract the ',
    'i swear, under penalty of perjury, ',
  ],
  ...[
    'am the owner, or authorized ',
    'accept the a b c d ',
    'notice is a b c ',
    'good faith ',
    'information ',
    'ziehe ',
  ],
  ...[
    'What files should be taken down? ',
    'What files should be taken down?\n',
    '**What files should be taken down',
    'i have taken <a href\n',
  ],
  ...[
    'URL: ',
    'URL:\n',
    'Name: A\n',
    'Name:\n',
    '\nregards',
    '\nsigned ',
    '\n/s/',
    'my name is ',
    'my address is ',
  ],
  ...['&amp;', '=\n', '[.]', ' dot ', 'github dot com slash a ', 'git@', 'https:/', 'https://a,', '\u200b'],
  ...[
    'https://github.com/a/b,',
    'https://github.com/a/b](',
    '- https://github.com/a/b\n',
    '![](https://a.b/c)\n',
  ],
  ...[
    'original -> copy\n',
    '| original | copy |\n',
    'original,copy\nhttps://a.b/c,https://d.e/f\n',
    'a, ',
    '|',
  ],
  ...['Original work\n', 'Original work:\n\n', 'ORIGINAL WORK\n\nhttps://a.b/c\n\n', '\nregards\na\n'],
  ...['copy of ', 'remove a b c d from ', 'original a b c d ', 'already removed a ', '<img '],
  ...['on behalf of Aa ', 'From: ', 'except ', 'our book ', 'created the ', 'phone: +1 '],
]

/** Processor time, not the clock's: what else the machine does is nothing to the reader. */
function seconds(text: string): number {
  const before = process.cpuUsage()
  parseNotice(text)
  return process.cpuUsage(before).user / 1e6
}

const filled = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

describe('reading a hostile letter', () => {
  it.each(UNITS)('takes eight times the text in about eight times the time: %j', (unit) => {
    const [small, large] = [filled(unit, 20_000), filled(unit, 160_000)]
    // Quadratic is a ratio of 64 on every attempt; a collection of garbage is a high ratio on one.
    let ratio = Infinity
    for (let attempt = 0; attempt < 5 && ratio >= 24; attempt++) {
      const slow = seconds(large)
      if (slow < 0.1) return
      ratio = Math.min(ratio, slow / Math.max(seconds(small), 0.001))
    }
    expect(ratio).toBeLessThan(24)
  })

  it.each([
    {
      what: 'what stands between two addresses',
      length: 100_000,
      text: (n: number) => `our original https://github.com/a/b${' '.repeat(n)}x https://github.com/c/d`,
    },
    {
      what: 'questions in bold that nothing parts',
      length: 800_000,
      text: (n: number) => filled('**Which license?\n', n),
    },
  ])('takes eight times the text in about eight times the time: $what', ({ length, text }) => {
    let ratio = Infinity
    for (let attempt = 0; attempt < 5 && ratio >= 24; attempt++)
      ratio = Math.min(ratio, seconds(text(length)) / Math.max(seconds(text(length / 8)), 0.001))
    expect(ratio).toBeLessThan(24)
  })

  it('takes no word for a label or a host that only every object knows', () => {
    const roles = (text: string) => parseNotice(text).links.map(({ role, place }) => [role, place.kind])
    for (const word of ['something', 'constructor'])
      expect(
        roles(`Werk:\n${word}: https://github.com/a/b\n\nPlease remove https://github.com/c/d`),
        word,
      ).toEqual([
        ['work', 'repository'],
        ['material', 'repository'],
      ])
    expect(parseNotice('Please remove https://a.constructor/b').links[0]?.place).toEqual({
      kind: 'page',
      key: 'a.constructor/b',
    })
  })

  it('leaves the quotation mark of a pasted source out of the address before it', () => {
    const { links, text } = parseNotice('Remove &#39;https://example.org/a&#39; now')
    expect(links.map(({ url }) => url)).toEqual(['https://example.org/a'])
    expect(links.map(({ span }) => text.slice(span.start, span.end))).toEqual(['https://example.org/a'])
  })

  it('never throws, and says of everything where it was read', async () => {
    for (const text of [...Object.values(letters), ...mixtures()]) {
      const letter = await letterOf(new TextEncoder().encode(text))
      const notice = parseNotice('text' in letter ? letter.text : text)
      for (const { start, end } of spansOf(notice)) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeLessThanOrEqual(notice.text.length)
      }
      for (const { value, span } of saidBy(notice)) {
        const words = notice.text.slice(span.start, span.end).replaceAll(/\s+/g, ' ')
        for (const word of value.split(/\s+/)) expect(words).toContain(word)
      }
      for (const { url, span } of notice.links)
        expect(
          url.endsWith(notice.text.slice(span.start, span.end).replaceAll(/=?\n/g, '').replace(/^\w+:/, '')),
        ).toBe(true)
    }
  })

  it('reads any bytes', async () => {
    const random = noise(7)
    for (let round = 0; round < 60; round++) {
      const bytes = Uint8Array.from({ length: 400 }, () => Math.floor(random() * 256))
      const letter = await letterOf(bytes)
      if ('text' in letter) parseNotice(letter.text)
      const headed = new TextEncoder().encode(
        `Message-ID: <a>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n`,
      )
      const text = bytes.map((byte) => (byte < 32 ? 32 : byte))
      expect(await letterOf(Uint8Array.of(...headed, ...text))).toBeDefined()
    }
  })
})

function spansOf(notice: Notice): Span[] {
  const { type, works, links, scope, elements, party, signature } = notice
  const found = [
    type,
    ...works,
    ...links,
    signature,
    ...Object.values(scope),
    ...Object.values(party),
    ...elements,
  ]
  return found.flatMap((one) => (one?.span ? [one.span] : []))
}

function saidBy({ works, party, signature }: Notice): { value: string; span: Span }[] {
  const { relation: _, ...said } = party
  return [...works, signature, ...Object.values(said)].filter((one) => one !== null)
}

/** Lines of all letters, shuffled: what no person wrote, of parts that people write. */
function mixtures(): string[] {
  const lines = Object.values(letters).flatMap((letter) => letter.split('\n'))
  const random = noise(3)
  return Array.from({ length: 40 }, () =>
    Array.from({ length: 25 }, () => lines[Math.floor(random() * lines.length)] ?? '').join('\n'),
  )
}

/** A fixed sequence (mulberry32): a failure can be had again. */
function noise(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
