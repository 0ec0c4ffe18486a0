/* Long: everything that anybody may try on a case, what follows at once of what was tried, and in which order it is tried. */
import { expect, it } from 'vitest'
import { transact, type Tx } from '@/db/client'
import type { DatasetRole, Member } from '@/lib/auth/actor'
import { prepareBulk } from '@/lib/bulk/prepare'
import { continueBulk } from '@/lib/bulk/run'
import { startBulk } from '@/lib/bulk/start'
import { prepareUndo } from '@/lib/bulk/undo'
import { random as seededRandom, type Random } from '@/lib/demo/random'
import { AppError } from '@/lib/errors'
import { nominate } from '@/lib/golden/nominate'
import { withinLimit } from '@/lib/http/rate-limit'
import { reviewCast } from '@/lib/jobs/review-cast'
import { appeal } from '@/lib/review/appeal'
import { attachTakedown } from '@/lib/review/attach-takedown'
import { lockCase } from '@/lib/review/case-row'
import { claimNext, releaseClaim, renewClaim } from '@/lib/review/claim'
import { castVote } from '@/lib/review/decide'
import { holdDecision } from '@/lib/review/held-decision'
import { holdEscalation, holdSkip } from '@/lib/review/held-leave'
import { holdVote, undoVote } from '@/lib/review/held-vote'
import type { DecideInput } from '@/lib/review/input'
import { override } from '@/lib/review/override'
import { reportItem } from '@/lib/review/report'
import { HIDDEN_PER_DAY } from '@/lib/review/report-limit'
import { rerouteAll } from '@/lib/review/reroute'
import { seatFlagger } from '@/lib/review/seats'
import { escalate, skip } from '@/lib/review/skip'
import { testDatabase } from '../support/database'
import { asksNobody, CATEGORIES, type Category, entriesOf, wrongs } from './review-machine-facts'
import {
  agreeTo,
  casesOf,
  claim,
  flaggedItem,
  newMember,
  reviewWorld,
  voteOn,
  type World,
} from './review-world'

const database = testDatabase()
const STEPS = 500
const RUNS = 4

let world: World
let people: Member[]
let items: Item[]
let made = 0

type Item = { digest: Buffer; category: Category }
/** What somebody's page showed, or what they held back, by case and person. */
let pages: Map<string, DecideInput>
let held: Map<string, DecideInput>
/** The rounds that somebody left to others, and did not come back to. */
let left: Set<string>

/** What an actor may try at any moment, sensible or not. */
const VERBS = [
  'claim',
  'renew',
  'release',
  'vote',
  'hold',
  'undo',
  'cast',
  'castEarly',
  'claimAndSkip',
  'skip',
  'holdSkip',
  'holdEscalation',
  'escalate',
  'override',
  'holdDecision',
  'bulk',
  'takeBack',
  'appeal',
  'expire',
  'arrive',
  'flag',
  'seenByHalf',
  'lastToVote',
  'contested',
  'reportedAlone',
  'askedMeanwhile',
  'holdAndUndo',
  'holdAndRelease',
  'restrict',
  'clear',
  'report',
  'reportOther',
  'reportRow',
  'recuse',
  'returnTo',
  'attach',
  'reroute',
  'nominate',
] as const
type Verb = (typeof VERBS)[number]
const FOR_LEADS = ['bulk', 'takeBack', 'override', 'holdDecision', 'nominate', 'reportedAlone'] as const
/** What most of a round is made of: without it few would come to their end. */
const TO_VOTE = [
  ...(['vote', 'vote', 'vote', 'seenByHalf', 'seenByHalf', 'lastToVote', 'claim', 'hold', 'cast'] as const),
  ...(['flag', 'askedMeanwhile', 'holdAndUndo', 'holdAndRelease', 'claimAndSkip'] as const),
  ...(['appeal', 'contested', 'arrive', 'arrive', 'arrive'] as const),
] as const

type Choice = Pick<DecideInput, 'action' | 'reasonCode' | 'spans'>
const choice = (action: Choice['action'], reasonCode: string, end = 0): Choice => ({
  ...{ action, reasonCode },
  spans: action === 'redact' ? [{ field: 'text', start: 2, end }] : [],
})
const KEPT: Record<Category, string> = {
  hate: 'hate.context',
  pii: 'pii.not',
  copyright: 'copyright.permitted',
}
const CHOICES: Record<Category, [Choice, ...Choice[]]> = {
  hate: [
    choice('keep', KEPT.hate),
    choice('keep', KEPT.hate),
    choice('remove', 'hate.attack'),
    choice('restrict', 'hate.attack'),
    choice('label', 'hate.coarse'),
  ],
  pii: [
    choice('keep', KEPT.pii),
    choice('redact', 'pii.contact', 6),
    choice('redact', 'pii.contact', 20),
    choice('redact', 'pii.contact', 20),
    choice('remove', 'pii.profile'),
  ],
  copyright: [
    choice('keep', KEPT.copyright),
    choice('keep', KEPT.copyright),
    choice('remove', 'copyright.reproduction'),
    choice('remove', 'copyright.reproduction'),
    choice('label', 'copyright.notice'),
  ],
}

async function newItem(category: Category): Promise<Item> {
  const found = [{ category, type: 'first', detector: 'one', severity: 3 as const }]
  const { digest } = await flaggedItem(world, `a text of somebody, number ${++made}`, found)
  return { digest, category }
}

async function attempt(verb: Verb, who: Member, item: Item, random: Random): Promise<void> {
  const { digest, category } = item
  const { sql } = database
  const act = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transact(work, world.db)
  const theCase = async (of: string) => (await casesOf(world, digest)).find((one) => one.category === of)
  const found = await theCase(category)
  if (!found) throw new Error('no case')
  const at = { datasetId: world.datasetId, caseId: found.id }
  const key = `${found.id} ${who.id}`
  const place = `${found.id} ${found.round} ${who.id}`
  const chosen = random.pick(CHOICES[category])
  const now = { ...(await voteOn(world, digest, found)), ...chosen }
  // A page that has been open since the case was another one, now and then.
  const opened = pages.get(key)
  if (!opened || random.chance(0.2)) pages.set(key, now)
  const sent: DecideInput = opened && random.chance(0.25) ? { ...opened, ...chosen } : now
  const reported = { digest: undefined, caseId: undefined, note: 'as I see it' }
  const mustHaveSeen = (page: DecideInput | undefined) => {
    if (page?.round !== now.round || page.findings !== now.findings)
      throw new Error('what nobody was shown was answered')
  }
  const mustAskSomebody = async () => {
    if (await asksNobody(sql, found.id)) throw new Error('one more vote is asked for, and of nobody')
  }
  const heldNow = async () => {
    const [row] = await sql<{ castsAt: Date }[]>`
      select casts_at as "castsAt" from held_vote
      where case_id = ${found.id} and reviewer_id = ${who.id} and refused is null`
    return row
  }
  const saidBy = async () => {
    const [row] = await sql<{ times: number }[]>`
      select (select count(*)::int from review where case_id = ${found.id} and reviewer_id = ${who.id})
        + (select count(*)::int from decision where case_id = ${found.id} and decider_id = ${who.id} and kind = 'override') as times`
    return row?.times ?? 0
  }
  const vote = async () => {
    await act((tx) => castVote(tx, who, sent))
    left.delete(place)
    mustHaveSeen(sent)
    await mustAskSomebody()
  }
  const cast = async () => {
    const before = await saidBy()
    await reviewCast({ ...at, reviewerId: who.id })
    if ((await saidBy()) === before) return
    mustHaveSeen(held.get(key))
    await mustAskSomebody()
  }
  /** With what is on the page of the case by now, and refused or not. */
  const wish = async (to: (page: DecideInput, inForce: string | null) => Promise<unknown>) => {
    const shown = (await theCase(category)) ?? found
    const page = { ...(await voteOn(world, digest, shown)), ...chosen }
    await to(page, shown.decisionId).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error
    })
  }
  const recuseAllBut = ({ id }: Member) => sql`
    insert into recusal (person_id, dataset_id) select distinct m.person_id, m.dataset_id from membership m
    where m.dataset_id = ${world.datasetId} and m.person_id <> ${id} on conflict do nothing`
  const keepingIt = (by: Member) => (page: DecideInput, supersedes: string | null) =>
    act((tx) => override(tx, by, { ...page, ...choice('keep', KEPT[category]), supersedes }))
  const flag = async () => {
    const start = random.below(12)
    const spans = random.chance(0.5) ? [{ field: 'text', start, end: start + 3 }] : []
    const type = `type ${random.below(1e6)}`
    await claim(world, digest, [{ category, type, detector: 'other', spans }])
  }
  const next = async () => {
    const asked = { datasetId: world.datasetId, queueId: undefined, held: [] }
    const { caseId } = await act((tx) => claimNext(tx, who, asked))
    if (caseId === null) return undefined
    const [given] = await sql<{ round: number; own: boolean }[]>`
      select c.round, c.status = 'open' and not c.restricted and s.kind = 'reviewer' and not exists (
        select from review v where v.case_id = c.id and v.round = c.round and v.reviewer_id = ${who.id}) as own
      from review_case c left join case_seat s on s.case_id = c.id and s.round = c.round and s.person_id = ${who.id}
      where c.id = ${caseId}`
    if (!given?.own || left.has(`${caseId} ${given.round} ${who.id}`))
      throw new Error('a case was handed out to whom it is not for')
    return { caseId, round: given.round }
  }
  const verbs: Record<Verb, () => Promise<unknown>> = {
    claim: next,
    // The case that was handed out, and so with its claim; the next is another one.
    claimAndSkip: async () => {
      const given = await next()
      if (!given) return
      const { caseId, round } = given
      await act((tx) => skip(tx, who, { ...at, caseId, reason: 'unsure', note: undefined }))
      left.add(`${caseId} ${round} ${who.id}`)
      await next()
    },
    renew: () => act((tx) => renewClaim(tx, who, at)),
    release: () => act((tx) => releaseClaim(tx, who, at)),
    vote,
    hold: async () => {
      await act((tx) => holdVote(tx, who, sent))
      left.delete(place)
      held.set(key, sent)
      mustHaveSeen(sent)
    },
    undo: async () => {
      const before = await heldNow()
      await act((tx) => undoVote(tx, who, at))
      if (!before || (await heldNow())) throw new Error('what was not held was taken back, or still is')
    },
    cast: async () => {
      await sql`
        update held_vote set casts_at = now() - interval '1 second' where case_id = ${found.id} and reviewer_id = ${who.id}`
      await cast()
    },
    castEarly: async () => {
      const before = await heldNow()
      await cast()
      if (!before || (await heldNow())) return
      const [row] = await sql<{ early: boolean }[]>`select clock_timestamp() < ${before.castsAt} as early`
      if (row?.early) throw new Error('what can still be taken back was carried out')
    },
    skip: async () => {
      await act((tx) => skip(tx, who, { ...at, reason: 'unsure', note: undefined }))
      left.add(place)
    },
    holdSkip: () => act((tx) => holdSkip(tx, who, { ...at, reason: 'unsure', note: undefined })),
    holdEscalation: () => act((tx) => holdEscalation(tx, who, { ...at, reason: 'policy', note: undefined })),
    escalate: async () => {
      await act((tx) => escalate(tx, who, { ...at, reason: 'policy', note: undefined }))
      left.add(place)
    },
    override: async () => {
      await act((tx) => override(tx, who, { ...sent, supersedes: found.decisionId }))
      mustHaveSeen(sent)
    },
    holdDecision: async () => {
      await act((tx) => holdDecision(tx, who, { ...sent, supersedes: found.decisionId }))
      held.set(key, sent)
      mustHaveSeen(sent)
    },
    bulk: async () => {
      const asked = { ...now, caseIds: [found.id], queue: undefined, label: undefined }
      const bulk = await act((tx) => prepareBulk(tx, who, asked))
      await act((tx) => startBulk(tx, who, bulk))
      await continueBulk(bulk)
    },
    takeBack: async () => {
      if (random.chance(0.5)) await verbs.bulk()
      const [last] = await sql<{ bulk_id: string }[]>`
        select bulk_id from bulk_item where dataset_id = ${world.datasetId} and state = 'decided' order by at desc limit 1`
      const of = { datasetId: world.datasetId, bulkId: last?.bulk_id ?? found.id }
      const bulk = await act((tx) => prepareUndo(tx, who, of))
      await act((tx) => startBulk(tx, who, bulk))
      await continueBulk(bulk)
    },
    appeal: () =>
      act((tx) =>
        appeal(tx, who, { ...at, decisionId: found.decisionId ?? found.id, grounds: 'It was a quotation.' }),
      ),
    expire: () =>
      sql`update lease set expires_at = now() - interval '1 second' where case_id = ${found.id} and ended_at is null`,
    // Mostly in place of one that was decided, or hidden.
    arrive: async () => {
      if (random.chance(found.status === 'decided' || found.restricted ? 0.4 : 0.2))
        items[items.indexOf(item)] = await newItem(category)
    },
    flag,
    // Something is found between two votes, the second of whoever may still vote, and those after it.
    seenByHalf: async () => {
      await vote()
      await flag()
      const shown = (await theCase(category)) ?? found
      const later = { ...(await voteOn(world, digest, shown)), ...random.pick(CHOICES[category]) }
      for (const other of people) {
        const refused = await act((tx) => castVote(tx, other, later)).catch((error: unknown) => error)
        if (refused instanceof Error && !(refused instanceof AppError)) throw refused
        if (refused instanceof Error) continue
        await mustAskSomebody()
        if (random.chance(0.3)) return
      }
    },
    // The same, and nobody else is there but the second.
    lastToVote: async () => {
      await vote()
      await flag()
      const other = random.pick([world.reviewer, world.second, world.lead])
      const later = { ...(await voteOn(world, digest, (await theCase(category)) ?? found)), ...chosen }
      await recuseAllBut(other)
      try {
        await act((tx) => castVote(tx, other, later))
        await mustAskSomebody()
      } finally {
        await verbs.returnTo()
      }
    },
    // By somebody who would like to vote on it then, and again when it was decided and something else was found.
    contested: async () => {
      await verbs.appeal()
      await wish((page) => act((tx) => castVote(tx, who, page)))
      for (const other of people) if (other.id !== who.id) await wish(keepingIt(other))
      await flag()
      await wish((page) => act((tx) => castVote(tx, who, page)))
    },
    // By a lead who is the only one left, and has to decide it for that.
    reportedAlone: async () => {
      await verbs.reportRow()
      await recuseAllBut(who)
      await wish(keepingIt(who))
      await verbs.returnTo()
      await flag()
      await wish((page) => act((tx) => castVote(tx, who, page)))
    },
    holdAndUndo: async () => {
      await verbs.hold()
      await verbs.castEarly()
      await verbs.undo()
    },
    holdAndRelease: async () => {
      await verbs.hold()
      await verbs.release()
    },
    // A lead is asked while somebody has it before them, and votes.
    askedMeanwhile: async () => {
      await verbs.hold()
      for (const other of people.filter(({ id }) => id !== who.id)) {
        const refused = await act((tx) =>
          escalate(tx, other, { ...at, reason: 'policy', note: undefined }),
        ).catch((error: unknown) => error)
        if (!(refused instanceof Error)) return verbs.cast()
        if (!(refused instanceof AppError)) throw refused
      }
    },
    // By whom it does not hide, and then by somebody else.
    restrict: async () => {
      const by = (one: Member) =>
        act((tx) => escalate(tx, one, { ...at, reason: 'child_safety', note: undefined }))
      if (random.chance(0.5)) await by(world.reviewer)
      await by(who)
    },
    clear: async () => {
      const hidden = await theCase('child_safety')
      if (!hidden) return
      const officer = random.chance(0.2) ? who : world.officer
      const cleared = { ...(await voteOn(world, digest, hidden)), reasonCode: 'safety.cleared' }
      await act((tx) => override(tx, officer, { ...cleared, supersedes: hidden.decisionId }))
    },
    // What a request of somebody of the team does to the case it leads to.
    report: () =>
      act(async (tx) => {
        await lockCase(tx, at.datasetId, at.caseId)
        await seatFlagger(tx, at.datasetId, [at.caseId], who.id)
      }),
    reportOther: () => act((tx) => reportItem(tx, who, { ...reported, ...at, category: 'other' })),
    // From where nothing says what its cases are: its own category, too.
    reportRow: () =>
      act((tx) =>
        reportItem(tx, who, {
          ...reported,
          ...{ datasetId: world.datasetId, digest: digest.toString('hex'), category },
        }),
      ),
    recuse: () =>
      sql`insert into recusal (person_id, dataset_id) values (${who.id}, ${world.datasetId}) on conflict do nothing`,
    returnTo: () => sql`delete from recusal where dataset_id = ${world.datasetId}`,
    // Of one of the items only: what a person asked about is in no bulk decision.
    attach: async () => {
      if (item === items[0]) await act((tx) => attachTakedown(tx, { ...at, dueAt: null }))
    },
    reroute: () => rerouteAll(world.datasetId),
    nominate: () =>
      act((tx) =>
        nominate(tx, who, {
          ...{ ...at, decisionId: found.decisionId ?? found.id, actions: ['keep'], reasons: [] },
          ...{ judgePassages: false, leastOverlap: 0.5, rationale: 'It attacks nobody.' },
        }),
      ),
  }
  try {
    await verbs[verb]()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

/** A team as small as they are: before long there is nobody left who has no part in a case yet. */
async function newTeam(): Promise<void> {
  world = await reviewWorld(database.db)
  const { db, datasetId, reviewer } = world
  const join = (...roles: DatasetRole[]) =>
    newMember(
      db,
      roles.map((role) => [role, datasetId]),
    )
  // One of them is beyond what they hide in a day; for another nobody vouched, and their votes fill no quorum.
  const hidden = { name: 'review/hidden', max: HIDDEN_PER_DAY, windowSeconds: 86_400 }
  for (let i = 0; i < HIDDEN_PER_DAY; i++) await withinLimit(db, hidden, reviewer.id)
  const unknown = await join('reviewer')
  await database.sql`update person set verified_at = null where id = ${unknown.id}`
  people = [reviewer, world.second, await join('reviewer'), unknown, world.lead]
  people.push(await join('reviewer', 'lead'), await join('maintainer'), world.stranger)
  for (const who of people) await agreeTo(db, who.id, [...CATEGORIES])
  items = []
  for (const category of [...CATEGORIES, ...CATEGORIES]) items.push(await newItem(category))
  pages = new Map()
  held = new Map()
  left = new Set()
}

it.each(Array.from({ length: RUNS }, (_, run) => run + 1))(
  'no sequence of verbs by anybody reaches a state that must not be, or a decision without its votes and log entry (seed %i)',
  async (seed) => {
    await newTeam()
    const random = seededRandom(seed)
    const oneOf = <T>(list: readonly T[]): T => {
      const [first, ...others] = list
      if (first === undefined) throw new Error('nothing to choose from')
      return random.pick([first, ...others])
    }
    const withRole = (role: DatasetRole) =>
      people.filter(({ roles }) => roles[world.datasetId]?.includes(role))
    const [voters, leads] = [withRole('reviewer'), withRole('lead')]
    const tried: string[] = []
    let n = 0
    for (let step = 0; step < STEPS; step++) {
      const verb = oneOf(random.chance(0.6) ? TO_VOTE : random.chance(0.2) ? FOR_LEADS : VERBS)
      // Most of it would be refused to the others.
      const able = FOR_LEADS.some((one) => one === verb) ? leads : voters
      const who = oneOf(random.chance(0.8) ? able : people)
      // Mostly what was before somebody a moment ago: a round has many parts.
      if (random.chance(0.3)) n = random.below(items.length)
      const item = items[n]
      if (!item) throw new Error('no item')
      tried.push(`${verb} of ${n} by ${people.indexOf(who)}`)
      const wrong = await attempt(verb, who, item, random).catch((error: unknown) => error)
      expect(wrong, `after ${tried.slice(-10).join(', ')}`).toBeUndefined()
      if (step % 5 === 4)
        expect(await wrongs(database.admin.sql), `after ${tried.slice(-10).join(', ')}`).toEqual([])
    }
    const { decided, logged } = await entriesOf(database.sql, world.datasetId)
    expect(logged).toEqual(decided)
    expect(decided.length).toBeGreaterThan(5)
  },
  300_000,
)

it('which went through appeals, reversals, leads who were asked, masks, votes that fill no quorum, reports in sight, and what was found between two votes', async () => {
  const [gone] = await database.sql`
    with half as (
      select distinct v.case_id, v.round from review v join review w on w.case_id = v.case_id and w.round = v.round where w.seen <> v.seen)
    select (select count(*)::int from appeal) as appeals,
      (select count(*)::int from decision where kind = 'reversal') as reversals,
      (select count(*)::int from decision where kind = 'adjudication') as adjudications,
      (select count(*)::int from decision where kind = 'quorum' and action = 'redact') as redactions,
      (select count(*)::int from decision where kind = 'quorum' and category = 'copyright') as led,
      (select count(*)::int from review where not counts) as uncounted,
      (select count(*)::int from report_in_sight) as sighted,
      (select count(*)::int from half) as halves,
      (select count(*)::int from half join decision d on d.case_id = half.case_id and d.round = half.round and d.kind = 'quorum') as decided`
  for (const [what, times] of Object.entries(gone ?? {})) expect(times, what).toBeGreaterThan(0)
  expect(Object.keys(gone ?? {})).toHaveLength(9)
})
