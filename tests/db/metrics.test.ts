import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { ratingsOf } from '@/lib/metrics/ratings'
import { metricsReport, metricsTable } from '@/lib/metrics/report'
import { metricsScope } from '@/lib/metrics/scope'
import type { MetricTable, TableId } from '@/lib/metrics/table'
import { appeal } from '@/lib/review/appeal'
import { castVote } from '@/lib/review/decide'
import { override } from '@/lib/review/override'
import type { Action } from '@/lib/review/status'
import { testDatabase } from '../support/database'
import { claim, flaggedItem, newMember, oneCase, reviewWorld, voteOn, type World } from './review-world'

const database = testDatabase()
let world: World
let third: Member
let maintainer: Member

const REASON: Record<string, string> = {
  'other keep': 'other.none',
  'other remove': 'other.harm',
  'hate keep': 'hate.context',
  'hate label': 'hate.coarse',
}

let made = 0
async function opened(category: string, type = 'odd') {
  const { digest } = await flaggedItem(world, `metrics ${++made}`, [
    { category, type, detector: type === 'odd' ? 'words' : 'email' },
  ])
  return digest
}

async function vote(who: Member, digest: Buffer, action: Action, handlingMs?: number) {
  const found = await oneCase(world, digest)
  const reasonCode = REASON[`${found.category} ${action}`] ?? ''
  const given = { ...(await voteOn(world, digest, found)), action, reasonCode, handlingMs }
  await transact((tx) => castVote(tx, who, given), world.db)
}

async function overridden(digest: Buffer, action: Action) {
  const found = await oneCase(world, digest)
  const reasonCode = REASON[`${found.category} ${action}`] ?? ''
  const given = {
    ...(await voteOn(world, digest, found)),
    action,
    reasonCode,
    supersedes: found.decisionId,
  }
  await transact((tx) => override(tx, world.lead, given), world.db)
}

async function appealed(digest: Buffer) {
  const { id: caseId, decisionId } = await oneCase(world, digest)
  await transact(
    (tx) =>
      appeal(tx, maintainer, {
        datasetId: world.datasetId,
        caseId,
        decisionId: decisionId ?? '',
        grounds: 'It quotes a report.',
      }),
    world.db,
  )
}

/** What happened, so that each number below can be counted from it by hand. */
beforeAll(async () => {
  world = await reviewWorld(database.db)
  third = await newMember(database.db, [['reviewer', world.datasetId]])
  maintainer = await newMember(database.db, [['maintainer', world.datasetId]])
  // Six alone: two kept in 4 s and 6 s, three removed in 8 s, 10 s and unmeasured, one left.
  const kept = [await opened('other'), await opened('other', 'mail')]
  const removed = [await opened('other'), await opened('other'), await opened('other')]
  await opened('other')
  for (const [i, digest] of kept.entries()) await vote(world.reviewer, digest, 'keep', 4_000 + 2_000 * i)
  for (const [i, digest] of removed.entries())
    await vote(world.reviewer, digest, 'remove', [8_000, 10_000, undefined][i])
  // A lead overturns the first; of two appeals one is upheld and one not.
  await overridden(kept[0] ?? Buffer.of(), 'remove')
  await appealed(removed[0] ?? Buffer.of())
  await vote(world.second, removed[0] ?? Buffer.of(), 'remove', 20_000)
  await appealed(removed[1] ?? Buffer.of())
  await vote(world.second, removed[1] ?? Buffer.of(), 'keep', 20_000)
  // Three rounds by several: two agree, a third decides, and one nobody has finished, which stays blind.
  const hate = [await opened('hate'), await opened('hate'), await opened('hate')]
  const [first, second, open] = hate.map((digest) => digest ?? Buffer.of())
  if (!first || !second || !open) throw new Error('three')
  for (const who of [world.reviewer, world.second]) await vote(who, first, 'keep')
  await vote(world.reviewer, second, 'keep')
  await vote(world.second, second, 'label')
  await vote(third, second, 'label')
  await vote(third, open, 'label')
  // A flag raised after the decision is not one that it judged, and a restricted case is in no number.
  await claim(world, kept[1] ?? Buffer.of(), [{ category: 'other', type: 'later', detector: 'late' }])
  await flaggedItem(world, 'metrics restricted', [{ category: 'child_safety', type: 'grave' }])
})

const scopeFor = (who: Member, now?: Date) => metricsScope(who, world.slug, '7', now)
const read = async (id: TableId, who = world.lead) => metricsTable(await scopeFor(who), id)
const row = (table: MetricTable, name: string) => table.rows.find(([first]) => first === name)?.slice(1)

describe('the metrics of a dataset', () => {
  it('count what came in, was decided and waits, by queue', async () => {
    const table = await read('flow')
    // Nine opened; the kept one that got another finding is open again.
    expect(row(table, 'All queues')?.slice(0, 3)).toEqual([9, 10, 3])
    expect(row(table, 'Everything else')?.slice(0, 3)).toEqual([6, 8, 2])
    expect(row(table, 'Hate and illegal content')?.slice(0, 3)).toEqual([3, 2, 1])
    const [oldest] = await database.sql<{ at: string }[]>`
      select min(opened_at) as at from review_case where dataset_id = ${world.datasetId} and status = 'open' and not restricted`
    expect(row(table, 'All queues')?.[3]).toBe(new Date(oldest?.at ?? 0).toISOString())
  })

  it('give the middle and the slowest tenth of what votes and cases took', async () => {
    const table = await read('times')
    const [votes, median, p90, cases, waiting] = row(table, 'All queues') ?? []
    // 4, 6, 8, 10, 20, 20 seconds: the tenth at position 4.5 of 0 … 5.
    expect([votes, median, p90]).toEqual([6, 9, 20])
    const rows = await database.sql<{ seconds: number }[]>`
      select extract(epoch from decided_at - opened_at)::float8 as seconds from review_case
      where dataset_id = ${world.datasetId} and status = 'decided' and not restricted order by 1`
    const [low, high] = [rows[Math.floor((rows.length - 1) / 2)], rows[Math.ceil((rows.length - 1) / 2)]]
    expect(cases).toBe(rows.length)
    expect(waiting).toBeCloseTo(((low?.seconds ?? 0) + (high?.seconds ?? 0)) / 2, 6)
  })

  it('count decisions by action and by how they came about', async () => {
    const table = await read('outcomes')
    expect(row(table, 'Keep')).toEqual([4, 0.4, 4, 0, 0, 0, 0])
    expect(row(table, 'Remove')).toEqual([5, 0.5, 4, 0, 1, 0, 0])
    expect(row(table, 'Label')).toEqual([1, 0.1, 1, 0, 0, 0, 0])
    expect(row(table, 'Redact')).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  it('tell a decision that was overturned from one that was upheld', async () => {
    const table = await read('overturned')
    expect(row(table, 'Everything else')?.slice(0, 4)).toEqual([8, 1, 2, 0.25])
    expect(row(table, 'Hate and illegal content')?.slice(0, 4)).toEqual([2, 0, 0, 0])
  })

  it('measure agreement on rounds that are over, and leave the open one blind', async () => {
    const table = await read('agreement')
    // keep keep | keep label label: 5 ratings of 2 rounds, values 3 and 2; disagreeing 4 ÷ 2.
    const alpha = 1 - 2 / 5 / ((25 - 13) / (5 * 4))
    expect(row(table, 'Queue Hate and illegal content')?.slice(0, 2)).toEqual([2, 5])
    expect(row(table, 'Queue Hate and illegal content')?.[3]).toBeCloseTo(alpha, 12)
    expect(row(table, 'Queue Hate and illegal content')?.[6]).toMatchObject({
      says: expect.stringMatching(/between 2 and 3/),
    })
    expect(row(table, 'Queue Everything else')?.[3]).toMatchObject({
      says: expect.stringMatching(/No item was rated by two/),
    })
    const weeks = await read('weeks')
    expect(weeks.rows.map((cells) => cells.slice(1, 3))).toEqual([[9, 10]])
    expect(weeks.rows[0]?.[3]).toBeCloseTo(alpha, 12)
    expect(weeks.rows[0]?.slice(4)).toMatchObject([
      { says: expect.stringMatching(/between 1 and 3/) },
      { says: expect.stringMatching(/No two people have 5 rounds/) },
    ])
    const byWeek = await read('agreement-weeks')
    const hate = byWeek.rows.find(([, name]) => name === 'Queue Hate and illegal content')
    expect(hate?.slice(2, 4)).toEqual([2, 5])
    expect(hate?.[5]).toBeCloseTo(alpha, 12)
  })

  it('give the precision of each detector by what people decided last', async () => {
    const table = await read('detectors')
    // words: removed by the lead, upheld, kept on appeal, removed; kept and labelled. email: kept; what came later judged nothing.
    expect(table.rows.map((cells) => cells.slice(0, 5))).toEqual([
      ['words', 'odd', 6, 4, 4 / 6],
      ['email', 'mail', 1, 0, 0],
    ])
  })

  it('are empty for a period in which nothing happened, and what waits still waits', async () => {
    const later = await scopeFor(world.lead, new Date(Date.now() + 8 * 86_400_000))
    const report = await metricsReport(later)
    expect(row(report.flow ?? (await read('flow')), 'All queues')?.slice(0, 3)).toEqual([0, 0, 3])
    for (const id of [
      'times',
      'outcomes',
      'overturned',
      'weeks',
      'agreement',
      'agreement-weeks',
      'detectors',
    ] as const)
      expect(report[id]?.rows, id).toEqual([])
  })
})

describe('who reads metrics', () => {
  it('leads, maintainers and admins; nobody else', async () => {
    const admin = await newMember(database.db, [], ['admin'])
    for (const who of [world.lead, maintainer, admin])
      await expect(scopeFor(who)).resolves.toMatchObject({ slug: world.slug })
    for (const who of [world.reviewer, world.stranger, world.officer])
      await expect(scopeFor(who)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('only leads read what compares single reviewers with the others', async () => {
    const [forLead, forMaintainer] = await Promise.all(
      [world.lead, maintainer].map(async (who) => metricsReport(await scopeFor(who))),
    )
    expect([forLead?.speed?.rows, forLead?.alike?.rows]).toEqual([[], []])
    expect([forMaintainer?.speed, forMaintainer?.alike]).toEqual([undefined, undefined])
    await expect(read('speed', maintainer)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('reviewers by their pseudonyms only', async () => {
    const report = JSON.stringify(await metricsReport(await scopeFor(world.lead)))
    for (const { id, name } of [world.reviewer, world.second, third]) {
      expect(report).not.toContain(id)
      expect(report).not.toContain(`"${name}"`)
    }
  })
})

describe('agreement', () => {
  it('compares nobody with those who saw what was found after their vote', async () => {
    const own = await reviewWorld(database.db)
    const [fourth, fifth] = [
      await newMember(database.db, [['reviewer', own.datasetId]]),
      await newMember(database.db, [['reviewer', own.datasetId]]),
    ]
    const slur = { category: 'hate', type: 'slur' }
    const cast = async (who: Member, digest: Buffer, change: object) => {
      const given = { ...(await voteOn(own, digest, await oneCase(own, digest))), ...change }
      return (await transact((tx) => castVote(tx, who, given), own.db)).state
    }
    const keep = { action: 'keep', reasonCode: 'hate.context' }
    const remove = { action: 'remove', reasonCode: 'hate.attack' }
    const { digest } = await flaggedItem(own, 'agreement, found later', [
      { ...slur, spans: [{ field: 'text', start: 0, end: 4 }] },
    ])
    await database.sql`update review_case set quorum = 2, slots = 3 where dataset_id = ${own.datasetId}`
    expect(await cast(own.reviewer, digest, keep)).toBe('waiting')
    // Of the same kind, and only somewhere else too.
    await claim(own, digest, [
      {
        ...{ ...slur, detector: 'words' },
        spans: [
          { field: 'text', start: 0, end: 4 },
          { field: 'text', start: 6, end: 9 },
        ],
      },
    ])
    expect(await cast(own.second, digest, remove)).toBe('waiting')
    expect(await cast(fourth, digest, remove)).toBe('decided')
    const scope = await metricsScope(own.lead, own.slug, '7')
    const { ratings } = await ratingsOf(scope)
    expect(ratings.map(({ rater, label }) => [rater, label]).sort()).toEqual(
      [own.second, fourth].map(({ pseudonym }) => [pseudonym, 'remove']).sort(),
    )
    // Who saw the same is compared as ever.
    const other = await flaggedItem(own, 'agreement, seen by all', [slur])
    await database.sql`update review_case set quorum = 2, slots = 2 where digest = ${other.digest}`
    expect(await cast(own.reviewer, other.digest, keep)).toBe('waiting')
    expect(await cast(fifth, other.digest, keep)).toBe('decided')
    expect((await ratingsOf(scope)).ratings).toHaveLength(4)
  })
})
