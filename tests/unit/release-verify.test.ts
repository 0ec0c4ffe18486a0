import { execFileSync, spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attest, ATTESTATION_PATH } from '@/lib/release-format/attestation'
import { PROOF_PATH } from '@/lib/release-format/log-proof'
import { verify } from '@/lib/releases/verify'
import { keyOfSeed } from '@/lib/log/key'
import { shardOf, worldOf } from '../support/copies'
import { listening } from '../support/listening'
import { logOf } from '../support/release-log'
import { program } from '../support/program'
import { parseRelease } from '@/lib/release-format/release-json'
import { sealRelease } from '@/lib/release-format/seal'
import { buildRelease, sha256, testVkey, writeRelease } from '../support/release'

const shards = [
  shardOf('a.jsonl', 80, 1, { kind: 'jsonl' }),
  shardOf('b.csv.gz', 80, 5, { kind: 'csv' }, true),
]
const files = buildRelease(worldOf(shards, { disclosure: 'full', newlyWithheld: 20 }))
const names = [...files.keys()]
/** What vouches for itself only together with a key (release-tamper.test.ts). */
const required = names.filter((name) => name !== ATTESTATION_PATH)

function lay(changed: ReadonlyMap<string, Uint8Array> = files): string {
  const root = mkdtempSync(path.join(tmpdir(), 'winnow-verify-'))
  for (const shard of shards) writeFileSync(path.join(root, shard.path), shard.bytes)
  return writeRelease(path.join(root, 'release'), changed)
}
const baseOf = (release: string) => shards.map((shard) => path.join(path.dirname(release), shard.path))

describe('a release as it was published', () => {
  it('is valid, and no more is claimed than was checked', async () => {
    const report = await verify({ release: lay() })
    expect(report).toMatchObject({
      exit: 0,
      integrity: { state: 'valid' },
      rebuilt: { state: 'not_checked' },
      backed: { state: 'valid' },
      complete: { state: 'not_checked' },
    })
    expect(report.integrity.says.join(' ')).toMatch(/Not checked: whether the log has it/)
  })

  it('is rebuilt from its base, every digest recomputed', async () => {
    const release = lay()
    const report = await verify({ release, base: baseOf(release) })
    expect(report).toMatchObject({ exit: 0, rebuilt: { state: 'valid' } })
    expect(report.rebuilt.says[0]).toContain('2 base files and their 160 rows')
  })

  it('cannot be rebuilt without all of its base', async () => {
    const release = lay()
    const report = await verify({ release, base: baseOf(release).slice(1) })
    expect(report).toMatchObject({
      exit: 2,
      integrity: { state: 'valid' },
      rebuilt: { state: 'not_checked' },
    })
    expect(report.rebuilt.says[0]).toContain('a.jsonl')
  })
})

describe('tampering', () => {
  it.each(required)('with any line of %s is found', async (name) => {
    const original = Buffer.from(files.get(name) ?? '')
    for (const at of [
      0,
      Math.floor(original.length / 3),
      Math.floor(original.length / 2),
      original.length - 2,
    ]) {
      const bytes = Buffer.from(original)
      bytes[at] = (bytes[at] ?? 0) === 0x31 ? 0x32 : 0x31
      const report = await verify({ release: lay(new Map(files).set(name, bytes)) })
      expect(report, `${name} at ${at}`).toMatchObject({ exit: 1, integrity: { state: 'invalid' } })
    }
  })

  it.each(required)('by dropping the last line of %s is found', async (name) => {
    const text = Buffer.from(files.get(name) ?? '').toString()
    const shorter = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)
    expect((await verify({ release: lay(new Map(files).set(name, Buffer.from(shorter))) })).exit).toBe(1)
  })

  it('by a file nobody vouches for is found', async () => {
    const report = await verify({ release: lay(new Map(files).set('data/more.csv', Buffer.from('x'))) })
    expect(report).toMatchObject({ exit: 1, integrity: { says: [expect.stringContaining('data/more.csv')] } })
  })

  it.each([
    ['data/exclusions.csv', (text: string) => text.replace(',remove\n', ',restrict\n')],
    ['data/manifest.csv', (text: string) => text.replace(/\n[^\n]+\n/, '\n')],
    ['data/redactions.jsonl', (text: string) => text.replaceAll(/^.*"file":"b\.csv\.gz".*\n/gm, '')],
    ['data/labels.csv', (text: string) => `${text}b.csv.gz,9999,x\n`],
    ['data/reasons.csv', (text: string) => text.replace(/slur\n/, 'other\n')],
  ])('with %s is found even when all checksums were written anew', async (name, change) => {
    const text = change(Buffer.from(files.get(name) ?? '').toString())
    const changed = reseal(new Map(files).set(name, Buffer.from(text)))
    const report = await verify({ release: lay(changed) })
    expect(report).toMatchObject({ exit: 1, integrity: { state: 'invalid' } })
    expect(report.integrity.says[0]).not.toContain('checksum')
  })

  it('with digests, checksums and all written anew is found by rebuilding', async () => {
    const text = Buffer.from(files.get('data/manifest.csv') ?? '').toString()
    const release = lay(
      reseal(new Map(files).set('data/manifest.csv', Buffer.from(text.replace(/[0-9a-f]{64}/, sha256('x'))))),
    )
    expect((await verify({ release })).exit).toBe(0)
    expect(await verify({ release, vkey: testVkey })).toMatchObject({
      exit: 1,
      integrity: { says: [expect.stringContaining('not signed by that key')] },
    })
    expect(await verify({ release, base: baseOf(release) })).toMatchObject({
      exit: 1,
      rebuilt: { state: 'invalid' },
    })
  })
})

/** What a forger can do who does not know the log: everything fits again, and is signed with another key. */
function reseal(changed: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const facts = parseRelease(files.get('release.json') ?? new Uint8Array())
  const data = [...changed]
    .filter(([name]) => name.startsWith('data/'))
    .map(([name, bytes]) => ({ path: name, sha256: sha256(bytes), bytes: bytes.length }))
  const sealed = sealRelease(facts, facts.rows, data)
  const forger = keyOfSeed(new Uint8Array(32).fill(9))
  const statement = attest(sealed.release, sealed.digest, [{ keyId: 'forger', sign: forger.sign }])
  return new Map([...changed, ...sealed.files, [ATTESTATION_PATH, statement]])
}

describe('what cannot be checked', () => {
  it.each(required)('is said when %s is missing', async (name) => {
    const release = lay()
    rmSync(path.join(release, name))
    const report = await verify({ release })
    expect(report).toMatchObject({
      exit: 2,
      integrity: { state: 'not_checked', says: [`${name} is missing.`] },
    })
  })

  it.each(names)('is said when %s cannot be read', async (name) => {
    const release = lay()
    rmSync(path.join(release, name))
    mkdirSync(path.join(release, name))
    expect(await verify({ release })).toMatchObject({ exit: 2, integrity: { state: 'not_checked' } })
  })

  it('is said when there is no release at all', async () => {
    expect((await verify({ release: '/nowhere' })).exit).toBe(2)
    expect((await verify({ release: 'http://127.0.0.1:9/' })).exit).toBe(2)
  })
})

describe('the log', () => {
  const vkey = testVkey
  const { entryOf, proofOf } = logOf(files)
  const withProof = (text: string) => lay(new Map(files).set(PROOF_PATH, Buffer.from(text)))

  it('has the release, says the proof; who signed is not claimed without a key', async () => {
    const report = await verify({ release: withProof(proofOf(entryOf())) })
    expect(report.exit).toBe(0)
    expect(report.integrity.says.join(' ')).toMatch(
      /Entry 20 .* tree of size 22\. Not checked: the signature/,
    )
  })

  it('is believed when its key signed the checkpoint, and not when another did', async () => {
    const release = withProof(proofOf(entryOf()))
    const report = await verify({ release, vkey: `${vkey}\n` })
    expect(report).toMatchObject({ exit: 0 })
    expect(report.integrity.says.join(' ')).toMatch(/signed by the key given/)
    const other = keyOfSeed(new Uint8Array(32).fill(8))
    expect((await verify({ release: withProof(proofOf(entryOf(), other)), vkey })).exit).toBe(1)
  })

  it.each([
    ['another release.json', { release: sha256('x') }],
    ['another version', { version: '1.0.1' }],
    ['other counts', { rows: { in: 160, untouched: 160, redacted: 0, removed: 0, restricted: 0 } }],
    ['another base', { files: sha256('x') }],
    ['another state of the log', { log_size: 19 }],
    ['a release frozen after the log has it', { at: '2026-11-19T23:00:00Z' }],
    ['no release', { t: 'decision' }],
  ])('does not vouch for %s', async (_, change) => {
    expect((await verify({ release: withProof(proofOf(entryOf(change))) })).exit).toBe(1)
  })

  it('does not vouch for what is not in the tree, or for a damaged proof', async () => {
    const proof = proofOf(entryOf())
    for (const bad of [
      proof.replace('index 20', 'index 19'),
      proof.slice(0, 200),
      proof.replace('@v1', '@v2'),
      '',
    ])
      expect((await verify({ release: withProof(bad) })).exit).toBe(1)
  })

  it('is asked for by a key: then a missing proof is a fault', async () => {
    expect((await verify({ release: lay(), vkey })).exit).toBe(1)
  })
})

describe('a release at an address', () => {
  let address = ''
  const folder = lay()
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '', 'http://x').pathname).replace(
      '/r/1.0.0/files/',
      '',
    )
    if (!names.includes(name)) response.writeHead(404).end('<h1>not here</h1>')
    else response.end(readFileSync(path.join(folder, name)))
  })
  beforeAll(async () => {
    address = `http://127.0.0.1:${await listening(server)}`
  })
  afterAll(() => void server.close())

  it('is fetched from its page, its folder or its release.json, and nothing stays behind', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('winnow-release-')).length
    for (const at of ['/r/1.0.0', '/r/1.0.0/files/', '/r/1.0.0/files/release.json'])
      expect(await verify({ release: address + at })).toMatchObject({
        exit: 0,
        release: { version: '1.0.0' },
      })
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('winnow-release-')).length).toBe(before)
  })

  it('cannot be checked when a file is gone', async () => {
    renameSync(path.join(folder, 'data/labels.csv'), path.join(folder, 'labels.csv'))
    const lost = names.splice(names.indexOf('data/labels.csv'), 1)
    expect((await verify({ release: `${address}/r/1.0.0/` })).exit).toBe(2)
    names.push(...lost)
  })
})

describe('the command', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [...program('lib/cli/main.ts'), 'verify', ...args], {
      encoding: 'utf8',
    })

  it('exits 0, 1 and 2, with one JSON object on stdout; the checksums are those of coreutils', () => {
    const valid = lay()
    const tampered = lay(new Map(files).set('data/labels.csv', Buffer.from('x')))
    for (const [release, exit] of [
      [valid, 0],
      [tampered, 1],
      ['/nowhere', 2],
    ] as const) {
      const { status, stdout } = run(release, '--json')
      expect(status).toBe(exit)
      expect(JSON.parse(stdout)).toMatchObject({ exit })
    }
    expect(
      execFileSync('sha256sum', ['-c', '--ignore-missing', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'], {
        cwd: valid,
        encoding: 'utf8',
      }),
    ).toMatch(/data\/manifest\.csv: OK[^]*README\.md: OK/)
  })
})
