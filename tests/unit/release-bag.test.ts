import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openDuck } from '@/lib/datasets/duck'
import { preAuthEncoding } from '@/lib/release-format/dsse'
import { DISCLOSURES } from '@/lib/release-format/disclosure'
import { PROOF_PATH } from '@/lib/release-format/log-proof'
import { openings } from '@/lib/release-format/openings'
import { bagFaults } from '../support/bag'
import { shardOf, worldOf } from '../support/copies'
import { croissantFaults } from '../support/croissant'
import { buildRelease, sha256, testVkey, writeRelease, type World } from '../support/release'
import { logOf } from '../support/release-log'

const shards = [
  shardOf('deep/a%0A, b.jsonl', 60, 1, { kind: 'jsonl' }),
  shardOf('b.csv.gz', 60, 5, { kind: 'csv' }, true),
]
const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

function releaseOf(part: Partial<World> = {}) {
  const files = buildRelease(worldOf(shards, { disclosure: 'full', newlyWithheld: 20, ...part }))
  files.set(PROOF_PATH, Buffer.from(logOf(files).proofOf()))
  const root = mkdtempSync(path.join(tmpdir(), 'winnow-bag-'))
  folders.push(root)
  const folder = writeRelease(path.join(root, 'release'), files)
  return { files, folder, text: (name: string) => Buffer.from(files.get(name) ?? '').toString() }
}

function addBase(folder: string): void {
  for (const shard of shards) {
    const file = path.join(folder, 'data/base', shard.path)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, shard.bytes)
  }
}

describe('a release as a bag', () => {
  it('is valid but for what has to be fetched, and complete with the base in its place', () => {
    const { folder } = releaseOf()
    expect(bagFaults(folder)).toEqual([])
    expect(bagFaults(folder, { complete: true })).toEqual(
      shards.map((shard) => expect.stringContaining(`data/base/${shard.path} is missing`)).reverse(),
    )
    addBase(folder)
    expect(bagFaults(folder, { complete: true })).toEqual([])
  })

  it('fetches the base from below the address it was given, by commit, else names it by digest', () => {
    const url = 'https://hub.example/forum/resolve/4b825dc/'
    const base = { contentFields: ['title', 'body'], digestScheme: 1, idField: 'id', url }
    const files = [...shards]
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path: name, bytes, format, posts }) => {
        return { path: name, sha256: sha256(bytes), bytes: bytes.length, format, rows: posts.length }
      })
    const { folder, text } = releaseOf({ facts: { base: { ...base, files } } })
    expect(bagFaults(folder)).toEqual([])
    expect(text('fetch.txt')).toContain(`${url}deep/a%250A%2C%20b.jsonl `)
    expect(releaseOf().text('fetch.txt')).toMatch(
      /^ni:\/\/winnow\.example\/sha-256;[\w-]{43} \d+ data\/base\/b/,
    )
  })

  it('has one statement about one subject: release.json', () => {
    const { text } = releaseOf()
    const envelope = JSON.parse(text('release.intoto.json'))
    const statement = JSON.parse(Buffer.from(envelope.payload, 'base64').toString())
    expect(envelope.payloadType).toBe('application/vnd.in-toto+json')
    expect(statement).toEqual({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'release.json', digest: { sha256: sha256(text('release.json')) } }],
      predicateType: 'https://in-toto.io/attestation/release/v0.1',
      predicate: { purl: 'pkg:generic/forum@1.0.0' },
    })
  })

  it('signs what DSSE says is signed', () => {
    const encoded = preAuthEncoding('http://example.com/HelloWorld', Buffer.from('hello world'))
    expect(Buffer.from(encoded).toString()).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world')
  })
})

describe.each(DISCLOSURES)('the descriptions of a release that discloses %s', (disclosure) => {
  it('are Croissant 1.1 with all that it asks for, and the checksums of the files', () => {
    const { files, text } = releaseOf({ disclosure })
    const sums = new Map([...files].map(([name, bytes]) => [name, sha256(bytes)]))
    expect(croissantFaults(JSON.parse(text('croissant.json')), sums)).toEqual([])
  })

  it('are a card whose header the hub can read, whatever the dataset is called', () => {
    const title = 'A "forum": yes\n---\nlicense: mit'
    const about = {
      title,
      description: '# no heading',
      licence: 'Our own terms',
      homepage: null,
      page: 'https://x.example/datasets/forum/releases/1.0.0',
    }
    const { text } = releaseOf({ disclosure, facts: { about } })
    const [, header = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text('README.md')) ?? []
    expect(header.split('\n').slice(0, 3)).toEqual([
      `pretty_name: ${JSON.stringify(title)}`,
      'license: other',
      'license_name: "Our own terms"',
    ])
    expect(header).toContain(
      'config_name: manifest\n  default: true\n  data_files:\n  - split: train\n    path: data/manifest.csv',
    )
    expect(header.includes('exclusions')).toBe(disclosure !== 'kept-only')
    expect(body).not.toMatch(/^# no heading/m)
    expect(bagFaults(releaseOf({ facts: { about } }).folder)).toEqual([])
  })
})

describe('VERIFY.md', () => {
  const blocks = (text: string, language: string) =>
    [...text.matchAll(/^```(\w+)\n([^]*?)\n```$/gm)].flatMap(([, is, code = '']) =>
      is === language ? [code] : [],
    )
  const run = (folder: string, scripts: readonly string[]) =>
    execFileSync('sh', ['-c', scripts.map((script) => `${script}\n`).join('')], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })

  it('is right: its commands for coreutils and openssl accept the release, and each catches what it is for', () => {
    const { folder, files, text } = releaseOf()
    writeFileSync(path.join(folder, 'log.vkey'), `${testVkey}\n`)
    const scripts = blocks(text('VERIFY.md'), 'sh')
    expect(scripts).toHaveLength(5)
    expect(run(folder, scripts)).toMatch(/Signature Verified Successfully[^]*Signature Verified Successfully/)

    const proof = text(PROOF_PATH)
    const [, at = ''] = /\nindex \d+\n(\S+)\n/.exec(proof) ?? []
    const tampers: [number, string, string][] = [
      [0, 'data/manifest.csv', `${text('data/manifest.csv')}\n`],
      [0, 'README.md', text('README.md').replace('list', 'lust')],
      [0, 'tagmanifest-sha256.txt', text('tagmanifest-sha256.txt').replace(/^.*README.*\n/m, '')],
      [1, 'release.json', text('release.json').replace('"rows"', '"r0ws"')],
      [1, 'release.intoto.json', text('release.intoto.json').replace(/"sig":"../, '"sig":"AA')],
      [2, PROOF_PATH, proof.replace('\n22\n', '\n23\n')],
      [3, PROOF_PATH, proof.replace('index 20', 'index 21')],
      [3, PROOF_PATH, proof.replace(at, Buffer.alloc(32).toString('base64'))],
    ]
    for (const [block, name, changed] of tampers) {
      writeFileSync(path.join(folder, name), changed)
      expect(() => run(folder, scripts.slice(0, block + 1)), `${name} in block ${block}`).toThrow(
        /Command failed/,
      )
      writeFileSync(path.join(folder, name), files.get(name) ?? '')
    }
    expect(run(folder, scripts)).toMatch(/Verified/)
  })

  it('leads from every decision that is opened to the log, by coreutils and openssl, and from no other', () => {
    const { folder, text, files } = releaseOf()
    const script = blocks(text('VERIFY.md'), 'sh').slice(4)
    const lines = text(openings.path)
    expect(lines.split('\n').length).toBeGreaterThan(4)
    run(folder, script)
    for (const tampered of [
      lines.replace('"action":"remove"', '"action":"redact"'),
      lines.replace(/"salt":"./, (start) => `${start.slice(0, -1)}${start.endsWith('A') ? 'B' : 'A'}`),
      lines.replace(/"target":"./, (start) => `${start.slice(0, -1)}${start.endsWith('A') ? 'B' : 'A'}`),
      lines.replace('"index":2', '"index":3'),
      lines.replace('"hashes":["', '"hashes":["AA'),
      lines.replace(/\n[^\n]+\n$/, '\n'),
    ]) {
      expect(tampered).not.toBe(lines)
      writeFileSync(path.join(folder, openings.path), tampered)
      expect(() => run(folder, script), tampered).toThrow(/Command failed/)
    }
    writeFileSync(path.join(folder, openings.path), files.get(openings.path) ?? '')
    expect(blocks(releaseOf({ disclosure: 'rows' }).text('VERIFY.md'), 'sh')).toHaveLength(4)
  })

  it.each(DISCLOSURES)(
    'has a query whose answers DuckDB gives as true, at disclosure %s',
    async (disclosure) => {
      const { folder, text } = releaseOf({ disclosure })
      const [query = ''] = blocks(text('VERIFY.md'), 'sql')
      using database = await openDuck()
      const here = query.replace(/'(data\/|release\.json)/g, `'${folder}/$1`)
      const [answers = []] = (await database.duck.runAndReadAll(here)).getRows()
      expect(answers).toHaveLength(disclosure === 'kept-only' ? 3 : 5)
      expect(answers.every((answer) => answer === true)).toBe(true)
      writeFileSync(
        path.join(folder, 'data/manifest.csv'),
        readFileSync(path.join(folder, 'data/manifest.csv'), 'utf8').replace(/\n[^\n]+\n$/, '\n'),
      )
      const [after = []] = (await database.duck.runAndReadAll(here)).getRows()
      expect(after[0]).toBe(false)
    },
  )
})
