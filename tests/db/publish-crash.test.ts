import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { drainPending } from '@/lib/log/sequencer'
import { releasesOf } from '@/lib/releases/queries'
import { root } from '@/lib/runtime/root'
import { testDatabase } from '../support/database'
import { program } from '../support/program'
import {
  addressed,
  addressSpan,
  optOut,
  publishWorld,
  rule,
  SHARDS,
  type PublishWorld,
  dataOf,
} from './publish-world'

const database = testDatabase()
vi.setConfig({ testTimeout: 90_000 })

/** Decisions of every kind, and an opt-out whose rows are found while the release is made. */
async function decidedWorld(slug: string): Promise<PublishWorld> {
  const world = await publishWorld(slug)
  const texts = addressed().map(({ text }) => text)
  for (const [i, text] of texts.slice(0, 6).entries()) {
    if (i % 2 === 0) await rule(world, { text, action: 'remove', reason: 'pii.profile' })
    else await rule(world, { text, action: 'redact', reason: 'pii.contact', spans: addressSpan(text) })
  }
  for (const { id } of SHARDS[1].rows.slice(10, 12)) await optOut(world, id, texts[0] ?? '')
  return world
}

let undisturbed: string[]
beforeAll(async () => {
  const world = await decidedWorld('undisturbed')
  expect(await runChild(world)).toEqual({ code: 0, signal: null })
  undisturbed = await dataOf('undisturbed')
  expect(undisturbed.length).toBeGreaterThan(4)
})

/** Where the process dies, and what there is then. */
const deaths: [failpoint: string, staged: number, published: number, isHead: boolean][] = [
  ['publish.after-stage', 1, 0, false],
  ['publish.after-rules', 1, 0, false],
  ['publish.after-lists', 1, 0, false],
  ['publish.after-openings', 1, 0, false],
  ['publish.after-manifest', 1, 0, false],
  ['publish.before-commit', 1, 0, false],
  ['publish.after-commit', 0, 1, false],
  ['publish.after-head', 0, 1, true],
]

describe('a release whose making is killed and started again is the same release', () => {
  it.each(deaths)('at %s', async (failpoint, staged, published, isHead) => {
    const slug = failpoint.replaceAll(/[^a-z0-9]+/g, '-')
    const world = await decidedWorld(slug)
    expect(await runChild(world, failpoint)).toEqual({ code: null, signal: 'SIGKILL' })
    expect(await statesOf(world)).toEqual({ staged, published })
    expect((await releasesOf(world.datasetId)).some((release) => release.isHead)).toBe(isHead)

    expect(await runChild(world)).toEqual({ code: 0, signal: null })
    const releases = await releasesOf(world.datasetId)
    // Killed after the head moved there was nothing left to finish, so a second release was asked for and made.
    expect(releases.map(({ version }) => version)).toEqual(isHead ? ['1.0.1', '1.0.0'] : ['1.0.0'])
    expect(await dataOf(slug)).toEqual(undisturbed)
    expect(await entriesOf(slug)).toBe(releases.length)
    expect(await statesOf(world)).toEqual({ staged: 0, published: releases.length })
  })

  it('twice in a row, at two places', async () => {
    const world = await decidedWorld('twice-killed')
    expect(await runChild(world, 'publish.after-rules')).toMatchObject({ signal: 'SIGKILL' })
    expect(await runChild(world, 'publish.before-commit')).toMatchObject({ signal: 'SIGKILL' })
    expect(await runChild(world)).toEqual({ code: 0, signal: null })
    expect(await dataOf('twice-killed')).toEqual(undisturbed)
  })
})

async function statesOf({ datasetId }: PublishWorld) {
  const [row] = await database.sql`
    select count(*) filter (where state = 'staged')::int as staged, count(*) filter (where state = 'published')::int as published
    from release where dataset_id = ${datasetId}`
  return row
}

/** Entries about releases of the dataset, in the log and on their way into it. */
async function entriesOf(slug: string): Promise<number> {
  await drainPending()
  const entries = await database.sql<{ body: Buffer }[]>`select body from log_entry`
  return entries.filter(({ body }) => {
    const { t, dataset } = JSON.parse(body.toString())
    return t === 'release' && dataset === slug
  }).length
}

async function runChild({ datasetId, maintainer }: PublishWorld, failpoint = '') {
  const child = spawn(
    process.execPath,
    [...program('tests/support/publish-child.ts'), datasetId, maintainer.id],
    {
      cwd: root,
      env: { ...process.env, WINNOW_FAILPOINT: failpoint },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const [code, signal]: (number | string | null)[] = await once(child, 'exit')
  return { code, signal }
}
