import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { logVkey } from '@/lib/log/queries'
import { verify } from '@/lib/releases/verify'
import { testDatabase } from '../support/database'
import { draftsIn, hasSmallDisks, onSmallDisk, withFileLimit, type Ended } from '../support/full-disk'
import {
  addressed,
  addressSpan,
  publishTo,
  publishWorld,
  rule,
  type PublishWorld,
  dataOf,
} from './publish-world'

const database = testDatabase()
vi.setConfig({ testTimeout: 180_000 })

const SCRIPT = 'tests/support/publish-child.ts'
const SENTENCE =
  /There is no room left on the disk for release 1\.0\.0 of \S+\. Nothing of it is published; free some and publish again/

async function decidedWorld(slug: string): Promise<PublishWorld> {
  const world = await publishWorld(slug)
  const texts = addressed().map(({ text }) => text)
  for (const [i, text] of texts.slice(0, 6).entries())
    if (i % 2 === 0) await rule(world, { text, action: 'remove', reason: 'pii.profile' })
    else await rule(world, { text, action: 'redact', reason: 'pii.contact', spans: addressSpan(text) })
  return world
}

const data = () => process.env.WINNOW_DATA ?? ''

async function stateOf({ datasetId }: PublishWorld) {
  const [row] = await database.sql`
    select (select count(*)::int from release where dataset_id = ${datasetId} and state = 'staged') as staged,
      (select count(*)::int from release where dataset_id = ${datasetId} and state = 'published') as published,
      (select count(*)::int from release_file where dataset_id = ${datasetId}) as files,
      (select count(*)::int from release_head where dataset_id = ${datasetId}) as heads`
  return row
}

async function expectNothingOf(world: PublishWorld, ended: Ended): Promise<void> {
  expect(ended.status).not.toBe(0)
  expect(ended.stderr).toMatch(SENTENCE)
  expect(await stateOf(world)).toEqual({ staged: 1, published: 0, files: 0, heads: 0 })
  expect(draftsIn(data())).toEqual([])
}

let undisturbed: string[]
beforeAll(async () => {
  await publishTo(await decidedWorld('undisturbed'))
  undisturbed = await dataOf('undisturbed')
  expect(undisturbed.length).toBeGreaterThan(4)
})

describe('a release for which there is no room', () => {
  it.each([
    ['nothing can be written', 0],
    ['the manifest does not fit', 4],
    ['all but the longest file fits', 24],
  ])('is not published by half where %s, and is the same release when there is', async (_what, blocks) => {
    const slug = `limit-${blocks}`
    const world = await decidedWorld(slug)
    await expectNothingOf(world, withFileLimit(blocks, SCRIPT, [world.datasetId, world.maintainer.id]))
    const { view, folder } = await publishTo(world)
    expect(view).toMatchObject({ version: '1.0.0', resumed: true })
    expect(await dataOf(slug)).toEqual(undisturbed)
    expect(await verify({ release: folder, base: world.files, vkey: logVkey() })).toMatchObject({ exit: 0 })
  })

  it('is not written to a folder by half either', async () => {
    const world = await decidedWorld('out')
    await publishTo(world)
    const parent = mkdtempSync(path.join(tmpdir(), 'winnow-full-out-'))
    const out = path.join(parent, 'deep/release')
    const ended = withFileLimit(8, 'tests/support/write-out-child.ts', ['out', '1.0.0', out])
    expect(ended.status).not.toBe(0)
    expect(ended.stderr).toMatch(/EFBIG/)
    expect(existsSync(out)).toBe(false)
    expect(readdirSync(parent)).toEqual([])
  })

  const small = hasSmallDisks()
  if (!small)
    console.warn('NOT RUN: no file system of its own for a process on this machine, so none that is full')
  it.runIf(small)('is not published by half on a disk that is full, byte by byte', async () => {
    const world = await decidedWorld('full')
    const folder = path.join(data(), 'blobs')
    // The more is free, the later it fails.
    for (const free of [0, 4, 12, 20]) {
      const then = 'ls "$folder/incoming" | sed "s/^/left: /" >&2'
      const args = [world.datasetId, world.maintainer.id]
      const ended = onSmallDisk({ folder, free, then }, SCRIPT, args)
      await expectNothingOf(world, ended)
      expect(ended.stderr).not.toContain('left: ')
    }
    const { view } = await publishTo(world)
    expect(view).toMatchObject({ version: '1.0.0', resumed: true })
    expect(await dataOf('full')).toEqual(undisturbed)
  })
})
