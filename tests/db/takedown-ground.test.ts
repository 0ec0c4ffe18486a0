import { beforeAll, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { prepareBatch } from '@/lib/exports/dsa'
import { statementsOf } from '@/lib/takedowns/statement'
import { testDatabase } from '@/tests/support/database'
import { marked } from './register-fields'
import {
  askFor,
  casesOfRequest,
  decideCase,
  requestOf,
  type TakedownWorld,
  takedownWorld,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

const ROWS = ['hate', 'privacy', 'licence'].map((id) => ({
  id,
  text: `A row that is about ${id}.`,
}))

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
})

it.each([
  ['hate', { ...marked('illegal_content'), concern: 'hate' }, 'hate.attack', 'illegal'],
  ['privacy', marked('privacy'), 'pii.contact', 'illegal'],
  ['licence', marked('licence'), 'licence.conflict', 'policy'],
])(
  'the letter and the record of one decision rest it on the same ground: %s',
  async (name, form, reasonCode, ground) => {
    await askFor(database, world, { ...form, targets: `id: ${name}` })
    const { id } = await requestOf(database, world)
    const [found] = await casesOfRequest(database, id)
    await decideCase(database, world, { caseId: found?.id ?? '', action: 'remove', reasonCode })
    const [stated] = await statementsOf(id, world.db)
    expect(stated?.facts.ground).toBe(ground)
    await transact((tx) => prepareBatch(tx, world.lead, { dataset: world.slug }), world.db)
    const [row] = await database.admin.sql<{ record: Record<string, unknown> }[]>`
      select record from dsa_statement order by created_at desc limit 1`
    expect(row?.record).toMatchObject({
      decision_ground:
        ground === 'illegal' ? 'DECISION_GROUND_ILLEGAL_CONTENT' : 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
    })
  },
)
