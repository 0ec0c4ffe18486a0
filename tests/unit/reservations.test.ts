import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, describe, expect, it, test } from 'vitest'
import { retold } from '@/lib/i18n/kept'
import { lookForReservations, stateOf } from '@/lib/reservations/look'
import { metasOf } from '@/lib/reservations/metas'
import { matchesPath } from '@/lib/reservations/path-rule'
import { noAiOf, robotsRule } from '@/lib/reservations/robots'
import { tdmInForce, tdmOfFile, tdmOfHeaders, tdmOfMeta } from '@/lib/reservations/tdmrep'
import { jpegWith, pngWith, saying, segmentsOf } from '@/tests/support/c2pa'
import { inGerman } from '@/tests/support/in-german'
import { listening } from '@/tests/support/listening'

describe('a pattern of a path', () => {
  it.each([
    ['/', '/anything', true],
    ['/fish', '/fish.html', true],
    ['/fish', '/Fish', false],
    ['/fish*', '/fishheads/yummy', true],
    ['/*.php', '/folder/any.php?x=1', true],
    ['/*.php$', '/folder/any.php', true],
    ['/*.php$', '/folder/any.php?x=1', false],
    ['/fish*.php', '/fishheads/catfish.php', true],
    ['/fish*.php', '/Fish.PHP', false],
    ['/a$', '/a', true],
    ['/a$', '/ab', false],
    ['*', '/x', true],
    ['/*a*a$', '/a', false],
    ['/*a*a$', '/aba', true],
  ])('%s is about %s: %s', (pattern, path, matches) => {
    expect(matchesPath(pattern, path)).toBe(matches)
  })

  it('is read in time that grows with its length alone', () => {
    expect(matchesPath(`/${'*a'.repeat(20_000)}b$`, `/${'a'.repeat(200_000)}`)).toBe(false)
  })
})

describe('TDMRep', () => {
  const file = JSON.stringify([
    { location: '/free/', 'tdm-reservation': 0 },
    { location: '/images/*.jpg$', 'tdm-reservation': 1, 'tdm-policy': 'https://x.example/terms.json' },
    { location: '/', 'tdm-reservation': 1 },
  ])

  test('the first rule of the file that is about the path holds', () => {
    expect(tdmOfFile(file, '/free/a')).toEqual({ reserved: false, policy: null })
    expect(tdmOfFile(file, '/images/a.jpg')).toEqual({
      ...{ reserved: true, policy: 'https://x.example/terms.json' },
    })
    expect(tdmOfFile(file, '/b')).toEqual({ reserved: true, policy: null })
    expect(tdmOfFile('[]', '/b')).toBeNull()
  })

  test('any other value is an error of protocol, and none is set', () => {
    for (const value of ['2', 'true', true, '', null, 'yes', 1.5, [1]])
      expect(
        tdmOfFile(JSON.stringify([{ location: '/', 'tdm-reservation': value }]), '/'),
        String(value),
      ).toBeNull()
    for (const text of ['no json', '{}', 'null', '[1, null, {"location": 5}]', ''])
      expect(tdmOfFile(text, '/')).toBeNull()
    for (const value of ['1, 0', '01', 'one', undefined])
      expect(tdmOfHeaders({ 'tdm-reservation': value })).toBeNull()
    expect(tdmOfHeaders({ 'tdm-reservation': ' 1 ' })).toEqual({ reserved: true, policy: null })
  })

  test('a policy is an address of the web, and only where rights are reserved', () => {
    for (const policy of ['javascript:alert(1)', 'no address', `https://x.example/${'x'.repeat(3000)}`])
      expect(tdmOfHeaders({ 'tdm-reservation': '1', 'tdm-policy': policy })?.policy).toBeNull()
    expect(tdmOfHeaders({ 'tdm-reservation': '0', 'tdm-policy': 'https://x.example/' })?.policy).toBeNull()
  })

  test('the page wins over the header, the header over the file; what is unset wins over nothing', () => {
    const [yes, no] = [
      { reserved: true, policy: null },
      { reserved: false, policy: null },
    ]
    expect(tdmInForce({ file: yes, header: no, meta: null })).toBe(no)
    expect(tdmInForce({ file: no, header: no, meta: yes })).toBe(yes)
    expect(tdmInForce({ file: yes, header: null, meta: null })).toBe(yes)
    expect(tdmInForce({ file: null, header: null, meta: null })).toBeNull()
  })

  test('metas are read in the head, by any case, the first of each name', () => {
    const html =
      '<!doctype html><head><META NAME="TDM-Reservation" content="1"><meta name=tdm-reservation content=0></head>' +
      '<body><meta name="robots" content="noai"></body>'
    const metas = metasOf(html)
    expect(tdmOfMeta(metas)).toEqual({ reserved: true, policy: null })
    expect(metas.has('robots')).toBe(false)
    const robots =
      '<meta name=robots content=max-image-preview:large><meta name=Robots content="noai, noimageai">'
    expect(noAiOf([metasOf(robots).get('robots') ?? ''], 'winnow')).toEqual({ noai: true, noimageai: true })
    expect(metasOf('<title><meta name="tdm-reservation" content="1"></title>').size).toBe(0)
    expect(metasOf('<!-- <meta name="tdm-reservation" content="1"> -->').size).toBe(0)
    expect(metasOf('<meta '.repeat(10_000)).size).toBe(0)
  })
})

describe('robots', () => {
  test('noai and noimageai are heard, noindex and what is said to others are not', () => {
    expect(noAiOf(['noai, noimageai'], 'winnow')).toEqual({ noai: true, noimageai: true })
    expect(noAiOf(['NoAI'], 'winnow')).toEqual({ noai: true, noimageai: false })
    expect(noAiOf(['otherbot: noai, noimageai'], 'winnow')).toBeNull()
    expect(noAiOf(['winnow: noai'], 'winnow')).toEqual({ noai: true, noimageai: false })
    expect(noAiOf(['max-snippet:-1, max-image-preview:large, noai'], 'winnow')).toMatchObject({ noai: true })
    expect(noAiOf(['otherbot: noai', 'noimageai'], 'winnow')).toEqual({ noai: false, noimageai: true })
    expect(noAiOf(['otherbot: max-snippet: 20, noai'], 'winnow')).toBeNull()
    expect(noAiOf(['noindex', 'unavailable_after: 25 Jun 2030 15:00:00 PST', ''], 'winnow')).toBeNull()
  })

  test('robots.txt: the longest rule of our group holds, and of two as long the one that allows', () => {
    const text = [
      ...['User-agent: other', 'User-agent: Winnow # us', 'Disallow: /a', 'Allow: /a/b', 'Disallow: /c$'],
      ...['', 'User-agent: *', 'Disallow: /'],
    ].join('\r\n')
    expect(robotsRule(text, 'winnow', '/a/x')).toEqual({ agent: 'winnow', rule: '/a', allowed: false })
    expect(robotsRule(text, 'winnow', '/a/b')).toMatchObject({ allowed: true })
    expect(robotsRule(text, 'winnow', '/z')).toBeNull()
    expect(robotsRule(text, 'somebody', '/z')).toEqual({ agent: '*', rule: '/', allowed: false })
    expect(robotsRule('User-agent: *\nDisallow: /x\nAllow: /x', 'winnow', '/x')).toMatchObject({
      allowed: true,
    })
    expect(robotsRule('User-agent: *\nDisallow:', 'winnow', '/x')).toBeNull()
    expect(robotsRule('Disallow: /\n<html>', 'winnow', '/x')).toBeNull()
  })
})

describe('asking a site', () => {
  let server: Server | undefined
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
    delete process.env.WINNOW_FETCH_PRIVATE
  })

  async function serve(listener: RequestListener): Promise<string> {
    server = createServer(listener)
    return `http://127.0.0.1:${await listening(server)}`
  }

  it('keeps what each place says, and which of them holds', async () => {
    process.env.WINNOW_FETCH_PRIVATE = '1'
    const url = await serve(({ url: path }, response) => {
      if (path === '/.well-known/tdmrep.json')
        return response.end('[{"location": "/", "tdm-reservation": 1}]')
      if (path === '/robots.txt') return response.end('User-agent: *\nDisallow: /private')
      response.setHeader('content-type', 'text/html')
      response.setHeader('tdm-reservation', '0')
      response.setHeader('x-robots-tag', ['noindex', 'noai'])
      return response.end('<head><meta name="tdm-reservation" content="other"></head>')
    })
    const signals = await lookForReservations(`${url}/page?x=1`)
    expect(signals).toMatchObject({
      address: `${url}/page?x=1`,
      tdm: { reserved: false },
      tdmFile: { address: `${url}/.well-known/tdmrep.json`, value: { reserved: true } },
      tdmHeader: { value: { reserved: false } },
      tdmMeta: { value: null },
      robotsTag: { value: { noai: true, noimageai: false } },
      robotsTxt: { value: null },
      c2pa: { value: null },
    })
    expect(stateOf(signals)).toBe('found')
  })

  it('tells what is not there from what could not be read', async () => {
    process.env.WINNOW_FETCH_PRIVATE = '1'
    const gone = await serve((_request, response) => {
      response.statusCode = 404
      response.end()
    })
    expect(stateOf(await lookForReservations(`${gone}/page`))).toBe('none')
    server?.close()
    const broken = await serve((_request, response) => {
      response.statusCode = 503
      response.end()
    })
    const signals = await lookForReservations(`${broken}/page`)
    expect(signals.tdmFile).toMatchObject({ unread: expect.stringContaining('503') })
    expect(stateOf(signals)).toBe('failed')
  })

  it('reads the manifest within a picture, in one request, whatever the answer calls it', async () => {
    process.env.WINNOW_FETCH_PRIVATE = '1'
    const entries = { 'c2pa.ai_training': { use: 'constrained', constraint_info: 'https://x.example/terms' } }
    const picture = await jpegWith(segmentsOf(saying(entries)))
    const types: Record<string, string> = {
      '/a': 'image/jpeg',
      '/b': 'binary/octet-stream',
      '/c': 'image/png',
    }
    const asked: string[] = []
    const url = await serve(({ url: path = '' }, response) => {
      asked.push(path)
      response.statusCode = types[path] ? 200 : 404
      response.setHeader('content-type', types[path] ?? 'text/plain')
      response.end(types[path] ? picture : '')
    })
    for (const path of Object.keys(types)) {
      const signals = await lookForReservations(url + path)
      expect(signals.c2pa).toEqual({
        address: url + path,
        value: [{ entry: 'c2pa.ai_training', use: 'constrained', info: 'https://x.example/terms' }],
      })
      expect(stateOf(signals)).toBe('found')
    }
    expect(asked).toHaveLength(9)
  })

  it('says what a manifest allows, and that nothing is reserved by it', async () => {
    process.env.WINNOW_FETCH_PRIVATE = '1'
    const picture = await pngWith([
      saying({ 'cawg.ai_training': { use: 'allowed' } }, 'cawg.training-mining'),
    ])
    const url = await serve(({ url: path }, response) => {
      response.statusCode = path === '/photo' ? 200 : 404
      response.setHeader('content-type', 'image/png')
      response.end(path === '/photo' ? picture : '')
    })
    const signals = await lookForReservations(`${url}/photo`)
    expect(signals.c2pa).toMatchObject({ value: [{ entry: 'cawg.ai_training', use: 'allowed' }] })
    expect(stateOf(signals)).toBe('none')
  })

  it.each([
    ['image/jpeg', 'JFIF', 'does not hold together'],
    ['image/avif', 'ftyp', 'JPEG, PNG and WebP only'],
    ['application/pdf', '%PDF-1.7', 'JPEG, PNG and WebP only'],
    ['image/svg+xml', '<svg/>', 'JPEG, PNG and WebP only'],
    ['application/octet-stream', 'PK', 'JPEG, PNG and WebP only'],
  ])('calls what may stand within %s unread, and not nothing', async (type, body, why) => {
    process.env.WINNOW_FETCH_PRIVATE = '1'
    const url = await serve(({ url: path }, response) => {
      response.statusCode = path === '/photo' ? 200 : 404
      response.setHeader('content-type', type)
      response.end(body)
    })
    const signals = await lookForReservations(`${url}/photo`)
    expect(signals.c2pa).toMatchObject({ unread: expect.stringContaining(why) })
    expect(stateOf(signals)).toBe('failed')
  })

  it('calls a manifest that is named and kept elsewhere unread, and fetches it from nowhere', async () => {
    process.env.WINNOW_FETCH_PRIVATE = '1'
    const xmp = Buffer.from('<rdf:Description dcterms:provenance="http://127.0.0.1/a.c2pa"/>')
    const plain = await jpegWith([])
    const asked: string[] = []
    const url = await serve(({ url: path = '' }, response) => {
      asked.push(path)
      response.statusCode = ['/page', '/photo'].includes(path) ? 200 : 404
      response.setHeader('content-type', path === '/page' ? 'text/html' : 'image/jpeg')
      if (path === '/page') response.setHeader('link', '</a.c2pa>; rel="c2pa-manifest"')
      response.end(path === '/photo' ? Buffer.concat([plain, xmp]) : '')
    })
    for (const path of ['/page', '/photo'])
      expect((await lookForReservations(url + path)).c2pa).toMatchObject({
        unread: expect.stringContaining('kept elsewhere'),
      })
    expect(asked).not.toContain('/a.c2pa')
  })

  it('calls a picture too large that is longer than eight megabytes, said before or not, and reads none of it', async () => {
    process.env.WINNOW_FETCH_PRIVATE = '1'
    const picture = await jpegWith(segmentsOf(saying({ 'c2pa.ai_training': { use: 'notAllowed' } })))
    const padded = Buffer.concat([picture, Buffer.alloc(8 * 1024 * 1024)])
    const url = await serve(({ url: path }, response) => {
      response.statusCode = path === '/robots.txt' || path === '/.well-known/tdmrep.json' ? 404 : 200
      response.setHeader('content-type', 'image/jpeg')
      if (path === '/said') response.setHeader('content-length', String(padded.length))
      if (response.statusCode === 404) return response.end()
      return response.write(padded, () => response.end())
    })
    for (const path of ['/said', '/unsaid']) {
      const signals = await lookForReservations(url + path)
      expect(signals).toMatchObject({
        c2pa: { unread: expect.stringContaining('longer than the limit of 8388608 bytes') },
        tdmHeader: { value: null },
      })
      expect(stateOf(signals)).toBe('failed')
    }
  })

  it('keeps why something is unread for the language of whoever reads it', async () => {
    process.env.WINNOW_FETCH_PRIVATE = '1'
    const url = await serve((_request, response) => {
      response.setHeader('content-type', 'image/avif')
      response.setHeader('content-length', '999999999')
      response.flushHeaders()
    })
    const { c2pa, tdmFile } = await lookForReservations(`${url}/photo`)
    const told = [c2pa, tdmFile].map((place) =>
      'unread' in place ? inGerman(() => retold(place.unread)) : '',
    )
    expect(told).toEqual([
      'Ein Manifest wird nur in JPEG, PNG und WebP gesucht, und diese Datei ist von anderer Art.',
      `${url}/.well-known/tdmrep.json ist länger als die erlaubten 262144 Bytes.`,
    ])
  })

  it('hears the headers of a picture however large it is, and what is said to all beside what is said to one', async () => {
    process.env.WINNOW_FETCH_PRIVATE = '1'
    const url = await serve(({ url: path }, response) => {
      response.statusCode = path === '/photo' ? 200 : 404
      response.setHeader('content-type', 'image/jpeg')
      response.setHeader('content-length', String(20 * 1024 * 1024))
      response.setHeader('tdm-reservation', '1')
      response.setHeader('x-robots-tag', ['otherbot: noindex', 'noimageai'])
      response.flushHeaders()
    })
    const signals = await lookForReservations(`${url}/photo`)
    expect(signals).toMatchObject({
      tdmHeader: { value: { reserved: true } },
      robotsTag: { value: { noai: false, noimageai: true } },
      c2pa: { unread: expect.stringContaining('limit of 8388608 bytes') },
    })
    expect(stateOf(signals)).toBe('found')
  })

  it('connects to nothing that is not public, and reads nothing without an end', async () => {
    const hidden = await serve((_request, response) =>
      response.end('[{"location": "/", "tdm-reservation": 1}]'),
    )
    const signals = await lookForReservations(`${hidden}/page`)
    expect(signals.tdmFile).toMatchObject({ unread: expect.stringContaining('not a public address') })
    expect(signals.tdm).toBeNull()
    process.env.WINNOW_FETCH_PRIVATE = '1'
    server?.close()
    const endless = await serve((_request, response) => {
      const pour = () => {
        while (response.write('x'.repeat(64 * 1024)));
      }
      response.on('drain', pour)
      pour()
    })
    const long = await lookForReservations(`${endless}/page`)
    expect(long.tdmFile).toMatchObject({ unread: expect.stringContaining('limit') })
  })
})
