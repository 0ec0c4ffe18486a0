import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { countUndelivered } from '@/lib/exports/dsa'
import { itemsDecided } from '@/lib/pending/decided'
import { headsOf } from '@/lib/pending/head'
import { itemDigest } from '@/lib/datasets/digest'
import { decide as castDecision } from '@/lib/review/decide'
import { markDuplicate } from '@/lib/takedowns/duplicates'
import { agree } from '@/lib/takedowns/four-eyes'
import { answerOwner, notifyOwner } from '@/lib/takedowns/owner-window'
import { narrow } from '@/lib/takedowns/reach-verbs'
import { reachView } from '@/lib/takedowns/reach-view'
import { reject } from '@/lib/takedowns/reject'
import { StepRefused } from '@/lib/takedowns/status'
import { withdraw } from '@/lib/takedowns/withdraw'
import { testDatabase } from '@/tests/support/database'
import { publishNow } from './fulfilment-world'
import { type Claim, claim, newMember, oneCase, voteOn } from './review-world'
import { eventsOf, lastEventOf, statusOf } from './takedown-facts'
import {
  as,
  askFor,
  casesOfRequest,
  decideCase,
  lastLetter,
  lettersOf,
  PRIVACY,
  requestOf,
  runJobs,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld
let second: Member

const ROWS = Array.from({ length: 18 }, (_, n) => ({
  id: `row-${n}`,
  text: `The ferry of number ${n} was painted by the harbour master herself.`,
}))
const row = (n: number) => `"The ferry of number ${n} was painted"`

const COPYRIGHT = {
  kind: 'copyright',
  work: 'The Ferry Painter, a short story of 2011',
  relation: 'owner',
  name: 'Runa Bracken',
  postal: '1 Invented Lane, Harbourton',
  attest_good_faith: 'on',
  attest_authority: 'on',
}
const LICENCE = {
  kind: 'licence',
  relation: 'publisher',
  licence: 'CC-BY-4.0',
  statement: 'It is shown without the name of its author.',
  remedy: 'remove',
  name: 'Runa Bracken',
  attest_authority: 'on',
}

/** A request about rows, with its cases. */
async function asked(fields: Record<string, string>, ...rows: number[]) {
  await askFor(database, world, { ...fields, targets: rows.map(row).join('\n') })
  const { id } = await requestOf(database, world)
  return { id, cases: await casesOfRequest(database, id) }
}

const decide = (caseId: string, action: 'remove' | 'keep', reasonCode: string) =>
  decideCase(database, world, { caseId, action, reasonCode })

/** The second person agrees to what is there to agree to. */
const secondAgrees = async (requestId: string) =>
  as(world, agree, second, {
    requestId,
    eventId: (await lastEventOf(database, requestId, 'outcome_ready')).id,
  })

const countLetters = async (template: string) => (await lettersOf(database, template)).length

/** How many texts the list of what is going to go has. */
async function listed(): Promise<number> {
  const [head] = await headsOf(world.datasetId)
  if (!head) throw new Error('no release')
  return (await itemsDecided(head)).length
}

async function heldBack(version: string): Promise<number> {
  const [found] = await database.admin.sql<{ n: number }[]>`
    select count(*)::int as n from release_effect e join release r on r.dataset_id = e.dataset_id and r.id = e.release_id
    where r.dataset_id = ${world.datasetId} and r.version = ${version}`
  return found?.n ?? 0
}

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
  second = await newMember(world.db, [['lead', world.datasetId]])
  await publishNow(database, world)
})

describe('what a second person agreed to', () => {
  it('is those decisions, and any other is asked for anew', async () => {
    const { id, cases } = await asked(COPYRIGHT, 0)
    const caseId = cases[0]?.id ?? ''
    await decide(caseId, 'remove', 'copyright.owner')
    const first = await lastEventOf(database, id, 'outcome_ready')
    await decide(caseId, 'remove', 'copyright.owner')
    const then = await lastEventOf(database, id, 'outcome_ready')
    expect(then.data).toMatchObject({ outcome: 'actioned' })
    expect(then.data.decided).not.toBe(first.data.decided)
    await expect(as(world, agree, second, { requestId: id, eventId: first.id })).rejects.toThrow(
      /decided anew/,
    )
    await as(world, agree, second, { requestId: id, eventId: then.id })
    expect(await statusOf(database, id)).toBe('actioned')
  })

  it('is compared by the database with what stands when the outcome is written', async () => {
    const { id, cases } = await asked(COPYRIGHT, 1)
    await decide(cases[0]?.id ?? '', 'remove', 'copyright.owner')
    const { id: eventId } = await lastEventOf(database, id, 'outcome_ready')
    const change = database.admin.sql.begin(async (tx) => {
      await tx`insert into takedown_second (event_id, request_id, first_by, second_by, decided)
        values (${eventId}, ${id}, array[${world.lead.id}::uuid], ${second.id}, 'something else')`
      await tx`update takedown_request set status = 'actioned' where id = ${id}`
    })
    await expect(change).rejects.toThrow(/without a second person/)
    await as(world, agree, second, { requestId: id, eventId })
  })
})

describe('before a second person agreed', () => {
  it('nothing of it is on a list, in a release or in a statement of reasons', async () => {
    const [before, statements] = [await listed(), await countUndelivered(world.datasetId)]
    const { id, cases } = await asked(COPYRIGHT, 2)
    await decide(cases[0]?.id ?? '', 'remove', 'copyright.owner')
    expect(await listed()).toBe(before)
    expect(await countUndelivered(world.datasetId)).toBe(statements)
    await publishNow(database, world)
    expect(await heldBack('2.0.0'), 'those that two people agreed to').toBe(before)

    const { id: eventId } = await lastEventOf(database, id, 'outcome_ready')
    await as(world, agree, second, { requestId: id, eventId })
    expect(await listed()).toBe(1)
    expect(await countUndelivered(world.datasetId)).toBe(statements + 1)
    await publishNow(database, world)
    expect(await heldBack('3.0.0')).toBe(before + 1)
  })

  it('only what was decided for it waits: another request about the same text, which nobody answers, keeps nothing in', async () => {
    const { id, cases } = await asked(COPYRIGHT, 11)
    const other = await asked(COPYRIGHT, 11)
    const before = await listed()
    await decide(cases[0]?.id ?? '', 'remove', 'copyright.owner')
    expect(await listed()).toBe(before)
    await secondAgrees(id)
    expect(await statusOf(database, other.id)).toBe('under_review')
    expect(await listed()).toBe(before + 1)
  })

  it('nothing takes effect because its requester took it back', async () => {
    const tracking = await askFor(database, world, { ...COPYRIGHT, targets: row(12) })
    const { id } = await requestOf(database, world)
    const before = await listed()
    const [found] = await casesOfRequest(database, id)
    await decide(found?.id ?? '', 'remove', 'copyright.owner')
    await transact((tx) => withdraw(tx, visitor, { token: tracking, sure: 'on' }), world.db)
    expect(await statusOf(database, id)).toBe('withdrawn')
    expect(await listed()).toBe(before)
    // What is decided about it later is decided for others.
    const caseId = found?.id ?? ''
    await decide(caseId, 'remove', 'copyright.owner')
    const [now] = await database.admin.sql<{ effect: string; decided: string }[]>`
      select i.decision_id as effect, c.decision_id as decided from decision_in_effect i
      join review_case c on c.dataset_id = i.dataset_id and c.id = i.case_id where i.case_id = ${caseId}`
    expect(now?.effect).toBe(now?.decided)
  })

  it('what reviewers take out by their votes, because a detector pointed at it too, waits for nobody', async () => {
    const voters = { ...world, second: await newMember(world.db, [['reviewer', world.datasetId]]) }
    const voted = async (n: number, detected: boolean) => {
      const before = await listed()
      const { id, cases } = await asked(COPYRIGHT, n)
      const caseId = cases[0]?.id ?? ''
      const digest = itemDigest([ROWS[n]?.text ?? ''])
      const detector: Claim = { category: 'copyright', type: 'verbatim', detector: 'overlap' }
      if (detected) await claim(voters, digest, [detector])
      for (const name of ['reviewer', 'lead', 'second'] as const) {
        const found = await oneCase(voters, digest)
        if (found.status === 'decided') break
        const vote = await voteOn(voters, digest, found)
        const removal = { ...vote, action: 'remove' as const, reasonCode: 'copyright.owner' }
        await transact((tx) => castDecision(tx, voters[name], removal), world.db)
      }
      await runJobs(database)
      const [made] = await database.admin.sql<{ kind: string }[]>`
        select d.kind from review_case c join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id where c.id = ${caseId}`
      expect(['quorum', 'adjudication']).toContain(made?.kind)
      expect(await statusOf(database, id), 'its own answer waits for a second person').toBe('under_review')
      return (await listed()) - before
    }
    expect(await voted(16, true)).toBe(1)
    expect(await voted(17, false), 'only a request pointed at it').toBe(0)
  })

  it('no release is made over and over for what waits', async () => {
    const { id, cases } = await asked(COPYRIGHT, 13, 14)
    const [one = '', two = ''] = cases.map((found) => found.id)
    await decide(one, 'remove', 'copyright.owner')
    await decide(two, 'keep', 'copyright.permitted')
    await secondAgrees(id)
    await decide(two, 'remove', 'copyright.owner')
    expect(await statusOf(database, id)).toBe('under_review')
    await publishNow(database, world)
    const releases = await database.admin
      .sql`select version from release where dataset_id = ${world.datasetId}`
    await runJobs(database)
    expect(
      await database.admin.sql`select version from release where dataset_id = ${world.datasetId}`,
    ).toHaveLength(releases.length)
  })

  it('a request of which nothing is left is not answered', async () => {
    const { id } = await asked(COPYRIGHT, 3)
    const [target] = (await reachView(world.lead, id)).targets
    const drop = (target?.candidates ?? []).map(({ digest }) => digest)
    const told = await countLetters('takedown-outcome')
    await as(world, narrow, world.lead, {
      requestId: id,
      targetId: target?.id ?? '',
      drop,
      why: 'other_thing',
    })
    await runJobs(database)
    expect(await statusOf(database, id)).toBe('under_review')
    expect(await countLetters('takedown-outcome')).toBe(told)
    const { id: eventId } = await lastEventOf(database, id, 'outcome_ready')
    await expect(as(world, agree, world.lead, { requestId: id, eventId })).rejects.toThrow(/Somebody else/)
    await as(world, agree, second, { requestId: id, eventId })
    expect(await statusOf(database, id)).toBe('no_action')
    expect(await countLetters('takedown-outcome')).toBe(told + 1)
  })

  it('nobody hears that it is not taken up', async () => {
    const { id } = await asked(COPYRIGHT, 4)
    const input = { requestId: id, reason: 'unfounded' as const, note: 'It is a list of ferries.' }
    await as(world, reject, world.lead, input)
    expect(await statusOf(database, id)).toBe('under_review')
    expect(await countLetters('takedown-rejected')).toBe(0)
    await expect(as(world, reject, world.lead, input)).rejects.toThrow(/proposed/)
    const { id: eventId } = await lastEventOf(database, id, 'outcome_ready')
    await expect(as(world, agree, world.lead, { requestId: id, eventId })).rejects.toThrow(/Somebody else/)
    await as(world, agree, second, { requestId: id, eventId })
    expect(await statusOf(database, id)).toBe('rejected')
    expect((await lastLetter(database, 'takedown-rejected')).text).toContain('> It is a list of ferries.')
    await expect(
      database.admin
        .sql`update takedown_request set status = 'rejected' where id = ${(await asked(COPYRIGHT, 5)).id}`,
    ).rejects.toThrow(/without a second person/)
  })
})

describe('an answer that does not hold any more', () => {
  it('is given anew, with an event and a letter', async () => {
    const { id, cases } = await asked(PRIVACY, 6, 7)
    for (const { id: caseId } of cases) await decide(caseId, 'remove', 'pii.profile')
    expect(await statusOf(database, id)).toBe('actioned')
    const told = await countLetters('takedown-outcome')
    const caseId = cases[0]?.id ?? ''
    // The same again says nothing new.
    await decide(caseId, 'remove', 'pii.profile')
    expect(await countLetters('takedown-outcome')).toBe(told)
    await decide(caseId, 'keep', 'pii.example')
    expect(await statusOf(database, id)).toBe('partially_actioned')
    expect((await lastEventOf(database, id, 'reopened')).data).toEqual({ reason: 'otherwise' })
    expect(
      (await eventsOf(database, id)).flatMap(({ type, data }) => (type === 'outcome' ? data.outcome : [])),
    ).toEqual(['actioned', 'partially_actioned'])
    expect(await countLetters('takedown-outcome')).toBe(told + 1)
    const { text } = await lastLetter(database, 'takedown-outcome')
    expect(text.replace(/\s+/g, ' ')).toContain('decided otherwise since our last answer')
    // Run again, as after a crash, it has nothing to say.
    await runJobs(database)
    expect(await countLetters('takedown-outcome')).toBe(told + 1)
  })

  it('is agreed to by a second person again, and until then what they agreed to holds', async () => {
    const { id, cases } = await asked(COPYRIGHT, 8)
    const caseId = cases[0]?.id ?? ''
    await decide(caseId, 'remove', 'copyright.owner')
    await secondAgrees(id)
    const [on, told] = [await listed(), await countLetters('takedown-outcome')]
    await decide(caseId, 'keep', 'copyright.permitted')
    expect(await statusOf(database, id)).toBe('under_review')
    expect([await listed(), await countLetters('takedown-outcome')]).toEqual([on, told])
    await secondAgrees(id)
    expect(await statusOf(database, id)).toBe('no_action')
    expect([await listed(), await countLetters('takedown-outcome')]).toEqual([on - 1, told + 1])
  })
})

describe('a source that is kept out', () => {
  it('stays out until a second person agreed that it comes back', async () => {
    const { id, cases } = await asked(COPYRIGHT, 15)
    const caseId = cases[0]?.id ?? ''
    const rules = async () =>
      (
        await database.admin.sql<{ ended: boolean }[]>`
          select ended_at is not null as ended from suppression_rule where dataset_id = ${world.datasetId}`
      ).map(({ ended }) => ended)
    const source = 'source_id:row-15'
    await decideCase(database, world, { caseId, action: 'remove', reasonCode: 'copyright.owner', source })
    await secondAgrees(id)
    expect(await rules()).toEqual([false])
    await decide(caseId, 'keep', 'copyright.permitted')
    expect(await rules(), 'one person wants it back').toEqual([false])
    await secondAgrees(id)
    expect(await statusOf(database, id)).toBe('no_action')
    expect(await rules(), 'two do').toEqual([true])
  })
})

describe('while the maintainers have their time', () => {
  it('nothing that is decided takes effect, and the request is not refused', async () => {
    const { id, cases } = await asked(LICENCE, 9)
    const before = await listed()
    await as(world, notifyOwner, world.lead, { requestId: id, note: undefined })
    await decide(cases[0]?.id ?? '', 'remove', 'licence.conflict')
    expect(await listed()).toBe(before)
    await expect(
      as(world, reject, world.lead, { requestId: id, reason: 'unfounded' as const, note: undefined }),
    ).rejects.toThrow(StepRefused)
    await as(world, answerOwner, world.maintainer, {
      requestId: id,
      did: 'nothing' as const,
      answer: undefined,
    })
    expect(await statusOf(database, id)).toBe('actioned')
    expect(await listed()).toBe(before + 1)
  })
})

describe('a request that was put with another', () => {
  it('ends by itself when nothing of what was found is what was meant', async () => {
    const { id: of } = await asked(PRIVACY, 10)
    const { id } = await asked(PRIVACY, 10)
    await as(world, markDuplicate, world.lead, { requestId: id, of })
    const [target] = (await reachView(world.lead, id)).targets
    const drop = (target?.candidates ?? []).map(({ digest }) => digest)
    await as(world, narrow, world.lead, {
      requestId: id,
      targetId: target?.id ?? '',
      drop,
      why: 'other_thing',
    })
    await runJobs(database)
    expect(await statusOf(database, id)).toBe('no_action')
    expect(await statusOf(database, of)).toBe('under_review')
  })
})
