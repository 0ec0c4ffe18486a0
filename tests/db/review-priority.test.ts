import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { importHooks } from '@/lib/jobs/import-hooks'
import { reviewRepoint } from '@/lib/jobs/review-repoint'
import { reviewWeigh } from '@/lib/jobs/review-weigh'
import { attachTakedown } from '@/lib/review/attach-takedown'
import { caseView } from '@/lib/review/case-view'
import { claimNext } from '@/lib/review/claim'
import { castVote } from '@/lib/review/decide'
import { weightOf } from '@/lib/review/detector-weight'
import { weighAll } from '@/lib/review/weigh-detectors'
import { testDatabase } from '../support/database'
import { claim, flaggedItem, oneCase, reviewWorld, voteOn, type World } from './review-world'

const database = testDatabase()
let world: World
let held: string[] = []
beforeEach(async () => {
  held = []
  world = await reviewWorld(database.db)
})

let made = 0
const opened = (claims: Parameters<typeof flaggedItem>[2]) => flaggedItem(world, `priority ${++made}`, claims)
/** The next case of a reviewer who keeps those before it. */
const served = async () => {
  const { caseId } = await transact(
    (tx) => claimNext(tx, world.reviewer, { datasetId: world.datasetId, held, queueId: undefined }),
    world.db,
  )
  if (caseId !== null) held.push(caseId)
  return caseId
}
const aged = (digest: Buffer, days: number) =>
  database.admin
    .sql`update review_case set opened_at = opened_at - make_interval(days => ${days}) where digest = ${digest}`

describe('the order of the queue', () => {
  it('is by points and age: a mild case that waited long enough comes before a grave one of today', async () => {
    const mild = await opened([{ category: 'other', type: 'odd', severity: 1, score: 0.5 }])
    const grave = await opened([{ category: 'other', type: 'odd', severity: 4, score: 1 }])
    const [low, high] = [await oneCase(world, mild.digest), await oneCase(world, grave.digest)]
    expect(high.priority - low.priority).toBe(high.points - low.points)
    // 60 points and 7.5: behind by 52.5 days.
    await aged(mild.digest, 52)
    expect((await oneCase(world, mild.digest)).priority).toBeLessThan(high.priority)
    await aged(mild.digest, 1)
    expect((await oneCase(world, mild.digest)).priority).toBeGreaterThan(high.priority)
    expect(await served()).toBe(low.id)
    expect(await served()).toBe(high.id)
  })

  it('puts a person’s request first, and of two the one that is due sooner', async () => {
    const cases = await Promise.all([1, 2, 3].map(() => opened([{ category: 'other', type: 'odd' }])))
    const ids = await Promise.all(cases.map(async ({ digest }) => (await oneCase(world, digest)).id))
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
    for (const [i, days] of [undefined, 20, 5].entries())
      if (days !== undefined)
        await transact(
          (tx) =>
            attachTakedown(tx, { datasetId: world.datasetId, caseId: ids[i] ?? '', dueAt: inDays(days) }),
          world.db,
        )
    expect([await served(), await served(), await served()]).toEqual([ids[2], ids[1], ids[0]])
  })

  it('calls who is further down back to a case that was flagged again', async () => {
    const [first, second] = [
      await opened([{ category: 'other', type: 'odd', score: 0.9 }]),
      await opened([{ category: 'other', type: 'odd', score: 0.2 }]),
    ]
    const ids = [(await oneCase(world, first.digest)).id, (await oneCase(world, second.digest)).id]
    expect(await served()).toBe(ids[0])
    const late = await opened([{ category: 'other', type: 'odd', score: 0.8 }])
    expect(await served()).toBe((await oneCase(world, late.digest)).id)
    expect(await served()).toBe(ids[1])
  })
})

describe('the weight of a detector', () => {
  const judge = async (detector: string, count: number, wrong: number, claim = {}) => {
    for (let n = 0; n < count; n++) {
      const { digest } = await opened([{ category: 'other', type: 'odd', detector, ...claim }])
      const keep = n < wrong
      const given = {
        ...(await voteOn(world, digest, await oneCase(world, digest))),
        action: keep ? ('keep' as const) : ('remove' as const),
        reasonCode: keep ? 'other.none' : 'other.harm',
      }
      await transact((tx) => castVote(tx, world.reviewer, given), world.db)
    }
  }

  it('is its record with people when an import begins, and multiplies what it says from then on', async () => {
    await judge('right', 20, 0)
    await judge('wrong', 20, 18)
    await importHooks(world.datasetId)
    const rows = await database.sql`
      select detector, judged, upheld, weight from detector_weight where dataset_id = ${world.datasetId} order by 1`
    const [right, wrong] = [weightOf({ judged: 20, upheld: 20 }), weightOf({ judged: 20, upheld: 2 })]
    expect(rows).toEqual([
      { detector: 'right', judged: 20, upheld: 20, weight: expect.closeTo(right, 6) },
      { detector: 'wrong', judged: 20, upheld: 2, weight: expect.closeTo(wrong, 6) },
    ])
    const by = async (detector: string) =>
      (await oneCase(world, (await opened([{ category: 'other', type: 'odd', detector }])).digest)).points
    expect(await by('right')).toBe(Math.round(3600 * right))
    expect(await by('wrong')).toBe(Math.round(3600 * wrong))
    expect(await by('new')).toBe(2700)
    expect(right).toBeGreaterThan(0.75)
  })

  it('moves the open cases it raised, a day later at the latest, and only when it has changed much', async () => {
    const one = await opened([{ category: 'other', type: 'odd', detector: 'wrong' }])
    const other = await opened([{ category: 'other', type: 'odd', detector: 'new' }])
    await judge('wrong', 20, 18)
    const waiting = async () => {
      const rows = await database.admin.sql`
        select j.task_identifier as task, j.run_at > now() as later, p.payload from graphile_worker.jobs j
        join graphile_worker._private_jobs p on p.id = j.id
        where p.payload ->> 'datasetId' = ${world.datasetId} order by 1`
      return rows.map(({ task, later, payload }) => [task, later, payload.detectors])
    }
    await reviewWeigh({ datasetId: world.datasetId })
    expect(await waiting()).toEqual([
      ['review.repoint', false, ['wrong']],
      ['review.weigh', true, undefined],
    ])
    await reviewRepoint({ datasetId: world.datasetId, detectors: ['wrong'] })
    const points = async ({ digest }: { digest: Buffer }) => (await oneCase(world, digest)).points
    expect(await points(one)).toBe(Math.round(3600 * weightOf({ judged: 20, upheld: 2 })))
    expect(await points(other)).toBe(2700)

    await judge('wrong', 1, 1)
    await reviewWeigh({ datasetId: world.datasetId })
    expect((await waiting()).map(([task]) => task)).toEqual(['review.repoint', 'review.weigh'])
    await transact(weighAll, world.db)
    expect(await waiting(), 'a worker that begins leaves its time to what waits').toContainEqual([
      'review.weigh',
      true,
      undefined,
    ])
  })

  it('of a person too grows and shrinks with what others decided about their flags, and never by their own decision', async () => {
    const source = 'report' as const
    const by = (who: Member) => `member:${who.id}`
    await judge(by(world.second), 5, 5, { source })
    await judge(by(world.lead), 10, 2, { source })
    await judge(by(world.reviewer), 3, 3, { source })
    await importHooks(world.datasetId)
    const points = async (who: Member) =>
      (
        await oneCase(
          world,
          (await opened([{ category: 'other', type: 'x', source, detector: by(who) }])).digest,
        )
      ).points
    // 2 × 20 × 0.9, of which: none of five right and five granted, eight of ten, and nothing known.
    expect(await points(world.second)).toBe(1800)
    expect(await points(world.lead)).toBe(3120)
    expect(await points(world.reviewer)).toBe(3600)
    const { digest } = await opened([{ category: 'other', type: 'x', source, detector: by(world.second) }])
    const view = await caseView(world.reviewer, world.slug, (await oneCase(world, digest)).id)
    expect(view.priorityParts[0]?.what).toContain('× weight 0.50 of the person who flagged it')
  })

  it('is told on the page of a case, whose parts add up to what orders it', async () => {
    const { digest } = await opened([
      { category: 'other', type: 'odd' },
      { category: 'other', type: 'strange' },
    ])
    await claim(world, digest, [
      { category: 'other', type: 'odd', source: 'report', detector: 'somebody', score: 1 },
    ])
    await aged(digest, 3)
    const found = await oneCase(world, digest)
    const view = await caseView(world.reviewer, world.slug, found.id)
    // A person is believed wholly: 2 × 20 × 1, two detectors nobody knows 4 × 0.75 each, and three days.
    expect(view.priorityParts.map(({ points }) => points)).toEqual([40, 6, 3])
    expect(view.priority).toBe(49)
    const [row] = await database.db.execute<{ today: number }>(sql`
      select priority + extract(epoch from now() - timestamptz '2026-01-01T00:00:00Z')::float8 / 864 as today
      from review_case where id = ${found.id}`)
    expect((row?.today ?? 0) / 100).toBeCloseTo(view.priority, 1)
  })
})
