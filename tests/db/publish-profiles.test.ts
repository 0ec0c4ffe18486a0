import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transact } from '@/db/client'
import { dataset } from '@/db/schema'
import { itemDigest } from '@/lib/datasets/digest'
import { logVkey, openingOf } from '@/lib/log/queries'
import { drainPending } from '@/lib/log/sequencer'
import { releaseResponse } from '@/lib/releases/download'
import { nameOf } from '@/lib/release-format/profile'
import { publish } from '@/lib/releases/publish'
import { publishPreview, releaseByVersion, releasesOf } from '@/lib/releases/queries'
import { verify } from '@/lib/releases/verify'
import { writeOut } from '@/lib/releases/write-out'
import { locateItem, overrideByDigest } from '@/lib/review/override-by-digest'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { testDatabase } from '../support/database'
import { addressed, publishWorld, type PublishWorld } from './publish-world'

testDatabase()

async function territorial(slug: string): Promise<PublishWorld> {
  const world = await publishWorld(slug)
  await db()
    .update(dataset)
    .set({ territories: ['eu', 'us'] })
    .where(eq(dataset.id, world.datasetId))
  return world
}

async function removeIn(world: PublishWorld, text: string, territories?: string[]) {
  const digest = itemDigest([text]).toString('hex')
  const located = await locateItem(world.slug, digest)
  return transact((tx) =>
    overrideByDigest(tx, world.lead, {
      ...{ dataset: world.slug, digest, action: 'remove', reasonCode: 'pii.profile' },
      ...{ policyVersionId: undefined, spans: [], label: undefined, note: undefined },
      ...(territories ? { territories } : {}),
      ...located,
    }),
  )
}

async function publishFor(world: PublishWorld, profile: string) {
  const view = await publish(
    world.maintainer,
    { datasetId: world.datasetId, profile },
    { sequence: drainPending },
  )
  await drainPending()
  const release = await releaseByVersion(world.slug, nameOf(view))
  if (!release) throw new Error('not published')
  return { view, release }
}

describe('a release for a profile', () => {
  it('has the decisions that hold there or everywhere; that for the world has all of them', async () => {
    const world = await territorial('profiles')
    const [everywhere = '', inEu = '', inBoth = ''] = addressed().map(({ text }) => text)
    await removeIn(world, everywhere)
    await removeIn(world, inEu, ['eu'])
    const { entryId } = await removeIn(world, inBoth, ['us', 'eu'])
    const bad = (await publishFor(world, 'world')).view.rows.removed - 3
    expect((await publishFor(world, 'eu')).view.rows.removed).toBe(bad + 3)
    expect((await publishFor(world, 'us')).view.rows.removed).toBe(bad + 2)
    // Where it holds is a part of what the log commits to.
    expect((await openingOf(entryId))?.value).toMatchObject({ action: 'remove', territories: ['eu', 'us'] })
  })

  it('has its own head, versions and addresses, and says whom it is for', async () => {
    const world = await territorial('heads')
    const { release: first } = await publishFor(world, 'world')
    const { release: eu } = await publishFor(world, 'eu')
    await removeIn(world, addressed()[0]?.text ?? '', ['us'])
    expect((await publishPreview(world.datasetId, 'eu')).proposedVersion).toBe('1.0.1')
    expect((await publishPreview(world.datasetId, 'us')).proposedVersion).toBe('1.0.0')
    expect((await publishPreview(world.datasetId)).proposedVersion).toBe('2.0.0')
    expect([first, eu].map(({ name, isHead }) => [name, isHead])).toEqual([
      ['1.0.0', true],
      ['1.0.0+eu', true],
    ])
    expect((await releasesOf(world.datasetId)).map(({ name }) => name)).toEqual(['1.0.0+eu', '1.0.0'])

    const folder = path.join(mkdtempSync(path.join(tmpdir(), 'winnow-eu-')), 'eu')
    await writeOut(eu, folder)
    expect(await verify({ release: folder, base: world.files, vkey: logVkey() })).toMatchObject({
      exit: 0,
      release: { version: '1.0.0', profile: 'eu' },
    })
    const file = await releaseResponse(new Request('http://x/'), 'heads', '1.0.0+eu', 'bag-info.txt')
    expect(await file.text()).toContain('External-Identifier: heads@1.0.0+eu\n')
    expect(await releaseByVersion('heads', '1.0.0+us')).toBeNull()
  })

  it('is not made for a territory the dataset does not have, nor a decision', async () => {
    const world = await territorial('nowhere')
    const { maintainer, datasetId } = world
    await expect(publish(maintainer, { datasetId, profile: 'atlantis' })).rejects.toMatchObject({
      code: 'invalid',
    })
    await expect(removeIn(world, addressed()[0]?.text ?? '', ['atlantis'])).rejects.toMatchObject({
      code: 'invalid',
    })
  })
})
