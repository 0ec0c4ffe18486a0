import { describe, expect, it } from 'vitest'
import { identityOf } from '@/lib/log/identity'
import { keyOfSeed } from '@/lib/log/key'
import { verifyLog, type VerifyLogOptions } from '@/lib/log/verify-log'
import { concat, textOf, utf8 } from '@/lib/tlog/bytes'
import { canonicalBytes } from '@/lib/tlog/canonical-json'
import { formatBundle } from '@/lib/tlog/bundle'
import { bodies, entryBody, servedIdentity, servedLog, sourceOf } from '../support/served-log'

const log = servedIdentity()
const check = (served: ReadonlyMap<string, Uint8Array>, more: Partial<VerifyLogOptions> = {}) =>
  verifyLog({ source: sourceOf(served), verifiers: log.verifiers, ...more })
const without = (served: ReadonlyMap<string, Uint8Array>, path: string) =>
  new Map([...served].filter(([other]) => other !== path))
const changed = (served: ReadonlyMap<string, Uint8Array>, path: string, at: number, bit: number) =>
  new Map(served).set(
    path,
    (served.get(path) ?? new Uint8Array()).map((byte, i) => (i === at ? byte ^ bit : byte)),
  )
const checkpointOf = (served: ReadonlyMap<string, Uint8Array>) =>
  textOf(served.get('checkpoint') ?? new Uint8Array())

describe('verifying a whole log', () => {
  it.each([0, 1, 2, 255, 256, 257, 511, 512, 600])(
    'finds nothing wrong with an honest one of %i',
    async (size) => {
      const served = servedLog(bodies(size), log)
      const findings = await check(served)
      expect(findings.problems).toEqual([])
      expect(findings).toMatchObject({
        entries: size,
        checkpoint: { size, origin: log.origin },
        isWhole: true,
      })
      expect(findings.types).toEqual(size === 0 ? {} : { decision: size })
      expect(findings.tiles + findings.bundles + 1).toBe(served.size)
    },
  )

  it('names the resource of which any byte was flipped, in a log of five', async () => {
    const served = servedLog(bodies(5), log)
    let flips = 0
    for (const [path, bytes] of served) {
      for (let at = 0; at < bytes.length; at++) {
        for (const bit of [0x01, 0x80]) {
          const { problems } = await check(changed(served, path, at, bit))
          expect([...new Set(problems.map(({ resource }) => resource))], `${path} byte ${at}`).toEqual([path])
          flips++
        }
      }
    }
    expect(flips).toBeGreaterThan(2_500)
  })

  it('names it in a log of several tiles and levels as well', async () => {
    const served = servedLog(bodies(513), log)
    expect([...served.keys()]).toContain('tile/1/000.p/2')
    for (const [path, bytes] of served) {
      const step = Math.max(1, Math.floor(bytes.length / 24))
      for (let at = 0; at < bytes.length; at += step) {
        const { problems } = await check(changed(served, path, at, 0x04))
        expect([...new Set(problems.map(({ resource }) => resource))], `${path} byte ${at}`).toEqual([path])
      }
    }
  })

  it('names what is not served, cut short or too long', async () => {
    const served = servedLog(bodies(300), log)
    for (const [path, bytes] of served) {
      for (const wrong of [
        undefined,
        bytes.slice(0, -1),
        concat(bytes, Uint8Array.of(0)),
        new Uint8Array(0),
      ]) {
        const { problems } = await check(wrong ? new Map(served).set(path, wrong) : without(served, path))
        expect([...new Set(problems.map(({ resource }) => resource))], path).toEqual([path])
      }
    }
  })

  it('names every wrong resource when there are several', async () => {
    const served = servedLog(bodies(600), log)
    const twice = changed(changed(served, 'tile/entries/000', 40, 1), 'tile/0/001', 40, 1)
    const { problems } = await check(twice)
    expect(problems.map(({ resource }) => resource).sort()).toEqual(['tile/0/001', 'tile/entries/000'])
  })

  it('names the checkpoint when all the rest is of one mind against it', async () => {
    const forked = servedLog(bodies(300, 'coffee'), log)
    const { problems } = await check(
      new Map(forked).set('checkpoint', servedLog(bodies(300), log).get('checkpoint') ?? new Uint8Array()),
    )
    expect(problems).toEqual([expect.objectContaining({ resource: 'checkpoint', part: 'tiles' })])
  })

  it('says which entry it is that differs', async () => {
    const other = [...bodies(300)]
    other[259] = entryBody(1_000)
    const bundle = formatBundle(other.slice(256))
    const { problems } = await check(
      new Map(servedLog(bodies(300), log)).set('tile/entries/001.p/44', bundle),
    )
    expect(problems).toEqual([
      {
        part: 'entries',
        resource: 'tile/entries/001.p/44',
        says: 'entry 259 is not the one that the signed root commits to',
      },
    ])
  })

  it('takes the beginning of a full tile where the partial one is gone', async () => {
    const served = servedLog(bodies(300), log)
    const longer = servedLog(bodies(512), log)
    const dropped = new Map([...served].filter(([path]) => !/^tile\/(?:0|entries)\/001/.test(path)))
    for (const path of ['tile/0/001', 'tile/entries/001'])
      dropped.set(path, longer.get(path) ?? new Uint8Array())
    expect((await check(dropped)).problems).toEqual([])
  })

  it('does not hide that the log cannot be asked', async () => {
    const served = servedLog(bodies(300), log)
    const source = async (path: string) => {
      if (path === 'tile/entries/001.p/44') throw new Error('connection lost')
      return sourceOf(served)(path)
    }
    await expect(check(served, { source })).rejects.toThrow('connection lost')
  })
})

describe('what no signature covers', () => {
  it('is a signature line of an unknown key, and nothing else', async () => {
    const stranger = servedIdentity(6, 'stranger.example.org/w')
    const greased = servedLog(bodies(3), { ...log, signers: [...stranger.signers, ...log.signers] })
    const note = greased.get('checkpoint') ?? new Uint8Array()
    const [start, end] = [utf8(textOf(note).split('\u2014 ')[0] ?? '').length, note.length]
    const line = utf8(
      textOf(note)
        .split('\n')
        .find((text) => text.includes('stranger')) ?? '',
    ).length
    const harmless: number[] = []
    for (let at = 0; at < end; at++) {
      for (const bit of [1, 2, 4, 8, 0x80]) {
        const { problems } = await check(changed(greased, 'checkpoint', at, bit))
        if (problems.length === 0) harmless.push(at)
        else expect(problems.map(({ resource }) => resource)).toEqual(['checkpoint'])
      }
    }
    expect(harmless.length).toBeGreaterThan(100)
    expect(harmless.filter((at) => at < start || at >= start + line)).toEqual([])
  })

  it('is the name and the key id of a signature beside another that holds', async () => {
    const [current, former] = [keyOfSeed(new Uint8Array(32).fill(5)), keyOfSeed(new Uint8Array(32).fill(7))]
    const both = identityOf(log.origin, current, [former])
    const served = servedLog(bodies(3), both)
    const note = checkpointOf(served)
    const lines = note.split('\n').filter((text) => text.startsWith('\u2014'))
    const hint = `\u2014 ${log.origin} AAAA`
    const misnamed = note.replace((lines[1] ?? '').slice(0, hint.length), hint)
    expect(misnamed).not.toBe(note)
    const findings = await check(new Map(served).set('checkpoint', utf8(misnamed)), {
      verifiers: both.verifiers,
    })
    expect(findings.problems).toEqual([])
    expect(findings.checkpoint?.signedBy).toHaveLength(1)
    // Its bytes are another matter: a known key that is named must have signed.
    const last = utf8(note).length - 8
    expect(
      (await check(changed(served, 'checkpoint', last, 1), { verifiers: both.verifiers })).problems,
    ).toHaveLength(1)
  })
})

describe('an older checkpoint', () => {
  it.each([0, 1, 44, 255, 256, 257, 299, 300])('of %i entries is a beginning of the log', async (size) => {
    const since = checkpointOf(servedLog(bodies(size), log))
    const findings = await check(servedLog(bodies(300), log), { since })
    expect(findings.problems).toEqual([])
    expect(findings.since).toBe(size)
  })

  it('shows that the log was rewritten, whichever entry was changed', async () => {
    for (const entry of [0, 255, 256]) {
      const rewritten = bodies(300)
      rewritten[entry] = entryBody(9_999)
      const since = checkpointOf(servedLog(bodies(257), log))
      const findings = await check(servedLog(rewritten, log), { since })
      expect(findings.problems).toEqual([
        expect.objectContaining({ part: 'history', resource: 'checkpoint' }),
      ])
      expect(findings.since).toBeNull()
    }
  })

  it('shows that the log was cut', async () => {
    const since = checkpointOf(servedLog(bodies(301), log))
    const { problems } = await check(servedLog(bodies(300), log), { since })
    expect(problems).toEqual([expect.objectContaining({ part: 'history' })])
  })

  it('must itself be signed, and of this log', async () => {
    const served = servedLog(bodies(3), log)
    const elsewhere = servedIdentity(5, 'log.example.org/elsewhere')
    for (const since of [
      checkpointOf(servedLog(bodies(2), servedIdentity(9))),
      checkpointOf(servedLog(bodies(2), { ...elsewhere, signers: log.signers })),
      checkpointOf(served).replace('\n3\n', '\n2\n'),
      'nothing',
    ]) {
      const { problems } = await check(served, { since })
      expect(problems).toEqual([
        expect.objectContaining({ part: 'history', resource: 'the older checkpoint' }),
      ])
    }
  })
})

describe('the entries', () => {
  const withEntry = (entry: Uint8Array) => check(servedLog([...bodies(2), entry], log))
  const value = JSON.parse(textOf(entryBody(5))) as Record<string, unknown>

  it('may be of a later version, which is reported and no fault', async () => {
    for (const later of [
      { ...value, v: 2 },
      { ...value, t: 'letter' },
      { t: 'other', v: 3 },
    ]) {
      const findings = await withEntry(canonicalBytes(later))
      expect(findings.problems).toEqual([])
      expect(findings.unknown).toEqual({ count: 1, first: 2 })
    }
  })

  it.each([
    ['another order', utf8(JSON.stringify(value, Object.keys(value).reverse()))],
    ['white space', utf8(JSON.stringify(value, null, 1))],
    ['no JSON', utf8('hello')],
    ['a field too many', canonicalBytes({ ...value, note: 'call me' })],
    ['a time to the second', canonicalBytes({ ...value, at: '2026-11-20T09:00:01Z' })],
    ['no type', canonicalBytes({ v: 1 })],
  ])('are broken with %s, though the root commits to them', async (_, entry) => {
    const { problems } = await withEntry(entry)
    expect(problems).toEqual([
      expect.objectContaining({
        resource: 'tile/entries/000.p/3',
        says: expect.stringMatching(/^entry 2: /),
      }),
    ])
  })
})
