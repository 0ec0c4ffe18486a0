import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { CHECKSUMS_PATH, checksumsText, TAG_CHECKSUMS_PATH } from '@/lib/release-format/checksums'
import { COUNTS_PATH, countsBytes } from '@/lib/release-format/counts'
import { tellsReasons, type Disclosure } from '@/lib/release-format/disclosure'
import { comparePlaces, compareText } from '@/lib/release-format/order'
import { RELEASE_FORMAT, RELEASE_PATH, releaseBytes, type BaseFile } from '@/lib/release-format/release-json'
import { linesOf, listsOf, Tally, type BaseRow } from '@/lib/release-format/rows'

export const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

export type World = {
  files: BaseFile[]
  rows: BaseRow[]
  contentFields: string[]
  idField?: string
  disclosure: Disclosure
  newlyWithheld?: number
}

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
  const data = new Map([...texts].map(([path, text]) => [path, Buffer.from(text)] as [string, Uint8Array]))
  const counts = tally.counts()
  data.set(COUNTS_PATH, countsBytes(counts))
  const checksums = checksumsText([...data].map(([path, bytes]) => ({ path, sha256: sha256(bytes) })))
  const release = releaseBytes({
    format: RELEASE_FORMAT,
    dataset: 'forum',
    version: '1.0.0',
    profile: 'world',
    disclosure: world.disclosure,
    previous: null,
    base: {
      files: [...world.files].sort((a, b) => compareText(a.path, b.path)),
      contentFields: world.contentFields,
      digestScheme: 1,
      idField: world.idField ?? null,
    },
    rows: counts.rows,
    manifest: sha256(checksums),
  })
  const tags = checksumsText([
    { path: CHECKSUMS_PATH, sha256: sha256(checksums) },
    { path: RELEASE_PATH, sha256: sha256(release) },
  ])
  return data
    .set(CHECKSUMS_PATH, Buffer.from(checksums))
    .set(RELEASE_PATH, release)
    .set(TAG_CHECKSUMS_PATH, Buffer.from(tags))
}

export function writeRelease(dir: string, files: ReadonlyMap<string, Uint8Array>): string {
  for (const [name, bytes] of files) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true })
    writeFileSync(path.join(dir, name), bytes)
  }
  return dir
}

/** Small, seeded and the same everywhere (mulberry32): a failing property test can be run again. */
export function random(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  return { next, below, pick: <T>(from: readonly [T, ...T[]]): T => from[below(from.length)] ?? from[0] }
}
