import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { inEnglish } from '@/lib/i18n/say'
import { refuseCounter } from '@/lib/other-side/counter'
import { proposeInput } from '@/lib/register/input'
import { proposeNotice, releaseNotice } from '@/lib/register/publish'
import { registerEntryView } from '@/lib/register/queries'
import { publicityOf } from '@/lib/register/staff'
import { requestView } from '@/lib/takedowns/queries'
import { timelinessOfAll } from '@/lib/takedowns/timeliness'
import { kindsTable } from '@/lib/transparency/requests'
import { transparencyScope } from '@/lib/transparency/scope'
import { testDatabase } from '@/tests/support/database'
import { accept, COPYRIGHT, COUNTER, followed, type Followed, quotes, REMOVE } from './other-side-world'
import { endEmbargo } from './register-world'
import { newMember } from './review-world'
import { as, askFor, requestOf, type TakedownWorld, takedownWorld } from './takedown-world'

const database = testDatabase()
const POEMS = ['One: the pear tree at the gate.', 'Two: the gate under the tree.']
let world: TakedownWorld
let removal: Followed
let second: Member
const answers: Record<'passedOn' | 'refused', string> = { passedOn: '', refused: '' }

async function counter(text: string | undefined, email: string) {
  const targets = quotes(text === undefined ? [] : [text])
  await askFor(database, world, { ...COUNTER, reference: removal.reference, targets, email })
  return (await requestOf(database, world)).id
}

beforeAll(async () => {
  world = await takedownWorld(
    database.db,
    POEMS.map((text, i) => ({ id: `p${i}`, text })),
  )
  second = await newMember(world.db, [['lead', world.datasetId]])
  removal = await followed(database, world, { ...COPYRIGHT, targets: quotes(POEMS) }, [REMOVE])
  answers.passedOn = await counter(POEMS[0], 'olive@people.example')
  await accept(world, second, answers.passedOn)
  answers.refused = await counter(POEMS[1], 'otto@people.example')
  await as(world, refuseCounter, world.lead, { requestId: answers.refused, missing: ['contact'] })
})

/** Proposed by one lead, let out by another, and read by anybody. */
async function published(requestId: string) {
  await as(world, proposeNotice, world.lead, proposeInput.parse({ requestId }))
  const { registerId, factId } = await publicityOf(second, await requestView(second, requestId))
  const given = { requestId, registerId: registerId ?? '', fact: factId ?? '', days: 0 }
  await transact((tx) => releaseNotice(tx, second, given), world.db)
  await endEmbargo(database, registerId ?? '')
  return registerEntryView(registerId ?? '')
}

describe('a counter notice that was answered', () => {
  it.each([
    ['passedOn', 'granted'],
    ['refused', 'declined'],
  ] as const)('is in the register by what became of it: %s', async (which, outcome) => {
    const entry = await published(answers[which])
    expect(entry).toMatchObject({ standing: 'stands', now: null })
    expect(entry.notice).toMatchObject({ kind: 'counter_notice', outcome, targets: 1 })
  })

  it('is no open one in the report, and has the time that its answer took', async () => {
    const scope = { ...(await transparencyScope({ dataset: world.slug })) }
    const { columns, rows } = await inEnglish(() => kindsTable(scope))
    const row = rows.find(([kind]) => kind === 'Counter-notice')
    const cell = (label: string) => row?.[columns.findIndex((column) => column.label === label)]
    expect([cell('Received'), cell('Granted'), cell('Declined'), cell('Open')]).toEqual([2, 1, 1, 0])
    const times = await timelinessOfAll(world.db, {
      ...{ from: scope.period.from, to: scope.period.to, datasetIds: [world.datasetId], which: 'listed' },
    })
    expect(times.find(({ kind }) => kind === 'counter_notice')).toMatchObject({
      ...{ received: 2, decided: 2, decideMedian: expect.any(Number) },
    })
  })
})
