import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { latestCheckpoint, logVkey } from '@/lib/log/queries'
import { drainPending } from '@/lib/log/sequencer'
import { serveTile } from '@/lib/log/serve-tile'
import { logIdentity } from '@/lib/log/identity'
import { noteRelease } from '@/lib/releases/notice'
import { releaseByVersion } from '@/lib/releases/queries'
import { stageRelease } from '@/lib/releases/stage'
import { verify } from '@/lib/releases/verify'
import { forgetEnv } from '@/lib/runtime/env'
import { testDatabase } from '../support/database'
import { listening } from '../support/listening'
import { publishTo, publishWorld, rule, rulings } from './publish-world'
import { newMember } from './review-world'

const database = testDatabase()

/** The log as the product serves it; `tamper` may change what is sent. */
let tamper: (path: string, bytes: Buffer) => Buffer = (_, bytes) => bytes
const server = createServer((request, response) => {
  const answer = async (path: string) => {
    if (path === '/log/checkpoint') return Buffer.from((await latestCheckpoint())?.note ?? '')
    const served = await serveTile(new Request(`http://here${path}`))
    return served.ok ? Buffer.from(await served.arrayBuffer()) : null
  }
  void answer(request.url ?? '').then((bytes) =>
    bytes ? response.end(tamper(request.url ?? '', bytes)) : response.writeHead(404).end(),
  )
})

beforeAll(async () => {
  process.env.WINNOW_URL = `http://127.0.0.1:${await listening(server)}`
  forgetEnv()
})
afterAll(() => {
  delete process.env.WINNOW_URL
  forgetEnv()
  server.close()
})

describe('a release', () => {
  it('is the latest until another one is published, says the log, entry by entry up to its signed root', async () => {
    const world = await publishWorld('fresh')
    const other = await publishWorld('another')
    const { folder } = await publishTo(world)
    await publishTo(other)
    const asked = { release: folder, latest: true, vkey: logVkey() }
    const report = await verify(asked)
    expect(report).toMatchObject({ exit: 0, integrity: { state: 'valid' }, fresh: { state: 'valid' } })
    expect(report.fresh.says).toEqual([
      expect.stringMatching(/^The log has no later release of fresh for world/),
    ])
    expect((await verify({ release: folder, latest: true })).fresh.says[1]).toMatch(
      /Not checked: the signature/,
    )

    const [ruling] = rulings()
    if (ruling) await rule(world, ruling)
    const { folder: next } = await publishTo(world)
    const stale = await verify(asked)
    expect(stale).toMatchObject({ exit: 1, integrity: { state: 'valid' }, fresh: { state: 'invalid' } })
    expect(stale.fresh.says[0]).toContain('there is a newer release, 2.0.0')
    expect((await verify({ ...asked, release: next })).exit).toBe(0)
  })

  it('that was withdrawn says so to whoever asks, and in the log; its bytes stay', async () => {
    const world = await publishWorld('noticed')
    const { folder, release } = await publishTo(world)
    const { datasetId } = world
    for (const kind of ['withdrawn', 'superseded_for_legal_reasons'] as const) {
      const note = () =>
        transact((tx) => noteRelease(tx, world.maintainer, { datasetId, version: '1.0.0', kind }))
      await note()
      await expect(note()).rejects.toMatchObject({ code: 'conflict' })
      await drainPending()
      const report = await verify({ release: folder, latest: true, vkey: logVkey() })
      expect(report).toMatchObject({ exit: 1, integrity: { state: 'valid' }, fresh: { state: 'invalid' } })
      expect(report.fresh.says[0]).toContain(kind.replaceAll('_', ' '))
    }
    expect((await releaseByVersion('noticed', '1.0.0'))?.notices.map(({ kind }) => kind)).toEqual([
      'withdrawn',
      'superseded_for_legal_reasons',
    ])
    const [entry] = await database.sql<{ body: Buffer }[]>`
      select body from log_entry join release_notice using (entry_id) where kind = 'withdrawn'`
    expect(JSON.parse(entry?.body.toString() ?? '{}')).toMatchObject({
      ...{ t: 'release_notice', dataset: 'noticed', version: '1.0.0', profile: 'world', notice: 'withdrawn' },
      release: release.digest,
    })
  })

  it('is marked by nobody but a maintainer, and only when it is there', async () => {
    const world = await publishWorld('unmarked')
    const { datasetId } = world
    const note = (actor: typeof world.lead) =>
      transact((tx) => noteRelease(tx, actor, { datasetId, version: '1.0.0', kind: 'withdrawn' }))
    await expect(note(world.maintainer)).rejects.toMatchObject({ code: 'not_found' })
    for (const stranger of [world.lead, await newMember(database.db, [], ['admin'])])
      await expect(note(stranger)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('is not called the latest by a log that hides, changes or has lost something', async () => {
    const world = await publishWorld('hidden')
    const { folder } = await publishTo(world)
    await publishTo(world)
    const asked = { release: folder, latest: true, vkey: logVkey() }
    const tampers: (typeof tamper)[] = [
      (path, bytes) =>
        path.startsWith('/log/tile/entries/') ? Buffer.from(bytes).fill(0x20, 40, 60) : bytes,
      (path, bytes) =>
        path.startsWith('/log/tile/0/') ? Buffer.from(bytes).fill((bytes[0] ?? 0) ^ 1, 0, 1) : bytes,
      (path, bytes) =>
        path === '/log/checkpoint' ? Buffer.from(bytes.toString().replace(/\n\d+\n/, '\n1\n')) : bytes,
    ]
    for (const change of tampers) {
      tamper = change
      expect(await verify(asked)).toMatchObject({ exit: 2, fresh: { state: 'not_checked' } })
    }
    tamper = (_, bytes) => bytes
    expect(await verify(asked)).toMatchObject({ exit: 1 })
  })

  it('that names another history of the log is found out', async () => {
    const world = await publishWorld('forked')
    await drainPending()
    const staged = await transact((tx) => stageRelease(tx, world.maintainer, { datasetId: world.datasetId }))
    const position = { origin: logIdentity().origin, size: 3, root: 'ab'.repeat(32) }
    await database.admin.sql`
      update release set log_position = ${JSON.stringify(position)}::text::jsonb where id = ${staged.releaseId}`
    const { folder } = await publishTo(world)
    const report = await verify({ release: folder, latest: true, vkey: logVkey() })
    expect(report).toMatchObject({ exit: 1, integrity: { state: 'valid' }, fresh: { state: 'invalid' } })
    expect(report.fresh.says[0]).toMatch(/does not begin with the 3 entries/)
  })
})
