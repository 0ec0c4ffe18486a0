import { beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { bandSettingsInput } from '@/lib/bulk/input'
import { bandSettingsOf, changeBandSettings } from '@/lib/bulk/settings'
import { goldenSettingsInput } from '@/lib/golden/input'
import { changeGoldenSettings, goldenSettingsOf, versionOfGolden } from '@/lib/golden/settings'
import { versionOf } from '@/lib/review/opened'
import { changeSecondPerson, secondPersonInput, secondPersonOf } from '@/lib/takedowns/second-person'
import { throttleInput } from '@/lib/throttle/input'
import { changeThrottle, throttleSettingsOf } from '@/lib/throttle/settings'
import { testDatabase } from '../support/database'
import { newMember, reviewWorld, type World } from './review-world'

const database = testDatabase()
let world: World
beforeEach(async () => {
  world = await reviewWorld(database.db)
})

type Typed = Record<string, string>
const golden = { every: '10', warnBelow: '80', holdBelow: '60' }
const throttle = { throttleShare: '5', throttleLeast: '1000', throttleFirstShare: '50' }
const bands = { bandSample: '40', bandAgreement: '85' }
const second = { secondRows: '500', secondShare: '0.1' }

/** A form of settings: how it is saved, the version it is opened with, and what two leads type into it. */
const forms: {
  what: string
  save: (typed: Typed) => Promise<{ changed: boolean }>
  opened: () => Promise<string>
  now: () => Promise<object>
  first: Typed
  other: Typed
  told: string
}[] = [
  {
    what: 'checks',
    save: (typed) =>
      transact((tx) =>
        changeGoldenSettings(tx, world.lead, goldenSettingsInput.parse({ ...here(), ...typed })),
      ),
    opened: async () => versionOfGolden(await goldenSettingsOf(world.datasetId)),
    now: () => goldenSettingsOf(world.datasetId),
    first: golden,
    other: { ...golden, warnBelow: '90' },
    told: 'one check in',
  },
  {
    what: 'new detectors',
    save: (typed) =>
      transact((tx) => changeThrottle(tx, world.lead, throttleInput.parse({ ...here(), ...typed }))),
    opened: async () => versionOf(await throttleSettingsOf(world.datasetId)),
    now: () => throttleSettingsOf(world.datasetId),
    first: { ...throttle, throttleShare: '12' },
    other: { ...throttle, throttleLeast: '50' },
    told: 'share of rows a new detector may flag',
  },
  {
    what: 'bands of scores',
    save: (typed) =>
      transact((tx) => changeBandSettings(tx, world.lead, bandSettingsInput.parse({ ...here(), ...typed }))),
    opened: async () => versionOf(await bandSettingsOf(world.datasetId)),
    now: () => bandSettingsOf(world.datasetId),
    first: { ...bands, bandSample: '60' },
    other: { ...bands, bandAgreement: '95' },
    told: 'sample of a score band',
  },
  {
    what: 'second persons',
    save: (typed) =>
      transact((tx) => changeSecondPerson(tx, world.lead, secondPersonInput.parse({ ...here(), ...typed }))),
    opened: async () => versionOf(await secondPersonOf(world.datasetId)),
    now: () => secondPersonOf(world.datasetId),
    first: { ...second, secondRows: '100' },
    other: { ...second, secondShare: '5' },
    told: '100',
  },
]
const here = () => ({ datasetId: world.datasetId })

describe.each(forms)(
  'two leads with the settings of $what open',
  ({ save, opened, now, first, other, told }) => {
    it('do not write over each other: the second is told what the first changed', async () => {
      const version = await opened()
      expect(await save({ ...first, opened: version })).toEqual({ changed: true })
      const after = await now()
      await expect(save({ ...other, opened: version })).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining(told),
      })
      expect(await now()).toEqual(after)
      expect(await save({ ...other, opened: await opened() })).toEqual({ changed: true })
    })

    it('at the same moment: one of them is saved whole', async () => {
      const version = await opened()
      const ends = await Promise.allSettled(
        [first, other].map((typed) => save({ ...typed, opened: version })),
      )
      expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    })

    it('who wants the same is not in each other’s way', async () => {
      const version = await opened()
      await save({ ...first, opened: version })
      expect(await save({ ...first, opened: version })).toEqual({ changed: false })
    })
  },
)

it('a change of other settings of the dataset is in nobody’s way', async () => {
  const version = versionOf(await throttleSettingsOf(world.datasetId))
  const other = await newMember(database.db, [['lead', world.datasetId]])
  await transact((tx) =>
    changeBandSettings(tx, other, bandSettingsInput.parse({ ...here(), ...bands, bandSample: '70' })),
  )
  const typed = throttleInput.parse({ ...here(), ...throttle, throttleShare: '9', opened: version })
  expect(await transact((tx) => changeThrottle(tx, world.lead, typed))).toEqual({ changed: true })
})
