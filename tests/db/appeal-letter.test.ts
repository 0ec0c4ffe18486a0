import { beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { appeal } from '@/lib/review/appeal'
import { override } from '@/lib/review/override'
import { shownNow } from '@/tests/support/shown'
import { testDatabase } from '@/tests/support/database'
import { newMember } from './review-world'
import { decisionOf } from './takedown-facts'
import {
  askFor,
  casesOfRequest,
  lettersOf,
  PRIVACY,
  requestOf,
  type TakedownWorld,
  takedownWorld,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld
let caseId: string
beforeEach(async () => {
  world = await takedownWorld(database.db, [{ id: 'a1', text: 'Wilma Flint lives at 3 Quarry Lane.' }])
  await askFor(database, world, { ...PRIVACY, targets: '"Wilma Flint lives at 3 Quarry Lane."' })
  caseId = (await casesOfRequest(database, (await requestOf(database, world)).id))[0]?.id ?? ''
})

const inForce = () => decisionOf(database, caseId)
async function decideAs(who: Member, action: 'remove' | 'keep', reasonCode: string) {
  const supersedes = await inForce()
  await transact(
    async (tx) =>
      override(tx, who, {
        ...(await shownNow(tx, { datasetId: world.datasetId, caseId })),
        ...{ datasetId: world.datasetId, caseId, action, reasonCode, policyVersionId: world.policyId },
        ...{ spans: [], passages: [], label: undefined, note: undefined, queue: '', supersedes },
      }),
    world.db,
  )
}
const told = async () => (await lettersOf(database, 'appeal-decided')).map(({ letter }) => letter)

describe('a maintainer who contested a decision', () => {
  it.each([
    ['keep', 'pii.not', 'decided otherwise', 'The next release shows the change.'],
    ['remove', 'pii.contact', 'stays as decided', 'out-of-court'],
  ] as const)(
    'is told with reasons and redress when others decide %s',
    async (action, reason, subject, says) => {
      await decideAs(world.lead, 'remove', 'pii.contact')
      const decisionId = (await inForce()) ?? ''
      const before = (await told()).length
      await transact(
        (tx) =>
          appeal(tx, world.maintainer, {
            ...{ datasetId: world.datasetId, caseId, decisionId },
            grounds: 'It is the address of a museum.',
          }),
        world.db,
      )
      await expect(decideAs(world.lead, action, reason)).rejects.toMatchObject({ code: 'forbidden' })
      await decideAs(await newMember(world.db, [['lead', world.datasetId]]), action, reason)
      const letter = (await told()).slice(before)
      expect(letter).toHaveLength(1)
      expect(letter[0]?.subject).toContain(subject)
      expect(letter[0]?.text).toContain(says)
      const [person] = await database.admin.sql`select email from person where id = ${world.maintainer.id}`
      expect(letter[0]?.to).toBe(person?.['email'])

      await decideAs(await newMember(world.db, [['lead', world.datasetId]]), 'keep', 'pii.not')
      expect((await told()).length, 'a later decision answers no appeal').toBe(before + 1)
    },
  )
})
