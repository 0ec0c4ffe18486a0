import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database, transact } from '@/db/client'
import { itemDigest } from '@/lib/datasets/digest'
import { raiseFlags } from '@/lib/flags/raise-flags'
import { DISCLOSURES, type Disclosure } from '@/lib/release-format/disclosure'
import { isEnd, openings, type OpenDecision } from '@/lib/release-format/openings'
import { diffResponse } from '@/lib/releases/download'
import { verify } from '@/lib/releases/verify'
import { openCases } from '@/lib/review/open-cases'
import { forgetEnv } from '@/lib/runtime/env'
import { testDatabase } from '../support/database'
import {
  addressed,
  addressSpan,
  publishTo,
  publishWorld,
  rule,
  SHARDS,
  TEA,
  type Ruling,
} from './publish-world'

/*
 * The adversary has every published byte of several releases, the log, and the base. Worlds are the same but for the categories of
 * withheld rows. Whatever differs between the bytes of two worlds would tell them apart, so nothing may but what commits to random
 * salts and what is a digest over that (`shown` takes it out): salts, commitments and hashes of the openings, the root of the log, the
 * digests over those files, signatures and proofs.
 */
const ONLY_DIGESTS = new Set(['release.intoto.json', 'release.tlog-proof'])

const WORLDS = {
  'all personal data': () => 'pii',
  'all secrets': () => 'secrets',
  'one as often as the other': (i: number) => (i % 2 === 0 ? 'pii' : 'secrets'),
} as const

/** By release: the files as they were published. */
type Published = Map<string, ReadonlyMap<string, Buffer>>
const worlds = new Map<string, { releases: Published; log: string[] }>()
const SEED = Buffer.alloc(32, 5).toString('base64')

describe.each(Object.entries(WORLDS))('a world: %s', (name, categoryOf) => {
  testDatabase()
  beforeAll(() => {
    process.env.WINNOW_LOG_KEY = SEED
    forgetEnv()
  })
  afterAll(() => {
    delete process.env.WINNOW_LOG_KEY
  })

  it('publishes two releases at each level, and no digest of what it took out', async () => {
    const releases: Published = new Map()
    for (const disclosure of DISCLOSURES)
      for (const [version, files] of await publishTwice(disclosure, categoryOf))
        releases.set(`${disclosure} ${version}`, files)
    const entries = await database().sql<{ body: Buffer }[]>`select body from log_entry order by idx`
    const log = entries.map(({ body }) => body.toString())
    worlds.set(name, { releases, log })
    const decided = await database().sql<{ category: string }[]>`
      select distinct category from decision order by category`
    const categories = new Set(['hate', ...[0, 1].map(categoryOf)])
    expect(decided.map(({ category }) => category)).toEqual([...categories].sort())

    for (const [release, files] of releases) {
      const bytes = [...files.values(), ...log.map((entry) => Buffer.from(entry))]
      const everything = Buffer.concat(bytes).toString('latin1')
      for (const text of takenOut(release.endsWith('2.0.0') ? 2 : 1))
        for (const digest of digestsOf(text))
          expect(everything.includes(digest), `${release} has a digest of “${text}”`).toBe(false)
      // The search can find what is there.
      expect(everything).toContain(itemDigest([TEA]).toString('hex'))
    }
  })
})

describe('to the adversary', () => {
  it('the worlds are the same, in every file of every release', () => {
    const [one, ...rest] = [...worlds.values()]
    expect(rest).toHaveLength(Object.keys(WORLDS).length - 1)
    for (const other of rest)
      for (const [release, files] of one?.releases ?? []) {
        const theirs = other.releases.get(release)
        expect([...files.keys()]).toEqual([...(theirs?.keys() ?? [])])
        for (const [name, bytes] of files)
          expect(shown(name, theirs?.get(name)), `${name} of ${release}`).toBe(shown(name, bytes))
      }
  })

  it('is shown which decisions give a reason that may be told, and of no other more than its commitments', () => {
    for (const { releases, log } of worlds.values())
      for (const [release, files] of releases) {
        const opened = openedIn(files.get(openings.path))
        if (release !== 'full 1.0.0') {
          expect(opened).toEqual([])
          continue
        }
        expect(opened).toHaveLength(decisions(1).filter(({ category }) => category).length)
        for (const { index, what, ...rest } of opened) {
          expect(what).toEqual({
            scope: 'content',
            action: 'remove',
            category: 'hate',
            reason: 'hate.attack',
          })
          expect(JSON.parse(log[index] ?? '')).toMatchObject({ t: 'decision', id: rest.id })
          expect(Object.keys(rest).sort()).toEqual(['at', 'closed', 'hashes', 'id', 'policy', 'salt'])
        }
      }
  })

  it('they would not be the same if something else had been decided', () => {
    const [one] = [...worlds.values()]
    const lists = (release: string) =>
      shown('data/manifest.csv', one?.releases.get(release)?.get('data/manifest.csv'))
    expect(lists('rows 1.0.0')).not.toBe(lists('rows 2.0.0'))
    expect(one?.releases.get('full 1.0.0')?.has('data/reasons.csv')).toBe(true)
  })

  it('their logs are the same but for ids and commitments', () => {
    const [one, ...rest] = [...worlds.values()]
    for (const other of rest)
      expect(other.log.map(withoutCommitments)).toEqual(one?.log.map(withoutCommitments))
  })
})

/** Two releases: many withheld rows in the first, few more in the second, beside some whose reason may be told. */
async function publishTwice(disclosure: Disclosure, categoryOf: (i: number) => string) {
  const world = await publishWorld(`adversary-${disclosure}`, disclosure)
  await raiseAll(world.datasetId)
  const published: Published = new Map()
  for (const round of [1, 2] as const) {
    for (const [i, ruling] of decisions(round).entries()) await rule(world, inCategory(ruling, categoryOf(i)))
    const { view, folder } = await publishTo(world)
    const files = new Map(filesOf(folder))
    const { backed } = await verify({ release: folder })
    expect(backed.state).toBe(files.has(openings.path) ? 'valid' : 'not_checked')
    if (round === 2) {
      const diff = await diffResponse(new Request('http://x/'), world.slug, view.version)
      files.set('diff.json', Buffer.from(await diff.arrayBuffer()))
    }
    published.set(view.version, files)
  }
  return published
}

/** Cases in every category for every text with an address, so that the worlds differ in nothing but what is decided. */
async function raiseAll(datasetId: string): Promise<void> {
  const digests = addressed().map(({ text }) => itemDigest([text]))
  await transact(async (tx) => {
    for (const category of ['pii', 'secrets', 'hate'])
      await raiseFlags(
        tx,
        datasetId,
        digests.map((digest) => ({
          ...{ digest, source: 'detector', detector: 'test', detectorVersion: '1', category, type: 'test' },
          ...{ score: 0.9, severity: 2, spans: [] },
        })),
      )
    return openCases(tx, datasetId, digests)
  })
}

function decisions(round: 1 | 2): Ruling[] {
  const list = addressed().slice(...(round === 1 ? [0, 60] : [60, 75]))
  return list.map(({ text }, i): Ruling => {
    if (i % 5 === 4) return { text, action: 'remove', category: 'hate', reason: 'hate.attack' }
    if (i % 5 === 3) return { text, action: 'redact', reason: '', spans: addressSpan(text) }
    return { text, action: 'remove', reason: '' }
  })
}

const inCategory = (ruling: Ruling, category: string): Ruling =>
  ruling.category
    ? ruling
    : { ...ruling, category, reason: category === 'pii' ? 'pii.contact' : 'secrets.credential' }

const takenOut = (rounds: 1 | 2): string[] =>
  ([1, 2] as const).slice(0, rounds).flatMap((round) => decisions(round).map(({ text }) => text))

/** Every digest somebody might make of a row: of the item, its text, its line; each as it may be spelt. */
function digestsOf(text: string): string[] {
  const row = SHARDS.flatMap(({ rows }) => [...rows]).find((candidate) => candidate.text === text)
  const sha256 = (value: string) => createHash('sha256').update(value).digest()
  const digests = [
    itemDigest([text]),
    sha256(text),
    sha256(JSON.stringify({ id: row?.id, text })),
    sha256(row?.id ?? ''),
  ]
  return digests.flatMap((digest) => [
    digest.toString('hex'),
    digest.toString('hex').toUpperCase(),
    digest.toString('base64'),
    digest.toString('base64url'),
    digest.toString('latin1'),
  ])
}

function filesOf(folder: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
  return new Map(names.sort().map((name) => [name, readFileSync(path.join(folder, name))]))
}

/** A file with its commitments taken out; the day is no part of a world. */
function shown(name: string, bytes: Buffer | undefined): string {
  const text = bytes?.toString() ?? ''
  if (name === 'release.json') {
    const release = JSON.parse(text)
    delete release.log.root
    delete release.manifest
    delete release.tagmanifest
    delete release.previous?.sha256
    return JSON.stringify({ ...release, date: '' })
  }
  if (name === 'croissant.json')
    return text
      .replace(/"prov:wasDerivedFrom".*/, (tail) =>
        tail.replace(/"sha256":"[0-9a-f]{64}"|sha-256;[\w-]{43}/g, ''),
      )
      .replace(/\d{4}-\d\d-\d\d/g, '')
      .replace(/("name":"(?:data\/openings\.jsonl|manifest-sha256\.txt)","sha256":)"[0-9a-f]{64}"/g, '$1')
  if (name === 'diff.json') return text.replace(/"sha256":"[0-9a-f]{64}"/g, '')
  if (name === 'tagmanifest-sha256.txt')
    return text.replace(/^[0-9a-f]{64} {2}(croissant\.json|README\.md|manifest-sha256\.txt)$/gm, '$1')
  if (name === 'manifest-sha256.txt') return text.replace(/^[0-9a-f]{64}(?= {2}data\/openings\.jsonl$)/m, '')
  if (name === openings.path) return text.replace(/"(at|id)":"[^"]*"/g, '').replace(/"[\w+/-]{43}=?"/g, '')
  if (ONLY_DIGESTS.has(name)) return `${text.split('\n').length} lines, ${text.length > 0}`
  return name === 'README.md' ? text.replace(/\d{4}-\d\d-\d\d/, '') : (bytes?.toString('latin1') ?? '')
}

function openedIn(bytes: Buffer | undefined): OpenDecision[] {
  const lines = bytes ? openings.reader().push(bytes.toString()) : []
  return lines.flatMap((line) => (isEnd(line) ? [] : [line]))
}

function withoutCommitments(entry: string): object {
  const { id, c, at, release, manifest, ...rest } = JSON.parse(entry)
  return { ...rest, has: [id, c, at, release, manifest].map((value) => typeof value) }
}
