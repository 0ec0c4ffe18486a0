import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transact } from '@/db/client'
import { blobPath } from '@/lib/blobs/store'
import { itemDigest } from '@/lib/datasets/digest'
import { raiseFlags } from '@/lib/flags/raise-flags'
import { drainPending } from '@/lib/log/sequencer'
import { policyInForce } from '@/lib/policies/queries'
import { continueRelease } from '@/lib/releases/publish'
import { publishPreview, releaseByVersion } from '@/lib/releases/queries'
import { stageRelease } from '@/lib/releases/stage'
import { lockCase } from '@/lib/review/case-row'
import { openCases } from '@/lib/review/open-cases'
import { caseOf } from '@/lib/review/queries'
import { resolve } from '@/lib/review/resolve'
import { testDatabase } from '../support/database'
import { importFiles, writeFiles } from '../support/datasets'
import {
  addressed,
  decide,
  optOut,
  publishTo,
  publishWorld,
  rule,
  rulings,
  SHARDS,
  TEA,
} from './publish-world'

testDatabase()

describe('what is about one row', () => {
  const said = SHARDS[0].rows.filter(({ text }) => text === TEA).map(({ id }) => id)
  const rowsIn = (manifest: string, ids: readonly string[]) =>
    ids.filter((id) => manifest.includes(`,${id},`))

  it('an opt-out takes the rows of its author, not the same words of others, and stays if it is ended later', async () => {
    const world = await publishWorld('author')
    const [first] = rulings()
    const [author = '', ...others] = said.filter((id) => !id.includes('"'))
    if (!first) throw new Error('a ruling')
    await rule(world, first)
    await optOut(world, author, first.text)
    const staged = await transact((tx) => stageRelease(tx, world.maintainer, { datasetId: world.datasetId }))
    await db().execute(
      sql`update suppression_rule set ended_at = now() where dataset_id = ${world.datasetId}`,
    )
    await continueRelease({ datasetId: world.datasetId, ...staged }, { sequence: drainPending })
    const { view, file } = await publishTo(world)
    expect(view.version).toBe('1.1.0')
    expect(rowsIn(file('data/manifest.csv'), [author, ...others])).toEqual([author, ...others])
    const before = await releaseByVersion('author', '1.0.0')
    const manifest = before?.files.find(({ path: name }) => name === 'data/manifest.csv')
    const text = readFileSync(blobPath(Buffer.from(manifest?.sha256 ?? '', 'hex')), 'utf8')
    expect(rowsIn(text, [author, ...others])).toEqual(others)
    expect(before?.rows?.removed).toBe((view.rows.removed ?? 0) + 1)
  })

  it('a decision about a row is not about its twins; in another file, where no row can be told, it is about all', async () => {
    const world = await publishWorld('occurrence')
    const { datasetId, lead } = world
    const digest = itemDigest([TEA])
    await transact(async (tx) => {
      await tx.execute(
        sql`insert into item (dataset_id, digest) values (${datasetId}, ${digest}) on conflict do nothing`,
      )
      await raiseFlags(tx, datasetId, [
        {
          digest,
          source: 'report',
          detector: 'test',
          category: 'copyright',
          type: 'work',
          score: 1,
          severity: 2,
          spans: [],
        },
      ])
      await openCases(tx, datasetId, [digest])
    })
    const revision = (await publishPreview(datasetId)).revision?.id ?? ''
    const row = SHARDS[0].rows.findIndex(({ id }) => id === said[0])
    const found = await caseOf(db(), datasetId, digest, 'copyright')
    const policy = await policyInForce(db(), datasetId)
    await transact(async (tx) => {
      const locked = await lockCase(tx, datasetId, found?.id ?? '')
      if (!locked) throw new Error('no case')
      await resolve(tx, lead, {
        found: locked,
        kind: 'override',
        action: 'remove',
        reasonCode: 'copyright.owner',
        policy,
        spans: [],
        seen: [],
        target: { kind: 'occurrence', revisionId: revision, ordinal: 0, row },
      })
    })
    const { view, file } = await publishTo(world)
    const bad = SHARDS.flatMap(({ rows }) => rows).filter((one) => one.bad).length
    expect(view.rows).toMatchObject({ removed: bad + 1, redacted: 0 })
    expect(
      rowsIn(
        file('data/manifest.csv'),
        said.filter((id) => !id.includes('"')),
      ),
    ).not.toContain(said[0])

    const [moved = ''] = writeFiles({
      'moved.jsonl': said.map((id) => `${JSON.stringify({ id, text: TEA })}\n`).join(''),
    })
    await importFiles(datasetId, [moved])
    expect((await publishTo(world)).view.rows).toMatchObject({ in: said.length, removed: said.length })
  })
})

describe('a decision about thousands of rows', () => {
  it('reaches every one of them', async () => {
    const world = await publishWorld('many')
    const { datasetId } = world
    const digest = itemDigest([TEA])
    const lines = Array.from({ length: 9_000 }, (_, i) =>
      JSON.stringify({ id: `m${i}`, text: i % 3 === 0 ? `${TEA} ${i}` : TEA }),
    )
    const [file = ''] = writeFiles({ 'many.jsonl': `${lines.join('\n')}\n` })
    await importFiles(datasetId, [file])
    await transact(async (tx) => {
      await tx.execute(
        sql`insert into item (dataset_id, digest) values (${datasetId}, ${digest}) on conflict do nothing`,
      )
      await raiseFlags(tx, datasetId, [
        {
          digest,
          source: 'report',
          detector: 'test',
          category: 'copyright',
          type: 'work',
          score: 1,
          severity: 2,
          spans: [],
        },
      ])
      await openCases(tx, datasetId, [digest])
    })
    await rule(world, { text: TEA, action: 'remove', reason: 'copyright.owner', category: 'copyright' })
    const { view, file: read } = await publishTo(world)
    expect(view.rows).toMatchObject({ in: 9_000, removed: 6_000, untouched: 3_000 })
    expect(read('data/manifest.csv')).not.toContain(digest.toString('hex'))
    expect(read('data/exclusions.csv').trimEnd().split('\n')).toHaveLength(6_001)
  })
})

describe('a new revision', () => {
  it('inherits decisions by content, and takes nobody else along', async () => {
    const world = await publishWorld('second')
    await decide(world, rulings(8))
    const before = await publishTo(world)
    const [kept] = before.file('data/manifest.csv').split('\n').slice(1)
    const more = addressed()
      .slice(0, 8)
      .map(({ text }, i) => JSON.stringify({ id: `new${i}`, text }))
    const [file = ''] = writeFiles({
      'more.jsonl': `${more.join('\n')}\n{"id":"x","text":"something new"}\n`,
    })
    await importFiles(world.datasetId, [file])
    const { view, release } = await publishTo(world)
    expect(view.rows).toEqual({ in: 9, untouched: 3, redacted: 2, removed: 2, restricted: 2 })
    expect(release).toMatchObject({ revisionNumber: 2, version: '2.0.0' })
    expect(kept).toContain('a.csv')
  })
})
