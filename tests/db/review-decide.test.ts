/* Long: what a vote decides, alone, with others, and where something is found between two of them. */
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { publishPolicy } from '@/lib/policies/publish-version'
import type { Member } from '@/lib/auth/actor'
import { caseView } from '@/lib/review/case-view'
import { decide } from '@/lib/review/decide'
import { override } from '@/lib/review/override'
import { parseEntry } from '@/lib/log/entries'
import { openingOf } from '@/lib/log/queries'
import { testDatabase } from '../support/database'
import {
  casesOf,
  claim,
  emailClaim,
  flaggedItem,
  newMember,
  oneCase,
  reviewWorld,
  robot,
  voteOn,
  type World,
} from './review-world'

const database = testDatabase()
let world: World
beforeAll(async () => {
  world = await reviewWorld(database.db)
})

let made = 0
async function emailCase() {
  const address = `anna${++made}@example.org`
  const text = `Please write to ${address} before Friday.`
  const { digest } = await flaggedItem(world, text, [emailClaim(text, address)])
  const found = await oneCase(world, digest)
  return { digest, found, text, address, vote: await voteOn(world, digest, found) }
}

async function facts(digest: Buffer) {
  const [row] = await database.sql<{ decisions: number; reviews: number; pending: number }[]>`
    select (select count(*)::int from decision where digest = ${digest}) as decisions,
           (select count(*)::int from review v join review_case c on c.id = v.case_id where c.digest = ${digest}) as reviews,
           (select count(*)::int from log_pending) as pending`
  return row ?? { decisions: -1, reviews: -1, pending: -1 }
}

const redaction = { action: 'redact' as const, reasonCode: 'pii.contact' }

describe('a decision', () => {
  it('writes vote, decision, case and log entry together', async () => {
    const { digest, vote } = await emailCase()
    const before = await facts(digest)
    const view = await transact(
      (tx) =>
        decide(tx, world.reviewer, {
          ...vote,
          action: 'keep',
          reasonCode: 'pii.public',
          note: 'the press office',
        }),
      world.db,
    )
    expect(view).toMatchObject({ state: 'decided', dataset: world.slug, action: 'keep' })
    expect(await facts(digest)).toEqual({ decisions: 1, reviews: 1, pending: before.pending + 1 })
    const after = await oneCase(world, digest)
    expect(after).toMatchObject({ status: 'decided', decisionId: view.decisionId, round: 1 })

    const [row] = await database.sql`
      select d.*, p.body from decision d join log_pending p on p.entry_id = d.entry_id
      where d.id = ${view.decisionId}`
    expect(row).toMatchObject({
      kind: 'quorum',
      scope: 'content',
      target: null,
      action: 'keep',
      reason_code: 'pii.public',
      actor: `member:${world.reviewer.id}`,
      supersedes: null,
    })
    expect(row?.['review_ids']).toHaveLength(1)
    expect(row?.['seen']).toEqual([
      { type: 'email', spans: [{ field: 'text', start: 16, end: expect.any(Number) }] },
    ])
    const entry = parseEntry(row?.['body'])
    expect(entry).toMatchObject({ t: 'decision', dataset: world.slug })
    expect(Buffer.from(row?.['body']).toString()).not.toContain(digest.toString('hex'))
    expect(await openingOf(row?.['entry_id'])).toMatchObject({
      value: {
        scope: 'content',
        action: 'keep',
        reason: 'pii.public',
        target: { digest: digest.toString('hex') },
        supersedes: null,
      },
    })
  })

  it('leaves nothing behind when its transaction is rolled back', async () => {
    const { digest, vote } = await emailCase()
    const before = await facts(digest)
    await expect(
      transact(async (tx) => {
        await decide(tx, world.reviewer, vote)
        throw new Error('the connection went away')
      }, world.db),
    ).rejects.toThrow('the connection went away')
    expect(await facts(digest)).toEqual(before)
    expect(await oneCase(world, digest)).toMatchObject({ status: 'open', decisionId: null })
  })

  it('refuses the second of two reviewers who decide at the same time, and says who was first', async () => {
    const { digest, vote } = await emailCase()
    const answers = await Promise.allSettled([
      transact((tx) => decide(tx, world.reviewer, vote), world.db),
      transact(
        (tx) =>
          decide(tx, world.second, { ...vote, ...redaction, spans: [{ field: 'text', start: 0, end: 6 }] }),
        world.db,
      ),
    ])
    const [refused] = answers.filter((answer) => answer.status === 'rejected')
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
    expect(refused?.reason).toMatchObject({ code: 'conflict' })
    expect(refused?.reason.message).toMatch(
      /already decided by heron-\w+ at \d+ \w+ \d{4}, [\d:]+ UTC: (keep|redact)\.$/,
    )
    expect(await facts(digest)).toMatchObject({ decisions: 1, reviews: 1 })
  })

  it('is the same 404 for a reviewer of another dataset and for a case that does not exist', async () => {
    const { digest, vote } = await emailCase()
    const foreign = transact((tx) => decide(tx, world.stranger, vote), world.db)
    await expect(foreign).rejects.toMatchObject({ code: 'not_found' })
    const missing = transact(
      (tx) => decide(tx, world.stranger, { ...vote, caseId: world.datasetId }),
      world.db,
    )
    await expect(missing).rejects.toEqual(await foreign.catch((error: unknown) => error))
    expect(await facts(digest)).toMatchObject({ decisions: 0, reviews: 0 })
  })

  it.each([
    [
      'an action the reason does not allow',
      { action: 'remove', reasonCode: 'pii.not' },
      /does not allow to remove/,
    ],
    [
      'a reason of another category',
      { action: 'keep', reasonCode: 'hate.context' },
      /not a reason for personal data/,
    ],
    ['a reason nobody wrote', { action: 'keep', reasonCode: 'pii.whim' }, /has no reason/],
    ['a redaction without a passage', { ...redaction }, /Mark at least one passage/],
    ['an empty passage', { ...redaction, spans: [{ field: 'text', start: 3, end: 3 }] }, /cannot be empty/],
    [
      'a passage beyond the text',
      { ...redaction, spans: [{ field: 'text', start: 3, end: 3000 }] },
      /outside “text”/,
    ],
    [
      'a passage of another field',
      { ...redaction, spans: [{ field: 'body', start: 0, end: 3 }] },
      /no field “body”/,
    ],
    [
      'a typed passage that is not there',
      { ...redaction, passages: ['nobody@example.org'] },
      /is not in this item/,
    ],
  ] as const)('refuses %s and writes nothing', async (_, change, message) => {
    const { digest, vote } = await emailCase()
    const refused = transact(
      (tx) =>
        decide(tx, world.reviewer, {
          ...vote,
          ...change,
          spans: [...('spans' in change ? change.spans : [])],
          passages: [...('passages' in change ? change.passages : [])],
        }),
      world.db,
    )
    await expect(refused).rejects.toMatchObject({ code: 'invalid', message: expect.stringMatching(message) })
    expect(await facts(digest)).toMatchObject({ decisions: 0, reviews: 0 })
  })

  it('merges the passages of a redaction and finds every place of a typed one', async () => {
    const text = '👩‍🚀 call 030-1 or 030-1 now'
    const { digest } = await flaggedItem(world, text, [emailClaim(text, '030-1')])
    const vote = await voteOn(world, digest, await oneCase(world, digest))
    await transact(
      (tx) =>
        decide(tx, world.reviewer, {
          ...vote,
          ...redaction,
          spans: [{ field: 'text', start: 4, end: 10 }],
          passages: ['030-1'],
        }),
      world.db,
    )
    const [row] = await database.sql`select spans from decision where digest = ${digest}`
    // The astronaut is three code points: woman, joiner, rocket.
    expect(row?.['spans']).toEqual([
      { field: 'text', start: 4, end: 14 },
      { field: 'text', start: 18, end: 23 },
    ])
  })

  it('refuses a vote under a policy that is no longer in force', async () => {
    const other = await reviewWorld(database.db)
    const { digest } = await flaggedItem(other, 'old policy', [{}])
    const vote = await voteOn(other, digest, await oneCase(other, digest))
    await transact(
      (tx) =>
        publishPolicy(tx, robot, {
          dataset: other.slug,
          text: 'Ours.',
          reasons: [{ code: 'pii.not', category: 'pii', label: 'Not', guidance: '', actions: ['keep'] }],
        }),
      other.db,
    )
    await expect(transact((tx) => decide(tx, other.reviewer, vote), other.db)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/version 1 came into force/),
    })
  })

  it('refuses a vote on findings that changed since they were shown', async () => {
    const { digest, text, vote } = await emailCase()
    await claim(world, digest, [{ ...emailClaim(text, 'Friday'), type: 'date' }])
    await expect(transact((tx) => decide(tx, world.reviewer, vote), world.db)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/Something new was found/),
    })
  })
})

describe('a quorum of two', () => {
  async function pairCase() {
    const made = await emailCase()
    await database.sql`update review_case set quorum = 2, slots = 2 where id = ${made.found.id}`
    return made
  }

  it('decides when two reviewers agree, with the passages of both', async () => {
    const { digest, vote } = await pairCase()
    const first = await transact(
      (tx) =>
        decide(tx, world.reviewer, { ...vote, ...redaction, spans: [{ field: 'text', start: 0, end: 6 }] }),
      world.db,
    )
    expect(first).toMatchObject({ state: 'waiting', decisionId: null })
    expect(await facts(digest)).toMatchObject({ decisions: 0, reviews: 1 })
    const second = await transact(
      (tx) =>
        decide(tx, world.second, { ...vote, ...redaction, spans: [{ field: 'text', start: 10, end: 12 }] }),
      world.db,
    )
    expect(second.state).toBe('decided')
    const [row] = await database.sql`select spans, review_ids from decision where digest = ${digest}`
    expect(row?.['spans']).toHaveLength(2)
    expect(row?.['review_ids']).toHaveLength(2)
  })

  it('is not filled by one reviewer voting twice', async () => {
    const { vote } = await pairCase()
    await transact((tx) => decide(tx, world.reviewer, vote), world.db)
    await expect(transact((tx) => decide(tx, world.reviewer, vote), world.db)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/already reviewed/),
    })
  })

  it('stays open when they disagree, until a lead overrides', async () => {
    const { digest, found, vote } = await pairCase()
    await transact((tx) => decide(tx, world.reviewer, vote), world.db)
    const second = await transact(
      (tx) =>
        decide(tx, world.second, { ...vote, ...redaction, spans: [{ field: 'text', start: 0, end: 6 }] }),
      world.db,
    )
    expect(second.state).toBe('split')
    expect(await oneCase(world, digest)).toMatchObject({ status: 'open', decisionId: null })
    await transact(
      (tx) => override(tx, world.lead, { ...vote, caseId: found.id, supersedes: null }),
      world.db,
    )
    const [row] = await database.sql`select kind, review_ids from decision where digest = ${digest}`
    expect(row).toMatchObject({ kind: 'override', review_ids: [] })
  })
})

describe('a quorum of two, when something is found after the first vote', () => {
  /** A case with the vote of one reviewer, in which a date was found since. */
  async function halfSeen(first: object) {
    const made = await emailCase()
    await database.sql`update review_case set quorum = 2, slots = 2 where id = ${made.found.id}`
    await transact((tx) => decide(tx, world.reviewer, { ...made.vote, ...first }), world.db)
    await claim(world, made.digest, [{ ...emailClaim(made.text, 'Friday'), type: 'date' }])
    const vote = async (who: Member, change: object) => {
      const input = await voteOn(world, made.digest, await oneCase(world, made.digest))
      return (await transact((tx) => decide(tx, who, { ...input, ...change }), world.db)).state
    }
    const decided = async () => {
      const [row] = await database.sql`
        select d.action, array(select f ->> 'type' from jsonb_array_elements(d.seen) f) as seen,
          array(select v.reviewer_id from review v where d.review_ids ? v.id::text order by v.created_at) as by
        from decision d where d.digest = ${made.digest}`
      return row
    }
    const third = await newMember(world.db, [['reviewer', world.datasetId]])
    return { ...made, vote, decided, third }
  }
  const removal = { action: 'remove', reasonCode: 'pii.profile' }
  const masking = (start: number, end: number) => ({ ...redaction, spans: [{ field: 'text', start, end }] })

  it.each([
    ['to keep it', {}],
    ['to redact what was known', masking(16, 20)],
  ])('does not decide by a vote %s that never saw it: one more is asked for, and counted', async (_, one) => {
    const { digest, text, found, vote, decided, third } = await halfSeen(one)
    expect((await caseView(third, world.slug, found.id)).votes).toMatchObject({ cast: 1, missed: 1 })
    expect(await vote(world.second, one)).toBe('waiting')
    expect(await facts(digest)).toMatchObject({ decisions: 0, reviews: 2 })
    await expect(vote(world.reviewer, one)).rejects.toMatchObject({ code: 'conflict' })
    expect((await caseView(third, world.slug, found.id)).votes).toMatchObject({ cast: 2, missed: 1 })
    expect(await vote(third, one)).toBe('decided')
    expect(await decided()).toMatchObject({ seen: ['date', 'email'], by: [world.second.id, third.id] })
    // What the first did not see is answered, since two others did.
    await claim(world, digest, [{ ...emailClaim(text, 'Friday'), type: 'date', detector: 'another' }])
    expect(await oneCase(world, digest)).toMatchObject({ status: 'decided' })
  })

  it('goes on counting a vote to remove the whole item, and claims for it no more than it saw', async () => {
    const { vote, decided } = await halfSeen(removal)
    expect(await vote(world.second, removal)).toBe('decided')
    expect(await decided()).toEqual({
      ...{ action: 'remove', seen: ['email'] },
      by: [world.reviewer.id, world.second.id],
    })
  })

  it('goes on counting a redaction that masks it too', async () => {
    const { text, vote, decided } = await halfSeen(masking(0, 48))
    expect(text.indexOf('Friday') + 'Friday'.length).toBeLessThanOrEqual(48)
    expect(await vote(world.second, masking(16, 20))).toBe('decided')
    expect(await decided()).toMatchObject({ seen: ['email'], by: [world.reviewer.id, world.second.id] })
  })

  it('asks for as many more whatever was voted, so that the number of reviews tells nothing of it', async () => {
    const slots = async (first: object) => {
      const { found, vote, third } = await halfSeen(first)
      expect((await caseView(third, world.slug, found.id)).votes).toMatchObject({ missed: 1 })
      expect(await vote(world.second, { reasonCode: 'pii.example' })).toBe('waiting')
      return (await caseView(third, world.slug, found.id)).slots
    }
    expect([await slots({}), await slots(removal)]).toEqual([3, 3])
  })

  it('asks a lead when those who saw it do not agree either', async () => {
    const { found, vote, decided, third } = await halfSeen({})
    expect(await vote(world.second, removal)).toBe('waiting')
    expect(await vote(third, {})).toBe('split')
    expect((await caseView(world.lead, world.slug, found.id)).stage).toBe('adjudication')
    expect(await vote(world.lead, {})).toBe('decided')
    expect(await decided()).toEqual({ action: 'keep', seen: ['date', 'email'], by: [world.lead.id] })
  })

  it('asks a lead, and not the majority, where one who never saw it removes the whole item', async () => {
    const { found, vote, decided, third } = await halfSeen(removal)
    expect(await vote(world.second, { reasonCode: 'pii.example' })).toBe('waiting')
    expect(await vote(third, { reasonCode: 'pii.example' })).toBe('split')
    expect((await caseView(world.lead, world.slug, found.id)).stage).toBe('adjudication')
    expect(await decided()).toBeUndefined()
  })

  it('keeps a slot for a lead where one is needed, and the one that voted never saw it', async () => {
    const made = await emailCase()
    await database.sql`
      update review_case set quorum = 2, slots = 2, lead_needed = true, reserved = 1 where id = ${made.found.id}`
    const other = await newMember(world.db, [
      ['reviewer', world.datasetId],
      ['lead', world.datasetId],
    ])
    const third = await newMember(world.db, [['reviewer', world.datasetId]])
    const vote = async (who: Member) => {
      const input = await voteOn(world, made.digest, await oneCase(world, made.digest))
      return (await transact((tx) => decide(tx, who, input), world.db)).state
    }
    expect(await vote(world.lead)).toBe('waiting')
    await claim(world, made.digest, [{ ...emailClaim(made.text, 'Friday'), type: 'date' }])
    expect(await vote(world.second)).toBe('waiting')
    const [row] =
      await database.sql`select slots, taken, reserved from review_case where id = ${made.found.id}`
    expect(row).toEqual({ slots: 3, taken: 2, reserved: 1 })
    await expect(vote(third)).rejects.toMatchObject({ code: 'conflict' })
    expect(await vote(other)).toBe('decided')
    const [decided] =
      await database.sql`select kind, review_ids from decision where case_id = ${made.found.id}`
    expect(decided?.['kind']).toBe('quorum')
    expect(decided?.['review_ids']).toHaveLength(2)
  })

  it('asks a lead when nobody of the team is left for the one more that is asked for, and only then', async () => {
    const outcome = async (change: (third: Member) => Promise<unknown>) => {
      world = await reviewWorld(database.db)
      const { found, vote, third } = await halfSeen({})
      // Who leads it can vote; so nobody is left once they have taken a part.
      await database.sql`
        insert into case_seat (dataset_id, case_id, round, person_id, kind)
        values (${world.datasetId}, ${found.id}, 1, ${world.lead.id}, 'skipped')`
      await change(third)
      const state = await vote(world.second, {})
      const [row] =
        await database.sql`select stage, slots, taken, reserved from review_case where id = ${found.id}`
      return { state, ...row }
    }
    const asked = { state: 'split', stage: 'adjudication', slots: 3, taken: 2, reserved: 1 }
    const waits = { state: 'waiting', stage: 'review', slots: 3, taken: 2, reserved: 0 }
    expect(await outcome(async () => undefined)).toEqual(waits)
    expect(
      await outcome(({ id }) => database.sql`update person set disabled_at = now() where id = ${id}`),
    ).toEqual(asked)
    expect(
      await outcome(
        ({ id }) =>
          database.sql`insert into recusal (person_id, dataset_id) values (${id}, ${world.datasetId})`,
      ),
    ).toEqual(asked)
    expect(
      await outcome(async ({ id }) => {
        await database.sql`update person set disabled_at = now() where id = ${id}`
        await database.sql`delete from case_seat where person_id = ${world.lead.id}`
      }),
    ).toEqual(waits)
    expect(
      await outcome(async ({ id }) => {
        await database.sql`update person set disabled_at = now() where id = ${id}`
        await newMember(world.db, [['lead', world.datasetId]])
      }),
    ).toEqual(waits)
  })

  it('shows no page where passages are by what a voter saw', async () => {
    const { found, third } = await halfSeen({})
    await database.sql`update review_case set blind = false where id = ${found.id}`
    const { shown } = (await caseView(third, world.slug, found.id)).votes
    expect(shown).toHaveLength(1)
    expect(shown[0]).not.toHaveProperty('seen')
  })
})

describe('superseding', () => {
  it('replaces the decision in force by a later one and keeps both on record', async () => {
    const { digest, vote } = await emailCase()
    const first = await transact((tx) => decide(tx, world.reviewer, vote), world.db)
    const change = {
      ...vote,
      ...redaction,
      spans: [{ field: 'text', start: 0, end: 6 }],
      supersedes: first.decisionId,
    }
    const second = await transact((tx) => override(tx, world.lead, change), world.db)
    const rows =
      await database.sql`select id, action, supersedes, entry_id from decision where digest = ${digest} order by created_at`
    expect(rows.map((row) => [row['action'], row['supersedes']])).toEqual([
      ['keep', null],
      ['redact', first.decisionId],
    ])
    expect(await oneCase(world, digest)).toMatchObject({ status: 'decided', decisionId: second.decisionId })
    expect(await openingOf(rows[1]?.['entry_id'])).toMatchObject({
      value: { supersedes: rows[0]?.['entry_id'] },
    })
  })

  it('is for leads only', async () => {
    const { vote } = await emailCase()
    const first = await transact((tx) => decide(tx, world.reviewer, vote), world.db)
    await expect(
      transact((tx) => override(tx, world.reviewer, { ...vote, supersedes: first.decisionId }), world.db),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('lets one of two leads win', async () => {
    const { digest, vote } = await emailCase()
    const first = await transact((tx) => decide(tx, world.reviewer, vote), world.db)
    const change = { ...vote, reasonCode: 'pii.example', supersedes: first.decisionId }
    const answers = await Promise.allSettled([
      transact((tx) => override(tx, world.lead, change), world.db),
      transact((tx) => override(tx, world.lead, change), world.db),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await facts(digest)).decisions).toBe(2)
  })

  it('cannot edit: the database refuses the product an UPDATE or DELETE of decisions and votes', async () => {
    await emailCase()
    for (const statement of [
      'update decision set action = action',
      'delete from decision',
      'truncate decision',
      'update review set action = action',
      'delete from review',
    ]) {
      await expect(database.sql.unsafe(statement)).rejects.toThrow(/permission denied/)
    }
  })
})

it('tells the takedown domain of a decision on a case that a request asked for, in the same transaction', async () => {
  const { digest, found, vote } = await emailCase()
  await database.sql`update review_case set takedowns = 1 where id = ${found.id}`
  await transact((tx) => decide(tx, world.reviewer, vote), world.db)
  const jobs = await world.db.execute(sql`
    select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'takedown.case-decided'`)
  expect(jobs.map((job) => job['payload'])).toEqual([{ datasetId: world.datasetId, caseId: found.id }])
  expect(await casesOf(world, digest)).toHaveLength(1)
})
