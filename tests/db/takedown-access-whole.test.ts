import { beforeAll, expect, it } from 'vitest'
import { proposedAnswer } from '@/lib/takedowns/answers'
import { copyOf } from '@/lib/takedowns/answer-copy'
import { answerInput } from '@/lib/takedowns/answer-input'
import { answerAccess } from '@/lib/takedowns/answer-right'
import { answerView } from '@/lib/takedowns/answer-view'
import { testDatabase } from '@/tests/support/database'
import { allJudged, seenByLetter } from './rights-world'
import { askWithRoom } from './takedown-room'
import { as, askFor, PRIVACY, requestOf, type TakedownWorld, takedownWorld } from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

beforeAll(async () => {
  world = await takedownWorld(database.db, [
    ...Array.from({ length: 130 }, (_, n) => ({ id: `a${n}`, text: `Day ${n}: Ada Quill lit the lamp.` })),
    ...Array.from({ length: 160 }, (_, n) => ({ id: `f${n}`, text: `Night ${n}: fog over the bay.` })),
  ])
})

async function found(targets: string, right: 'access' | 'erasure' = 'access') {
  await askFor(database, world, { ...PRIVACY, right, targets })
  const { id } = await requestOf(database, world)
  const [row] = await database.admin.sql<{ n: number }[]>`
    select count(distinct digest)::int as n from takedown_candidate where request_id = ${id}`
  return { id, n: row?.n }
}

it('finds every text with a passage, for who asks what there is about them and for who wants it out', async () => {
  expect((await found('"Ada Quill lit the lamp"')).n).toBe(130)
  expect((await found('"Ada Quill lit the lamp"', 'erasure')).n).toBe(130)
})

it('says to who answers and in the copy of what there is more than was looked at', async () => {
  const targets = '"fog over the bay"\n"Ada Quill lit the lamp"'
  await askWithRoom(database, world, { ...PRIVACY, right: 'access', targets }, { quote: 150 })
  const { id } = await requestOf(database, world)
  const view = await answerView(world.lead, id)
  expect(view.notAllOf).toEqual([expect.stringContaining('fog over the bay')])
  await seenByLetter(world, id)
  for (let more = true; more;) {
    const fields = { requestId: id, ...allJudged((await answerView(world.lead, id)).rows, 'give') }
    more = (await as(world, answerAccess, world.lead, answerInput.parse(fields))).more
  }
  const proposed = await proposedAnswer(world.db, id)
  if (!proposed) throw new Error('nothing is proposed')
  expect(await copyOf(world.db, proposed)).toMatchObject({
    not_all_of: view.notAllOf,
    pages: { all: 280 },
  })
})
