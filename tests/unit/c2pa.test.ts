import { encode } from 'cborg'
import sharp from 'sharp'
import { describe, expect, it, test } from 'vitest'
import { entriesOfJson, entriesWithin, reserves } from '@/lib/reservations/c2pa'
import type { Why } from '@/lib/reservations/jumbf'
import {
  app11,
  assertion,
  box,
  description,
  jpegWith,
  jsonAssertion,
  longBox,
  manifest,
  pngWith,
  saying,
  segmentsOf,
  store,
  superbox,
  UUIDS,
  webpWith,
} from '@/tests/support/c2pa'

const NOT_ALLOWED = { 'c2pa.ai_training': { use: 'notAllowed' } }
const FOUND = { entries: [{ entry: 'c2pa.ai_training', use: 'notAllowed', info: null }], stores: 1 }
const NOTHING = { entries: [], stores: 1 }

const within = async (whole: Buffer) => entriesWithin(await jpegWith(segmentsOf(whole)))
const refused = (why: Why) => expect.objectContaining({ name: 'Unreadable', why })

describe('a manifest within a picture', () => {
  it.each([
    ['JPEG', (whole: Buffer) => jpegWith(segmentsOf(whole))],
    ['JPEG in many pieces', (whole: Buffer) => jpegWith(segmentsOf(whole, { most: 20 }))],
    ['PNG', (whole: Buffer) => pngWith([whole])],
    ['WebP', webpWith],
  ])('is read from a %s that other programs read too', async (_kind, picture) => {
    const entries = {
      'c2pa.ai_generative_training': { use: 'constrained', constraint_info: 'ask first' },
      'c2pa.data_mining': { use: 'notAllowed' },
      'c2pa.ai_inference': { use: 'allowed' },
    }
    const bytes = await picture(saying(entries))
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 8, height: 8 })
    expect(entriesWithin(bytes)).toEqual({
      stores: 1,
      entries: [
        { entry: 'c2pa.ai_generative_training', use: 'constrained', info: 'ask first' },
        { entry: 'c2pa.data_mining', use: 'notAllowed', info: null },
        { entry: 'c2pa.ai_inference', use: 'allowed', info: null },
      ],
    })
  })

  it('is told from none, from another assertion, and from a file of another kind', async () => {
    expect(entriesWithin(await jpegWith([]))).toEqual({ entries: [], stores: 0 })
    expect(entriesWithin(await pngWith([]))).toEqual({ entries: [], stores: 0 })
    expect(await within(store(manifest([assertion('c2pa.actions', { entries: NOT_ALLOWED })])))).toEqual(
      NOTHING,
    )
    expect(await within(store(manifest([])))).toEqual(NOTHING)
    expect(entriesWithin(Buffer.from('GIF89a'))).toBeNull()
    expect(entriesWithin(Buffer.alloc(0))).toBeNull()
  })

  it.each([
    'c2pa.training-mining',
    'c2pa.training-mining__1',
    'cawg.training-mining',
    'cawg.training-mining__12',
  ])('says it under %s', async (label) => expect(await within(saying(NOT_ALLOWED, label))).toEqual(FOUND))

  it.each([
    'c2pa.training-mining-not',
    'x.c2pa.training-mining',
    'c2pa.training-mining__',
    'C2PA.training-mining',
  ])('does not say it under %s', async (label) =>
    expect(await within(saying(NOT_ALLOWED, label))).toEqual(NOTHING),
  )

  it('says it in CBOR and in JSON, by the names of C2PA and CAWG, and in early ones without "entries"', async () => {
    const json = JSON.stringify({ entries: { 'cawg.data_mining': { use: 'notAllowed' } } })
    expect(await within(store(manifest([jsonAssertion('cawg.training-mining', json)])))).toMatchObject({
      entries: [{ entry: 'cawg.data_mining', use: 'notAllowed' }],
    })
    const early = assertion('c2pa.training-mining', { ...NOT_ALLOWED, metadata: {} })
    expect(await within(store(manifest([early])))).toEqual(FOUND)
    const dated = Buffer.concat([
      // {"metadata": {"dateTime": 0("2026-01-01")}, "entries": …}: a date is a text with a tag before it.
      ...[Buffer.from([0xa2]), Buffer.from(encode('metadata')), Buffer.from([0xa1])],
      ...[encode('dateTime'), [0xc0], encode('2026-01-01'), encode('entries'), encode(NOT_ALLOWED)].map(
        (part) => Buffer.from(part),
      ),
    ])
    expect(await within(store(manifest([assertion('c2pa.training-mining', dated)])))).toEqual(FOUND)
  })

  it('is the last of a store, and of its uses that counts which leaves less free', async () => {
    const free = manifest([
      assertion('c2pa.training-mining', { entries: { 'c2pa.ai_training': { use: 'allowed' } } }),
    ])
    const not = manifest([assertion('c2pa.training-mining', { entries: NOT_ALLOWED })])
    expect(await within(store(free, not))).toEqual(FOUND)
    expect((await within(store(not, free)))?.entries).toMatchObject([{ use: 'allowed' }])
    // What is no manifest does not become the active one by coming last.
    expect(await within(store(not, superbox(UUIDS.json, 'other', box('json', Buffer.from('{}')))))).toEqual(
      FOUND,
    )
    const both = manifest([
      assertion('c2pa.training-mining', { entries: { 'c2pa.ai_training': { use: 'allowed' } } }),
      assertion('c2pa.training-mining__1', { entries: NOT_ALLOWED }),
    ])
    expect(await within(store(both))).toEqual(FOUND)
  })

  it('holds only what is known: a use nobody defined, and an entry of somebody’s own, are nothing', async () => {
    const odd = {
      'c2pa.ai_training': { use: 'perhaps' },
      'x.mine': { use: 'notAllowed' },
      'c2pa.data_mining': 7,
    }
    expect(await within(saying(odd))).toEqual(NOTHING)
    const named = await within(
      saying(new Map<string, object>([['__proto__', { use: 'x' }], ...Object.entries(NOT_ALLOWED)])),
    )
    expect(named).toEqual(FOUND)
  })

  it('keeps two thousand characters of a condition, and none that is no text', async () => {
    const of = async (constraint_info: unknown) =>
      (await within(saying({ 'c2pa.ai_training': { use: 'constrained', constraint_info } })))?.entries[0]
        ?.info
    expect(await of('x'.repeat(30_000))).toHaveLength(2_000)
    expect(await of(7)).toBeNull()
    expect(await of('')).toBeNull()
  })
})

describe('a hostile file is unread, and never nothing', () => {
  const whole = saying(NOT_ALLOWED)

  test('boxes that are longer than what is there, shorter than their head, or as long as no file', async () => {
    const inner = description(UUIDS.store, 'c2pa')
    for (const length of [inner.length + 9, 0x7fffffff, 0xffffffff, 2, 7])
      await expect(within(box('jumb', inner, length)), String(length)).rejects.toEqual(refused('malformed'))
    for (const length of [2n ** 64n - 1n, 2n ** 53n, 2n ** 32n, 15n, 0n])
      await expect(within(longBox('jumb', inner, length)), String(length)).rejects.toEqual(
        refused('malformed'),
      )
    // Whole but for one byte that it says it has.
    const content = whole.subarray(8)
    await expect(within(box('jumb', content, whole.length + 1))).rejects.toEqual(refused('malformed'))
    await expect(within(longBox('jumb', content, BigInt(whole.length + 9)))).rejects.toEqual(
      refused('malformed'),
    )
    const lying = superbox(UUIDS.store, 'c2pa', box('jumb', description(UUIDS.manifest, 'm'), 5_000))
    await expect(within(lying)).rejects.toEqual(refused('malformed'))
  })

  test('a length of eight bytes and a length of zero are what the standard says they are, and end', async () => {
    const content = whole.subarray(8)
    expect(await within(longBox('jumb', content))).toEqual(FOUND)
    expect(await within(box('jumb', content, 0))).toEqual(FOUND)
    await expect(within(box('jumb', Buffer.alloc(4_000), 0))).rejects.toEqual(refused('malformed'))
    expect(entriesWithin(await pngWith([box('jumb', content, 0)]))).toEqual(FOUND)
  })

  test('boxes nested without end are not entered, and too many beside each other not counted', async () => {
    let nested: Buffer = Buffer.alloc(0)
    for (let n = 0; n < 5_000; n++) nested = box('jumb', nested)
    await expect(within(superbox(UUIDS.store, 'c2pa', nested))).rejects.toEqual(refused('malformed'))
    expect(
      await within(
        store(
          manifest([
            superbox(UUIDS.json, 'x.deep', nested),
            assertion('c2pa.training-mining', { entries: NOT_ALLOWED }),
          ]),
        ),
      ),
    ).toEqual(FOUND)
    let stores: Buffer = saying(NOT_ALLOWED)
    for (let n = 0; n < 200; n++) stores = store(stores)
    await expect(within(stores)).rejects.toEqual(refused('malformed'))
    const many = Buffer.concat(Array.from({ length: 5_000 }, () => box('free', Buffer.alloc(0))))
    await expect(within(superbox(UUIDS.store, 'c2pa', many))).rejects.toEqual(refused('many'))
    const assertions = Array.from({ length: 17 }, (_, n) =>
      assertion(`c2pa.training-mining__${n}`, { entries: {} }),
    )
    await expect(within(store(manifest(assertions)))).rejects.toEqual(refused('many'))
  })

  test('a description without its end, without a name, or of another thing', async () => {
    const endless = Buffer.concat([Buffer.from(UUIDS.store, 'hex'), Buffer.from([3]), Buffer.from('c2pa')])
    await expect(within(box('jumb', box('jumd', endless)))).rejects.toEqual(refused('malformed'))
    await expect(within(superbox(UUIDS.store, 'x'.repeat(600)))).rejects.toEqual(refused('malformed'))
    await expect(within(superbox(UUIDS.store, 'other', manifest([])))).rejects.toEqual(refused('malformed'))
    await expect(within(superbox(UUIDS.store, 'c2pa'))).rejects.toEqual(refused('malformed'))
    await expect(within(store(superbox(UUIDS.manifest, 'm')))).rejects.toEqual(refused('malformed'))
    expect(entriesWithin(await jpegWith(segmentsOf(superbox(UUIDS.json, 'c2pa'))))).toMatchObject({
      stores: 0,
    })
  })

  test('thousands of segments are not joined, and lost, doubled and strange pieces not guessed', async () => {
    const piece = (sequence: number, content = whole, instance = 1) => app11(instance, sequence, content)
    const thousands = Array.from({ length: 2_000 }, (_, n) =>
      piece(n + 1, box('jumb', Buffer.from([n % 256]))),
    )
    await expect(jpegWith(thousands).then(entriesWithin)).rejects.toEqual(refused('many'))
    const instances = Array.from({ length: 2_000 }, (_, n) => piece(1, box('jumb', Buffer.alloc(20)), n))
    await expect(jpegWith(instances).then(entriesWithin)).rejects.toEqual(refused('many'))
    const pieces = segmentsOf(whole, { most: 20 })
    for (const some of [
      pieces.slice(1),
      pieces.slice(0, -1),
      pieces.toSpliced(2, 1),
      [...pieces, ...pieces.slice(-1)],
    ])
      await expect(jpegWith(some).then(entriesWithin)).rejects.toEqual(refused('malformed'))
    const other = segmentsOf(saying({}), { most: 20 })
    await expect(jpegWith([...pieces.slice(0, 3), ...other.slice(3)]).then(entriesWithin)).rejects.toEqual(
      refused('malformed'),
    )
    // One piece in the place of another: as long as it should be, and the same bytes.
    const said = manifest([assertion('c2pa.training-mining', { entries: NOT_ALLOWED })])
    const even = segmentsOf(store(box('free', Buffer.alloc(400)), said), { most: 20 })
    expect(entriesWithin(await jpegWith(even))).toEqual(FOUND)
    const doubled = jpegWith([...even.slice(0, 10), ...even.slice(9, 10), ...even.slice(11)])
    await expect(doubled.then(entriesWithin)).rejects.toEqual(refused('malformed'))
    expect(entriesWithin(await jpegWith(pieces.toReversed()))).toEqual(FOUND)
  })

  test('two stores, two of one name, and a key that stands twice leave open which counts', async () => {
    const two = [...segmentsOf(whole), ...segmentsOf(saying({}), { instance: 9 })]
    await expect(jpegWith(two).then(entriesWithin)).rejects.toEqual(refused('twice'))
    await expect(pngWith([whole, whole]).then(entriesWithin)).rejects.toEqual(refused('twice'))
    await expect(pngWith([Buffer.concat([whole, whole])]).then(entriesWithin)).rejects.toEqual(
      refused('twice'),
    )
    const same = assertion('c2pa.training-mining', { entries: {} })
    await expect(within(store(manifest([same, same])))).rejects.toEqual(refused('twice'))
    const assertions = superbox(UUIDS.assertions, 'c2pa.assertions')
    await expect(within(store(superbox(UUIDS.manifest, 'm', assertions, assertions)))).rejects.toEqual(
      refused('twice'),
    )
    const content = box('cbor', Buffer.from(encode({})))
    const contents = superbox(UUIDS.cbor, 'c2pa.training-mining', content, content)
    await expect(within(store(manifest([contents])))).rejects.toEqual(refused('twice'))
    const key = [Buffer.from(encode('entries')), Buffer.from([0xa0])]
    const keys = Buffer.concat([Buffer.from([0xa2]), ...key, ...key])
    await expect(within(store(manifest([assertion('c2pa.training-mining', keys)])))).rejects.toEqual(
      refused('malformed'),
    )
  })

  test('a manifest that is compressed, or that only adds to an earlier one', async () => {
    const packed = superbox(UUIDS.compressed, 'm', box('brob', Buffer.alloc(40)))
    await expect(within(store(packed))).rejects.toEqual(refused('compressed'))
    const before = manifest([assertion('c2pa.training-mining', { entries: NOT_ALLOWED })])
    await expect(within(store(before, manifest([], UUIDS.update, 'm2')))).rejects.toEqual(refused('amends'))
    const saysItself = manifest([assertion('c2pa.training-mining', { entries: NOT_ALLOWED })], UUIDS.update)
    expect(await within(store(saysItself))).toEqual(FOUND)
  })

  it.each<[string, Buffer, Why]>([
    ['nested ten thousand deep', Buffer.concat([Buffer.alloc(10_000, 0x81), Buffer.from([0])]), 'many'],
    ['nested without end', Buffer.alloc(60_000, 0x9f), 'many'],
    ['tagged without end', Buffer.alloc(60_000, 0xc0), 'many'],
    [
      'of a hundred thousand things',
      Buffer.concat([Buffer.from([0x99, 0xff, 0xff]), Buffer.alloc(60_000)]),
      'many',
    ],
    ['an array that says it is endless', Buffer.from('9bffffffffffffffff00', 'hex'), 'malformed'],
    ['an array that says it has four thousand million', Buffer.from('9affffffff00', 'hex'), 'malformed'],
    ['a map that says it has four thousand million', Buffer.from('baffffffff6161', 'hex'), 'malformed'],
    ['a text that says it has four gigabytes', Buffer.from('7affffffff61', 'hex'), 'malformed'],
    ['a text that says it is endless', Buffer.from('7bffffffffffffffff61', 'hex'), 'malformed'],
    ['bytes that say they are endless', Buffer.from('5bffffffffffffffff61', 'hex'), 'malformed'],
    ['a text in endless pieces', Buffer.from('7f616161', 'hex'), 'malformed'],
    ['with a tag nobody expects', Buffer.from('d9ffffa0', 'hex'), 'malformed'],
    ['with more after its end', Buffer.from('a0a0', 'hex'), 'malformed'],
    ['a number', Buffer.from('01', 'hex'), 'malformed'],
    ['with entries that are none', Buffer.from(encode({ entries: ['c2pa.ai_training'] })), 'malformed'],
    ['empty', Buffer.alloc(0), 'malformed'],
    ['longer than any assertion', Buffer.from(encode({ entries: {}, pad: 'x'.repeat(70_000) })), 'many'],
  ])('an assertion in CBOR %s', async (_what, said, why) => {
    await expect(within(store(manifest([assertion('c2pa.training-mining', said)])))).rejects.toEqual(
      refused(why),
    )
  })

  test('an assertion in JSON that nests without end, ends early, or is a word', async () => {
    for (const text of ['['.repeat(60_000), '{"entries": {', '"notAllowed"', '', 'null'])
      await expect(
        within(store(manifest([jsonAssertion('c2pa.training-mining', text)]))),
        text.slice(0, 20),
      ).rejects.toEqual(refused('malformed'))
    const bare = superbox(UUIDS.cbor, 'c2pa.training-mining')
    await expect(within(store(manifest([bare])))).rejects.toEqual(refused('malformed'))
  })

  test('a picture that ends before its picture begins, at every byte', async () => {
    for (const picture of [await jpegWith(segmentsOf(whole)), await pngWith([whole])]) {
      const read = (length: number) => {
        try {
          return entriesWithin(picture.subarray(0, length))
        } catch (error) {
          return error
        }
      }
      for (let length = 8; length < whole.length + 40; length++)
        expect(read(length), String(length)).toEqual(refused('malformed'))
    }
    const webp = await webpWith(whole)
    expect(() => entriesWithin(webp.subarray(0, -1))).toThrow(expect.objectContaining({ why: 'malformed' }))
    await expect(pngWith([whole], 'caBX', 0xffffffff).then(entriesWithin)).rejects.toEqual(
      refused('malformed'),
    )
    expect(() => entriesWithin(Buffer.alloc(100_000, 0xff).fill(0xd8, 1, 2))).toThrow(
      expect.objectContaining({ why: 'malformed' }),
    )
  })

  test('eight megabytes of padding around a manifest are passed over', async () => {
    const padding = Array.from({ length: 120 }, () =>
      Buffer.concat([Buffer.from('ffe1fff0', 'hex'), Buffer.alloc(0xffee, 0xff)]),
    )
    expect(entriesWithin(await jpegWith([...padding, ...segmentsOf(whole)]))).toEqual(FOUND)
    const picture = await jpegWith(segmentsOf(whole))
    const fill = Buffer.alloc(7_000_000, 0xff)
    expect(entriesWithin(Buffer.concat([picture.subarray(0, 2), fill, picture.subarray(2)]))).toEqual(FOUND)
    expect(entriesWithin(Buffer.concat([picture, Buffer.alloc(7_000_000)]))).toEqual(FOUND)
    const chunks = Array.from({ length: 50_000 }, () => Buffer.alloc(100))
    expect(entriesWithin(await pngWith(chunks, 'paDD'))).toEqual({ entries: [], stores: 0 })
  })
})

test('a manifest in JSON says what it says of a use, however deep, and nothing else does', () => {
  const said = {
    label: 'c2pa.training-mining',
    data: { entries: { 'c2pa.ai_training': { use: 'notAllowed' }, 'cawg.data_mining': { use: 'allowed' } } },
  }
  const entries = entriesOfJson({ assertions: [said] })
  expect(entries).toEqual([
    { entry: 'c2pa.ai_training', use: 'notAllowed', info: null },
    { entry: 'cawg.data_mining', use: 'allowed', info: null },
  ])
  expect(reserves(entries)).toBe(true)
  expect(reserves(entries.slice(1))).toBe(false)
  expect(entriesOfJson({ 'c2pa.ai_inference': 'notAllowed' })).toMatchObject([{ entry: 'c2pa.ai_inference' }])
  for (const none of [null, 'notAllowed', [], { 'c2pa.ai_training': true }])
    expect(entriesOfJson(none)).toEqual([])
  let deep: unknown = { 'c2pa.ai_training': 'notAllowed' }
  for (let n = 0; n < 1000; n++) deep = [deep]
  expect(entriesOfJson(deep)).toEqual([])
})
