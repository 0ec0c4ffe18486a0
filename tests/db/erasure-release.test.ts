import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { beginErasure } from '@/lib/erasure/begin'
import { finishErasures } from '@/lib/erasure/finish'
import { previewErasure } from '@/lib/erasure/preview'
import { stageRelease } from '@/lib/releases/stage'
import { testDatabase } from '../support/database'
import { type ErasureWorld, erasureWorld, HEX, NEEDLES, SOURCE } from './erasure-world'
import { publishTo } from './publish-world'

const database = testDatabase()
const input = { what: 'item', dataset: 'published', digest: HEX, basis: 'court_order' } as const

let world: ErasureWorld
let first: Awaited<ReturnType<typeof publishTo>>
beforeAll(async () => {
  world = await erasureWorld('published')
  first = await publishTo({ ...world, files: [world.file] })
})

const everything = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')

describe('a release made after an erasure', () => {
  it('waits until the files are rewritten, and then takes the row for removed although it was to be kept', async () => {
    expect(everything(first.folder)).toContain(HEX)
    expect(await previewErasure(world.officer, input)).toMatchObject({ releases: [first.view.version] })
    await transact((tx) => beginErasure(tx, world.officer, input))
    await expect(
      transact((tx) => stageRelease(tx, world.maintainer, { datasetId: world.datasetId })),
    ).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('erasure') })
    await finishErasures(world.datasetId)

    const second = await publishTo({ ...world, files: [world.file] })
    expect(second.view.rows).toMatchObject({
      in: first.view.rows.in,
      untouched: first.view.rows.untouched - 2,
      removed: first.view.rows.removed + 2,
    })
    const published = everything(second.folder)
    for (const needle of [...NEEDLES, HEX, SOURCE]) expect(published).not.toContain(needle)
    expect(published).not.toContain('erased')
  })

  it('leaves the earlier one as it was signed', async () => {
    const [row] = await database.sql<{ n: number }[]>`
      select count(*)::int as n from release where dataset_id = ${world.datasetId} and state = 'published'`
    expect(row?.n).toBe(2)
    expect(everything(first.folder)).toContain(HEX)
  })
})
