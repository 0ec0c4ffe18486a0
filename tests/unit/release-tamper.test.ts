import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ATTESTATION_PATH } from '@/lib/release-format/attestation'
import { PROOF_PATH } from '@/lib/release-format/log-proof'
import { verify } from '@/lib/releases/verify'
import { shardOf, worldOf } from '../support/copies'
import { buildRelease, testVkey, writeRelease } from '../support/release'
import { logOf } from '../support/release-log'

const shards = [shardOf('a.jsonl', 12, 3, { kind: 'jsonl' }), shardOf('b.csv', 8, 5, { kind: 'csv' })]
const files = buildRelease(worldOf(shards, { disclosure: 'full', newlyWithheld: 20 }))
files.set(PROOF_PATH, Buffer.from(logOf(files).proofOf()))
const root = mkdtempSync(path.join(tmpdir(), 'winnow-tamper-'))
const release = writeRelease(path.join(root, 'release'), files)
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** In each file, all over it. `WINNOW_FLIPS=all` flips every byte, which takes some minutes. */
const EVERY_BYTE = process.env.WINNOW_FLIPS === 'all'
const FLIPS = EVERY_BYTE ? Infinity : 120
const PATIENCE = EVERY_BYTE ? { timeout: 30 * 60_000 } : {}

/** Files are written again as they were afterwards. */
async function verifyWith(name: string, bytes: Uint8Array) {
  writeFileSync(path.join(release, name), bytes)
  const report = await verify({ release, vkey: testVkey })
  writeFileSync(path.join(release, name), files.get(name) ?? '')
  return report
}

/** The one thing in a release that is authenticated by nothing: the hint which key signed the statement. */
function isHint(name: string, at: number): boolean {
  if (name !== ATTESTATION_PATH) return false
  const text = Buffer.from(files.get(name) ?? '').toString('latin1')
  const start = text.indexOf('"keyid":"') + '"keyid":"'.length
  return at >= start && at < text.indexOf('"', start)
}

describe('any flipped byte', () => {
  it('is not there to begin with', async () => {
    expect(await verify({ release, vkey: testVkey })).toMatchObject({
      exit: 0,
      integrity: { state: 'valid' },
    })
  })

  it.each([...files.keys()])(
    'of %s makes the release invalid, by the name of that file',
    PATIENCE,
    async (name) => {
      const original = Buffer.from(files.get(name) ?? '')
      const step = Math.max(1, Math.ceil(original.length / FLIPS))
      for (let at = 0, bit = 0; at < original.length; at += step, bit = (bit + 1) % 8) {
        const bytes = Buffer.from(original)
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
        const { exit, integrity } = await verifyWith(name, bytes)
        if (isHint(name, at) && exit === 0) continue
        expect(exit, `${name}, byte ${at}`).toBe(1)
        expect(integrity.says[0], `${name}, byte ${at}`).toContain(name)
      }
    },
  )

  it('of the base is found when it lies in the release', async () => {
    for (const shard of shards) {
      const file = path.join(release, 'data/base', shard.path)
      mkdirSync(path.dirname(file), { recursive: true })
      for (let at = 0; at < shard.bytes.length; at += 97) {
        const bytes = Buffer.from(shard.bytes)
        bytes[at] = (bytes[at] ?? 0) ^ 1
        writeFileSync(file, bytes)
        const report = await verify({ release })
        expect(report).toMatchObject({
          exit: 1,
          integrity: { says: [expect.stringContaining(`data/base/${shard.path}`)] },
        })
      }
      writeFileSync(file, shard.bytes)
    }
    expect(await verify({ release, rebuild: true })).toMatchObject({ exit: 0, rebuilt: { state: 'valid' } })
    rmSync(path.join(release, 'data/base'), { recursive: true })
    expect(await verify({ release, rebuild: true })).toMatchObject({
      exit: 2,
      rebuilt: { state: 'not_checked' },
    })
  })
})

describe('what is not authenticated does not matter', () => {
  it('the hint which key signed, and signatures of keys nobody asked for', async () => {
    const envelope = JSON.parse(Buffer.from(files.get(ATTESTATION_PATH) ?? '').toString())
    const [own] = envelope.signatures
    const other = { keyid: 'somebody', sig: Buffer.alloc(64).toString('base64') }
    for (const signatures of [[{ ...own, keyid: 'nobody' }], [other, own], [own, other]]) {
      const bytes = Buffer.from(JSON.stringify({ ...envelope, signatures }))
      expect((await verifyWith(ATTESTATION_PATH, bytes)).exit).toBe(0)
    }
    expect(
      await verifyWith(ATTESTATION_PATH, Buffer.from(JSON.stringify({ ...envelope, signatures: [other] }))),
    ).toMatchObject({ exit: 1 })
  })

  it('signature lines of unknown keys below the checkpoint', async () => {
    const line = `\u2014 witness.example ${Buffer.alloc(76).toString('base64')}\n`
    const proof = Buffer.from(`${Buffer.from(files.get(PROOF_PATH) ?? '').toString()}${line}`)
    expect((await verifyWith(PROOF_PATH, proof)).exit).toBe(0)
  })
})
