import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { attest, ATTESTATION_PATH } from '@/lib/release-format/attestation'
import { COUNTS_PATH, countsBytes } from '@/lib/release-format/counts'
import { tellsReasons, type Disclosure } from '@/lib/release-format/disclosure'
import { comparePlaces, compareText } from '@/lib/release-format/order'
import type { BaseFile, ReleaseFacts } from '@/lib/release-format/release-json'
import { openings } from '@/lib/release-format/openings'
import { linesOf, listsOf, Tally, type BaseRow } from '@/lib/release-format/rows'
import { sealRelease } from '@/lib/release-format/seal'
import { keyOfSeed } from '@/lib/log/key'
import { ED25519, formatVkey } from '@/lib/tlog/vkey'
import { decisionsOf } from './release-decisions'

export const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

export type World = {
  files: BaseFile[]
  rows: BaseRow[]
  contentFields: string[]
  idField?: string
  disclosure: Disclosure
  newlyWithheld?: number
  facts?: Partial<ReleaseFacts>
}

/** Signs what is made up here. */
export const testKey = keyOfSeed(new Uint8Array(32).fill(7))
export const testVkey = formatVkey({
  name: 'log.example/winnow',
  type: ED25519,
  publicKey: testKey.publicKey,
})
const testKeyId = testVkey.split('+').slice(0, 2).join('+')

/** A release written row by row in memory: what the streaming publisher has to equal. */
export function buildRelease(world: World): Map<string, Uint8Array> {
  const telling = {
    disclosure: world.disclosure,
    reasons: tellsReasons(world.disclosure, world.newlyWithheld ?? 0),
  }
  const texts = new Map(listsOf(telling).map(({ path, head }) => [path, head]))
  const tally = new Tally(telling, world.files)
  for (const row of [...world.rows].sort(comparePlaces)) {
    tally.add(row)
    for (const { path, text } of linesOf(row, telling)) texts.set(path, (texts.get(path) ?? '') + text)
  }
  const decided = decisionsOf('forum', telling.reasons ? world.rows : [])
  if (telling.reasons) texts.set(openings.path, decided.text)
  const data = new Map([...texts].map(([path, text]) => [path, Buffer.from(text)] as [string, Uint8Array]))
  const counts = tally.counts()
  data.set(COUNTS_PATH, countsBytes(counts))
  const payload = Array.from(data, ([path, bytes]) => ({ path, sha256: sha256(bytes), bytes: bytes.length }))
  const { release, digest, files } = sealRelease(
    { ...factsOf(world), log: world.facts?.log ?? decided.log },
    counts.rows,
    payload,
  )
  for (const [path, bytes] of files) data.set(path, bytes)
  return data.set(ATTESTATION_PATH, attest(release, digest, [{ keyId: testKeyId, sign: testKey.sign }]))
}

export const factsOf = (world: World): ReleaseFacts => ({
  dataset: 'forum',
  about: {
    title: 'A forum',
    description: '',
    licence: 'CC-BY-4.0',
    homepage: null,
    page: 'https://winnow.example/datasets/forum/releases/1.0.0',
  },
  version: '1.0.0',
  profile: 'world',
  disclosure: world.disclosure,
  date: '2026-11-20',
  previous: null,
  base: {
    files: [...world.files].sort((a, b) => compareText(a.path, b.path)),
    url: null,
    contentFields: world.contentFields,
    digestScheme: 1,
    idField: world.idField ?? null,
  },
  policy: sha256('a policy'),
  log: { origin: 'log.example/winnow', size: 20, root: sha256('a tree') },
  ...world.facts,
})

export function writeRelease(dir: string, files: ReadonlyMap<string, Uint8Array>): string {
  for (const [name, bytes] of files) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true })
    writeFileSync(path.join(dir, name), bytes)
  }
  return dir
}
