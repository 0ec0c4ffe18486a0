import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { compareWithLast } from '@/components/log/compare-with-last'
import { readKept } from '@/components/log/kept-checkpoint'
import { problemIn } from '@/components/log/problem'
import { openCheckpoint } from '@/components/log/served-log'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { identityOf } from '@/lib/log/identity'
import { keyOfSeed } from '@/lib/log/key'
import { textOf } from '@/lib/tlog/bytes'
import { bodies, entryBody, servedIdentity, servedLog } from '../support/served-log'

const log = servedIdentity()
const visit = () => compareWithLast(log.origin, log.vkeys)
const noteOf = (served: ReadonlyMap<string, Uint8Array>) =>
  textOf(served.get('checkpoint') ?? new Uint8Array())

/** What the site answers from now on. */
function serve(...layers: ReadonlyMap<string, Uint8Array>[]) {
  vi.stubGlobal('fetch', async (url: string) => {
    const path = url.replace(/^\/log\//, '')
    const found = layers.find((layer) => layer.has(path))?.get(path)
    return found ? new Response(Uint8Array.from(found)) : new Response(null, { status: 404 })
  })
}

beforeEach(() => {
  const stored = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

describe('what a visitor saw last time', () => {
  it('is kept at the first visit, unchanged at the second, and proven to be a beginning later', async () => {
    serve(servedLog(bodies(257), log))
    expect(await visit()).toEqual({ state: 'first', size: 257, isSigned: true, isKept: true })
    expect(await visit()).toMatchObject({ state: 'same', size: 257, isSigned: true })
    serve(servedLog(bodies(600), log))
    expect(await visit()).toMatchObject({ state: 'grown', from: 257, size: 600, isSigned: true })
    expect(readKept(log.origin)?.note).toBe(noteOf(servedLog(bodies(600), log)))
  })

  it.each([0, 255, 256])(
    'shows that entry %i was changed since, and is kept as the evidence',
    async (entry) => {
      const before = servedLog(bodies(257), log)
      serve(before)
      await visit()
      const rewritten = bodies(600)
      rewritten[entry] = entryBody(9_999)
      serve(servedLog(rewritten, log))
      expect(await visit()).toMatchObject({ state: 'contradicted', before: noteOf(before) })
      expect(await visit()).toMatchObject({ state: 'contradicted' })
      expect(readKept(log.origin)?.note).toBe(noteOf(before))
    },
  )

  it('shows two roots for one size, and a log that was cut', async () => {
    serve(servedLog(bodies(300), log))
    await visit()
    serve(servedLog(bodies(300, 'coffee'), log))
    expect(await visit()).toMatchObject({ state: 'contradicted', how: 'roots', size: 300 })
    serve(servedLog(bodies(299), log))
    expect(await visit()).toMatchObject({ state: 'contradicted', how: 'cut', size: 299, shown: 300 })
  })

  it('may be newer than what a cache on the way answers', async () => {
    const now = servedLog(bodies(300), log)
    serve(now)
    await visit()
    serve(servedLog(bodies(299), log), now)
    expect(await visit()).toMatchObject({ state: 'behind', size: 299, newer: 300 })
    expect(readKept(log.origin)?.note).toBe(noteOf(now))
  })

  it('is left alone when the log cannot be compared', async () => {
    const before = servedLog(bodies(257), log)
    serve(before)
    await visit()
    const wrong = servedLog(bodies(600), log)
    wrong.set('tile/1/000.p/2', new Uint8Array(64))
    serve(wrong)
    await expect(visit()).rejects.toMatchObject({ name: 'TileError' })
    serve(servedLog(bodies(600), servedIdentity(9)))
    await expect(visit()).rejects.toMatchObject({ code: 'no_known_signature' })
    serve(new Map())
    await expect(visit()).rejects.toThrow('404')
    expect(readKept(log.origin)?.note).toBe(noteOf(before))
  })

  it('is not there where a browser keeps nothing, and never believed when it is garbage', async () => {
    serve(servedLog(bodies(3), log))
    localStorage.setItem(`winnow:log:${log.origin}`, '{"note":1}')
    expect(await visit()).toMatchObject({ state: 'first', isKept: true })
    vi.stubGlobal('localStorage', undefined)
    expect(await visit()).toMatchObject({ state: 'first', isKept: false })
  })
})

describe('a checkpoint in the browser', () => {
  const note = noteOf(servedLog(bodies(3), log))

  it('is checked with Ed25519 of the browser, by any key the log ever had', async () => {
    const [current, former] = [keyOfSeed(new Uint8Array(32).fill(4)), keyOfSeed(new Uint8Array(32).fill(5))]
    const changed = identityOf(log.origin, current, [former])
    const opened = await openCheckpoint(note, changed.vkeys)
    expect(opened.signature).toMatchObject({ state: 'valid' })
    await expect(openCheckpoint(note, changed.vkeys.slice(0, 1))).rejects.toMatchObject({
      code: 'no_known_signature',
    })
    await expect(openCheckpoint(note.replace('\n3\n', '\n4\n'), log.vkeys)).rejects.toMatchObject({
      code: 'bad_signature',
    })
  })

  it('says that it was not checked where there is no Ed25519', async () => {
    vi.stubGlobal('crypto', {})
    expect((await openCheckpoint(note, log.vkeys)).signature).toEqual({ state: 'unsupported' })
    await expect(openCheckpoint(note, servedIdentity(9).vkeys)).rejects.toMatchObject({
      code: 'no_known_signature',
    })
  })
})

describe('what kept the browser from comparing', () => {
  const said = async (locale: Locale) => {
    const error: unknown = await visit().catch((error: unknown) => error)
    return problemIn(translator(locale, CATALOGUES[locale], 'proofs.problem'), error)
  }

  it.each<[string, () => void, string, string]>([
    [
      'no answer',
      () => serve(new Map()),
      'the checkpoint was not served (404)',
      'Der Prüfpunkt wurde nicht ausgeliefert (404)',
    ],
    [
      'another key',
      () => serve(servedLog(bodies(3), servedIdentity(9))),
      'no signature of a key of this log',
      'Keine Unterschrift ist von einem Schlüssel dieses Protokolls',
    ],
    [
      'garbage',
      () => serve(new Map([['checkpoint', new Uint8Array([10])]])),
      'not a signed note: no signatures',
      'Der Prüfpunkt ist nicht lesbar (not a signed note: no signatures)',
    ],
  ])('is said in the language of the reader: %s', async (_, served, english, german) => {
    served()
    expect(await said('en-GB')).toBe(english)
    expect(await said('de')).toBe(german)
  })
})
