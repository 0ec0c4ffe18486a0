import { describe, expect, it } from 'vitest'
import { MAX_TARGETS, parseTargets, QUOTE_LENGTH } from '@/lib/takedowns/parse-targets'
import { readIdentifiers } from '@/lib/takedowns/read-identifiers'

const HERE = 'https://winnow.example.net'
const DIGEST = 'c0ffee'.padEnd(64, '0')
const read = (text: string) => parseTargets(text, HERE)
const only = (text: string) => {
  const { targets, misread } = read(text)
  expect(misread).toEqual([])
  expect(targets).toHaveLength(1)
  return targets[0]
}

describe('reads every short form', () => {
  it.each([
    [
      `${HERE}/triage/forum/0b9f3a52-6b5c-4c6e-9f67-0e2f4d3c5b6a`,
      { kind: 'link', value: '/triage/forum/0b9f3a52-6b5c-4c6e-9f67-0e2f4d3c5b6a' },
    ],
    [`${HERE}/datasets/forum/items/${DIGEST}`, { kind: 'link', value: `/datasets/forum/items/${DIGEST}` }],
    [
      `${HERE}/datasets/forum/revisions/3?file=data%2Fpart+1.jsonl&row=7`,
      { kind: 'link', value: '/datasets/forum/revisions/3?file=data%2Fpart+1.jsonl&row=7' },
    ],
    [DIGEST.toUpperCase(), { kind: 'digest', value: DIGEST }],
    [`sha256:${DIGEST}`, { kind: 'digest', value: DIGEST }],
    ['train-00.jsonl#48213', { kind: 'row', file: 'train-00.jsonl', row: 48213 }],
    ['data/part 3.csv:12', { kind: 'row', file: 'data/part 3.csv', row: 12 }],
    ['train.jsonl row 7', { kind: 'row', file: 'train.jsonl', row: 7 }],
    ['row 7 of train.jsonl', { kind: 'row', file: 'train.jsonl', row: 7 }],
    ['Row 7', { kind: 'row', file: null, row: 7 }],
    ['#7', { kind: 'row', file: null, row: 7 }],
    ['https://blog.example.org/a(b)', { kind: 'url', value: 'https://blog.example.org/a(b)' }],
    ['blog.example.org/2019/post', { kind: 'url', value: 'blog.example.org/2019/post' }],
    ['example.org', { kind: 'domain', value: 'example.org' }],
    ['*.example.org', { kind: 'domain', value: '*.example.org' }],
    ['https://example.org/~ana/', { kind: 'prefix', value: 'https://example.org/~ana/' }],
    ['(https://example.org/~ana/*)', { kind: 'prefix', value: 'https://example.org/~ana/' }],
    ['example.org/~ana/', { kind: 'prefix', value: 'example.org/~ana/' }],
    ['https://example.org/~ana', { kind: 'url', value: 'https://example.org/~ana' }],
    ['https://example.org/', { kind: 'url', value: 'https://example.org/' }],
    ['train.jsonl, Zeile 7', { kind: 'row', file: 'train.jsonl', row: 7 }],
    ['Zeile 7 von train.jsonl', { kind: 'row', file: 'train.jsonl', row: 7 }],
    ['Zeile 7', { kind: 'row', file: null, row: 7 }],
    [`Prüfsumme: ${DIGEST}`, { kind: 'digest', value: DIGEST }],
    ['Quellenkennung: t3_9xk2', { kind: 'source_id', value: 't3_9xk2' }],
    ['Autorenname: Ana Ånström', { kind: 'author', value: 'Ana Ånström' }],
    ['author: Ana Ånström', { kind: 'author', value: 'Ana Ånström' }],
    ['Username = ana_77', { kind: 'author', value: 'ana_77' }],
    ['@ana.77', { kind: 'author', value: '@ana.77' }],
    ['id: t3_9xk2', { kind: 'source_id', value: 't3_9xk2' }],
    ['1098237461', { kind: 'source_id', value: '1098237461' }],
    ['example.org:8080', { kind: 'source_id', value: 'example.org:8080' }],
    ['Wilmaflintstone', { kind: 'quote', value: 'Wilmaflintstone' }],
    ['"My cat is called Wilma"', { kind: 'quote', value: 'My cat is called Wilma' }],
    ['“My cat is called Wilma”.', { kind: 'quote', value: 'My cat is called Wilma' }],
    ['> My cat\n> is called Wilma', { kind: 'quote', value: 'My cat\nis called Wilma' }],
    ['"My cat\nis called\nWilma"', { kind: 'quote', value: 'My cat\nis called\nWilma' }],
    ['My cat is called Wilma', { kind: 'quote', value: 'My cat is called Wilma' }],
    ['wilma@example.org', { kind: 'quote', value: 'wilma@example.org' }],
    ['+44 20 7946 0958', { kind: 'quote', value: '+44 20 7946 0958' }],
    ['1. train.jsonl#3', { kind: 'row', file: 'train.jsonl', row: 3 }],
  ])('%j', (text, expected) => {
    expect(only(text)).toEqual(expected)
  })
})

it('finds every link in a line of prose, without the punctuation around it', () => {
  const { targets } = read(
    'I saw it at https://a.example.org/x. and (https://b.example.org/y), too: https://c.example.org/z?q=1!',
  )
  expect(targets.map((target) => target.kind === 'url' && target.value)).toEqual([
    'https://a.example.org/x',
    'https://b.example.org/y',
    'https://c.example.org/z?q=1',
  ])
})

it('does not take two quotations in one sentence for one, nor an open mark for the rest of the page', () => {
  expect(read('"One" and "two" are mine').targets).toEqual([
    { kind: 'quote', value: '"One" and "two" are mine' },
  ])
  expect(read('"never closed\ntrain.jsonl#1').targets).toContainEqual({
    kind: 'row',
    file: 'train.jsonl',
    row: 1,
  })
})

it('says which line it did not understand, and why', () => {
  expect(read(`train.csv\n${HERE}/team\n"Jo"`).misread).toEqual([
    { line: 1, text: 'train.csv', why: 'file_without_row' },
    { line: 2, text: `${HERE}/team`, why: 'unknown_link' },
    { line: 3, text: 'Jo', why: 'too_short' },
  ])
})

it('reads only links and quotations out of a whole letter', () => {
  const letter = Array.from(
    { length: 40 },
    (_, line) => `This is sentence number ${line} of my long letter to you.`,
  )
  const { targets, misread } = read(
    [...letter, 'It is at https://example.org/book and says', '"Chapter the first"'].join('\n'),
  )
  expect(targets.map((target) => target.kind)).toEqual(['url', 'quote'])
  expect(misread).toHaveLength(40)
  expect(new Set(misread.map(({ why }) => why))).toEqual(new Set(['letter']))
})

it('takes nothing of a short letter but its links: not its words, and not the address it was sent from', () => {
  const letter = [
    'Dear Sir or Madam,',
    'I am the author of the poem that stands at',
    'https://poems.example/wilma',
    'I did not agree to its use.',
    'Please take it out as soon as you can.',
    'Yours sincerely,',
    'Wilma Flint',
    'wilma@people.example',
    'SW1A 1AA',
    '20250131',
  ].join('\n')
  expect(read(letter).targets).toEqual([{ kind: 'url', value: 'https://poems.example/wilma' }])
})

it('takes a whole domain only where a request may be about a whole source', () => {
  expect(parseTargets('example.org', HERE, { wholeSources: false })).toEqual({
    targets: [],
    misread: [{ line: 1, text: 'example.org', why: 'whole_source' }],
  })
})

it('takes an author and a path for sources only in an opt-out', () => {
  const other = { wholeSources: false }
  expect(parseTargets('author: Ana', HERE, other).misread).toMatchObject([{ why: 'whole_source' }])
  expect(parseTargets('@ana said this', HERE, other).targets).toMatchObject([{ kind: 'quote' }])
  expect(parseTargets('https://example.org/~ana/', HERE, other).targets).toMatchObject([{ kind: 'url' }])
})

it('counts the same thing once', () => {
  expect(read('train.jsonl#3\nrow 3 of train.jsonl\ntrain.jsonl:3').targets).toHaveLength(1)
})

it('stays small and quick on hostile text', () => {
  const hostile = [
    'https://example.org/' + ')'.repeat(5_900),
    '"'.repeat(5_000),
    `x${' '.repeat(5_900)}row`,
    '(https://'.repeat(600),
    '\u202e\u0000\ud800'.repeat(1_000),
    Array.from({ length: 10_000 }, (_, line) => `"${line}`).join('\n'),
    Array.from({ length: 10_000 }, (_, line) => `https://example.org/${line}`).join('\n'),
  ]
  for (const text of hostile) expect(read(text).targets.length).toBeLessThanOrEqual(MAX_TARGETS)
})

it('names everything beyond the limit instead of dropping it', () => {
  const text = Array.from({ length: MAX_TARGETS + 5 }, (_, line) => `https://example.org/${line}`).join('\n')
  const { targets, misread } = read(text)
  expect(targets).toHaveLength(MAX_TARGETS)
  expect(misread.map(({ why }) => why)).toEqual(Array(5).fill('too_many'))
})

describe('the text of a template', () => {
  const read = (text: string) => parseTargets(text, 'https://winnow.example.net')
  it.each([
    'USERNAME/REPO',
    'https://code.example.org/USERNAME/REPO',
    'owner/repository',
    '<INSERT LINK HERE>',
    '<your url>',
    '[insert the address]',
    '{link}',
    'https://example.org/YOUR_PAGE_HERE',
    '<hier Ihre Adresse>',
    '[bitte eintragen]',
  ])('is not understood, and said so: %s', (line) => {
    expect(read(`${line}\nrow 3`)).toEqual({
      targets: [{ kind: 'row', file: null, row: 3 }],
      misread: [{ line: 1, text: line, why: 'placeholder' }],
    })
  })

  it.each([
    'https://code.example.org/ana/repo-tools',
    'https://a.example.org/your-name',
    '"insert <b> here"',
    'https://a.example.org/names/7',
  ])('is not read into what people write: %s', (line) => {
    expect(read(line).misread).toEqual([])
  })
})

describe('what somebody asks to look for', () => {
  it('is searched for word for word, from eight characters up, and every line that is not is named', () => {
    const long = 'x'.repeat(QUOTE_LENGTH.max + 1)
    const longest = 'y'.repeat(QUOTE_LENGTH.max)
    expect(
      readIdentifiers(`Bo Li\r\n\n- bo.li@mail.example\nbo.li@mail.example\n${long}\n${longest}\n7 Elm St`),
    ).toEqual({
      targets: ['bo.li@mail.example', longest, '7 Elm St'].map((value) => ({ kind: 'quote', value })),
      misread: [
        { field: 'identifiers', line: 1, text: 'Bo Li', why: 'too_short' },
        { field: 'identifiers', line: 5, text: 'x'.repeat(200), why: 'too_long' },
      ],
    })
    expect(readIdentifiers(' \n\n')).toEqual({ targets: [], misread: [] })
  })
})
