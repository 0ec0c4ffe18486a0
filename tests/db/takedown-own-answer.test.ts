import { beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '@/lib/auth/actor'
import { hearComplaint } from '@/lib/other-side/hear-complaint'
import { answerUnfound } from '@/lib/takedowns/answer-unfound'
import { contest } from '@/lib/takedowns/appeal'
import { askProof } from '@/lib/takedowns/ask-proof'
import { decideNamed } from '@/lib/takedowns/decide-named'
import { agree } from '@/lib/takedowns/four-eyes'
import { seen } from '@/lib/takedowns/prove'
import { agreeToReach } from '@/lib/takedowns/reach-verbs'
import { testDatabase } from '@/tests/support/database'
import { newMember } from './review-world'
import { eventsOf, lastEventOf, statusOf, targetStates } from './takedown-facts'
import {
  as,
  askFor,
  casesOfRequest,
  decideCase,
  OPT_OUT,
  PRIVACY,
  requestOf,
  runJobs,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

beforeAll(async () => {
  world = await takedownWorld(database.db, [
    ...Array.from({ length: 60 }, (_, i) => ({
      id: `page-${i}`,
      text: `Page ${i} of a large site, which is like no other page of it.`,
      url: `https://large.example/${i}`,
    })),
    { id: 'soup', text: 'Soup of leeks, as my grandmother made it.' },
    { id: 'mill', text: 'Mira Vale builds organs in the old mill.' },
  ])
})

/** A request from the address of somebody who may answer requests here. */
async function askedByThemselves(fields: Record<string, string>) {
  const own = await newMember(world.db, [['lead', world.datasetId]])
  const [row] = await database.sql<{ email: string }[]>`select email from person where id = ${own.id}`
  // However it is capitalised.
  const tracking = await askFor(database, world, { ...fields, email: (row?.email ?? '').toUpperCase() })
  const { id } = await requestOf(database, world)
  return { own, id, tracking }
}

const refused = (verb: Promise<unknown>) =>
  expect(verb).rejects.toMatchObject({
    code: 'forbidden',
    message: 'The address of this request is yours. Somebody else has to answer it.',
  })

const types = async (id: string) => (await eventsOf(database, id)).map(({ type }) => type)

describe('whose own request it is', () => {
  it('is not the second person who agrees to its outcome', async () => {
    const { own, id } = await askedByThemselves({
      ...{ kind: 'copyright', work: 'Soups of the coast, a book of recipes', relation: 'owner' },
      ...{ name: 'Runa Bracken', postal: '1 Invented Lane', targets: '"Soup of leeks"' },
      ...{ attest_good_faith: 'on', attest_authority: 'on' },
    })
    for (const { id: caseId } of await casesOfRequest(database, id))
      await decideCase(database, world, { caseId, action: 'remove', reasonCode: 'copyright.owner' })
    const { id: eventId } = await lastEventOf(database, id, 'outcome_ready')
    await refused(as(world, agree, own, { requestId: id, eventId }))
    expect(await types(id)).not.toContain('second_agreed')
    const other = await newMember(world.db, [], ['admin'])
    await as(world, agree, other, { requestId: id, eventId })
    expect(await statusOf(database, id)).toBe('actioned')
  })

  it('is neither of the two who say that all it reaches is meant', async () => {
    const { own, id } = await askedByThemselves({ ...OPT_OUT, targets: 'large.example' })
    const [reach] = await database.admin.sql<{ covers: string }[]>`
      select encode(covers, 'hex') as covers from takedown_reach where request_id = ${id} and state = 'waiting'`
    const say = (who: Member) =>
      as(world, agreeToReach, who, { requestId: id, covers: reach?.covers ?? '' }).finally(() =>
        runJobs(database),
      )
    await refused(say(own))
    await say(world.lead)
    await refused(say(own))
    expect(await casesOfRequest(database, id)).toEqual([])
    await say(world.maintainer)
    expect(await casesOfRequest(database, id)).toHaveLength(20)
    expect(await types(id)).toEqual(expect.arrayContaining(['reach_first', 'reach_approved']))
  })

  it('does not keep a source of its own out of what is to come', async () => {
    const { own, id } = await askedByThemselves({ ...OPT_OUT, targets: 'nowhere.example' })
    const decide = (who: Member) =>
      as(world, decideNamed, who, { requestId: id, action: 'remove' as const, reasonCode: 'optout.own' })
    await refused(decide(own))
    expect(await targetStates(database, id)).toEqual(['not_found'])
    await decide(world.lead)
    expect(await targetStates(database, id)).toEqual(['kept_out'])
    expect(await types(id)).toContain('case_decided')
  })

  it('has not seen themselves that it is theirs', async () => {
    const { own, id } = await askedByThemselves({
      ...PRIVACY,
      ...{ right: 'access', targets: '"Mira Vale builds organs"' },
    })
    await as(world, askProof, world.lead, {
      ...{ address: '', domain: '', page: '', other_page: '', sole: undefined, doubt: undefined },
      ...{ requestId: id, method: 'letter' as const, note: 'Show it by video on Monday.' },
    })
    await refused(as(world, seen, own, { requestId: id }))
    expect(await statusOf(database, id)).toBe('needs_identity')
    await as(world, seen, world.lead, { requestId: id })
    expect(await types(id)).toContain('identity_proven')
  })

  it('does not answer that nothing of it was found again', async () => {
    const { own, id, tracking } = await askedByThemselves({
      ...PRIVACY,
      targets: '"words that nobody wrote anywhere"',
    })
    await as(world, contest, visitor, { token: tracking, grounds: 'It stands there, look again please.' })
    await runJobs(database)
    await refused(as(world, answerUnfound, own, { requestId: id }))
    expect(await statusOf(database, id)).toBe('under_review')
    await as(world, answerUnfound, world.lead, { requestId: id })
    expect(await statusOf(database, id)).not.toBe('under_review')
  })

  it('does not hear what they complain of', async () => {
    const { own, id } = await askedByThemselves({
      ...{ kind: 'complaint', relation: 'author', name: 'Bo Example', targets: 'id: mill' },
      ...{ statement: 'It is about organs, and names nobody.', attest_author: 'on' },
    })
    const how = 'row_address' as const
    await refused(as(world, hearComplaint, own, { requestId: id, how }))
    expect(await statusOf(database, id)).toBe('under_review')
    await as(world, hearComplaint, world.lead, { requestId: id, how })
    expect(await types(id)).toContain('identity_proven')
  })
})
