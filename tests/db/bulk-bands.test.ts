import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { histogram } from '@/lib/bulk/histogram'
import { bulkView } from '@/lib/bulk/queries'
import { continueBulk } from '@/lib/bulk/run'
import { changeBandSettings } from '@/lib/bulk/settings'
import { startBulk } from '@/lib/bulk/start'
import { override } from '@/lib/review/override'
import { testDatabase } from '../support/database'
import { another, bulkVerbs } from './bulk-world'
import { flaggedItem, oneCase, reviewWorld, voteOn, type World } from './review-world'

const database = testDatabase()
let world: World
const { carriedOut, prepared, results, standing, stateOf } = bulkVerbs(database, () => world)
beforeAll(async () => {
  world = await reviewWorld(database.db)
})

describe('a band of scores', () => {
  /** Ten open cases with scores 0.6 to 0.69 and one above, in a category of their own. */
  async function scored() {
    const list = []
    const detector = `scorer-${another()}`
    for (let i = 0; i < 11; i++) {
      const { digest } = await flaggedItem(world, `a slur, the ${another()}th`, [
        {
          category: 'hate',
          type: 'slur',
          detector,
          score: i < 10 ? 0.6 + i / 100 : 0.9,
        },
      ])
      list.push({ id: (await oneCase(world, digest)).id, digest })
    }
    const band = {
      category: 'hate',
      detector,
      low: 0.6,
      high: 0.7,
      action: 'remove',
      reasonCode: 'hate.attack',
    } as const
    return { list, band }
  }

  async function decideSample(bulkId: string, action: 'remove' | 'keep', most: number) {
    const sample = (await results({ bulkId })).filter((row) => row['state'] === 'sample').slice(0, most)
    for (const row of sample) {
      const [found] = await database.sql`select digest from review_case where id = ${row['id']}`
      const vote = await voteOn(world, found?.digest, await oneCase(world, found?.digest))
      const reasonCode = action === 'keep' ? 'hate.context' : 'hate.attack'
      await transact(
        (tx) => override(tx, world.lead, { ...vote, action, reasonCode, supersedes: null }),
        world.db,
      )
    }
    return sample.length
  }

  const settings = (bandSample: number, bandAgreement: number) =>
    transact(
      (tx) => changeBandSettings(tx, world.lead, { datasetId: world.datasetId, bandSample, bandAgreement }),
      world.db,
    )

  it('is decided at once only when a sample of it was decided one by one and agrees, and that stays on record', async () => {
    await settings(6, 0.5)
    const { list, band } = await scored()
    expect((await histogram(world.datasetId, band)).filter(({ cases: n }) => n > 0)).toEqual([
      { low: 0.6, high: 0.65, cases: 5 },
      { low: 0.65, high: 0.7, cases: 5 },
      { low: 0.9, high: 0.95, cases: 1 },
    ])
    const at = await prepared(band)
    const start = () => transact((tx) => startBulk(tx, world.lead, at), world.db)
    await expect(start()).rejects.toThrow('6 of the 6 cases of the sample are still to be decided.')
    expect(await decideSample(at.bulkId, 'remove', 6)).toBe(6)
    await start()
    await continueBulk(at)
    expect(await stateOf(at)).toMatchObject({ state: 'done', total: 10, decided: 4 })
    expect(await standing(list[10]?.id ?? '')).toMatchObject({ status: 'open' })
    const [record] = await database.sql`select evidence, threshold from bulk where id = ${at.bulkId}`
    // Wilson's interval of six in six.
    expect(record?.evidence).toMatchObject({ sample: 6, agreed: 6, high: 1, threshold: 0.5 })
    expect(record?.evidence.low).toBeCloseTo(0.6097, 4)
    expect(record?.evidence.decisions).toHaveLength(6)
  })

  it('is not when the sample disagrees, when it was decided in a batch, or in the database against its own record', async () => {
    const { band } = await scored()
    const at = await prepared(band)
    await decideSample(at.bulkId, 'keep', 3)
    await expect(transact((tx) => startBulk(tx, world.lead, at), world.db)).rejects.toThrow(
      'The sample does not agree well enough',
    )
    await expect(
      database.sql`update bulk set state = 'running', started_by = ${world.lead.id} where id = ${at.bulkId}`,
    ).rejects.toThrow('bulk_sampled_first')

    const { band: second } = await scored()
    const again = await prepared(second)
    const sample = (await results(again))
      .filter((row) => row['state'] === 'sample')
      .map((row) => String(row['id']))
    await carriedOut({ caseIds: sample, action: 'remove', reasonCode: 'hate.attack' })
    await expect(transact((tx) => startBulk(tx, world.lead, again), world.db)).rejects.toThrow(
      'The sample does not agree well enough',
    )
  })

  it('too small for what is asked says so before anybody decides a sample in vain', async () => {
    await settings(5, 0.95)
    const { band } = await scored()
    const at = await prepared(band)
    const { sample } = await bulkView(world.lead, world.slug, at.bulkId)
    expect(sample?.denied).toMatch('A sample of 5 is too small to show 95 %')
  })
})
