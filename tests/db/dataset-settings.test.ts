import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { fieldsInput, profilesInput } from '@/lib/datasets/input'
import { datasetBySlug } from '@/lib/datasets/queries'
import { changeFields, changeProfiles, fieldsAsOpened } from '@/lib/datasets/settings'
import { drainPending } from '@/lib/log/sequencer'
import { publish } from '@/lib/releases/publish'
import { publishPreview } from '@/lib/releases/queries'
import { testDatabase } from '@/tests/support/database'
import { newDataset, newMember } from './review-world'
import { type TakedownWorld, takedownWorld } from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

beforeAll(async () => {
  world = await takedownWorld(database.db, [{ id: 'a1', text: 'A line.' }])
})

const set = (territories: string, who = world.maintainer) =>
  transact((tx) => changeProfiles(tx, who, profilesInput.parse({ datasetId: world.datasetId, territories })))

describe('the profiles of a dataset', () => {
  it('are changed by its maintainer, and the log says how', async () => {
    await expect(set('eu', world.lead)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await set('EU, us  eu')).toMatchObject({ added: ['eu', 'us'], ended: [] })
    expect(await set('us')).toMatchObject({ added: [], ended: ['eu'] })
    expect(await set('us')).toMatchObject({ added: [], ended: [] })
    const entries = await database.admin.sql<{ body: Buffer }[]>`
      select body from log_pending union all select body from log_entry`
    const said = entries
      .map(({ body }) => JSON.parse(body.toString('utf8')))
      .filter(({ t }) => t === 'profile')
      .map(({ profile, change }) => `${profile} ${change}`)
    expect(said.sort()).toEqual(['eu added', 'eu ended', 'us added'])
  })

  it('can be published for, and no more when they are gone; what was published stays', async () => {
    const { version } = await publish(
      world.maintainer,
      { datasetId: world.datasetId, profile: 'us' },
      { sequence: drainPending },
    )
    expect(version).toBe('1.0.0')
    await set('')
    await expect(
      publish(world.maintainer, { datasetId: world.datasetId, profile: 'us' }),
    ).rejects.toMatchObject({ code: 'invalid' })
    expect((await publishPreview(world.datasetId)).territories).toEqual([])
  })

  it('are not written over by who had them open before', async () => {
    await set('eu')
    const late = profilesInput.parse({ datasetId: world.datasetId, territories: 'us', opened: '' })
    await expect(transact((tx) => changeProfiles(tx, world.maintainer, late))).rejects.toThrow(
      /It is now: eu\./,
    )
    const same = { ...late, territories: ['eu'] }
    expect(await transact((tx) => changeProfiles(tx, world.maintainer, same))).toMatchObject({ added: [] })
  })

  it.each(['world', 'E U!', 'x', 'e/u', 'a'.repeat(40), '-eu'])(
    'are short words, and not %j',
    (territories) => {
      expect(profilesInput.safeParse({ datasetId: world.datasetId, territories }).success).toBe(false)
    },
  )
})

describe('the fields that say where a row comes from', () => {
  it('are chosen before the first import, and fixed by it', async () => {
    const { datasetId, slug } = await newDataset(database.db)
    const maintainer = await newMember(database.db, [['maintainer', datasetId]])
    const change = (id: string, authorField: string, who = maintainer) =>
      transact((tx) => changeFields(tx, who, fieldsInput.parse({ datasetId: id, idField: '', authorField })))
    const opened = fieldsAsOpened(await datasetBySlug(slug))
    await change(datasetId, 'meta.author')
    const late = fieldsInput.parse({ datasetId, idField: 'id', opened })
    await expect(transact((tx) => changeFields(tx, maintainer, late))).rejects.toThrow(/author meta\.author/)
    expect(await datasetBySlug(slug)).toMatchObject({ idField: null, authorField: 'meta.author' })
    await expect(change(datasetId, 'x', world.maintainer)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(change(world.datasetId, 'author', world.maintainer)).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})
