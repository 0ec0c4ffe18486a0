import { beforeAll, expect, it } from 'vitest'
import { transact, type Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { prepareBulk } from '@/lib/bulk/prepare'
import { continueBulk } from '@/lib/bulk/run'
import { startBulk } from '@/lib/bulk/start'
import { prepareUndo } from '@/lib/bulk/undo'
import { AppError } from '@/lib/errors'
import { withinLimit } from '@/lib/http/rate-limit'
import { reviewCast } from '@/lib/jobs/review-cast'
import { appeal } from '@/lib/review/appeal'
import { claimNext, releaseClaim, renewClaim } from '@/lib/review/claim'
import { attachTakedown } from '@/lib/review/attach-takedown'
import { lockCase } from '@/lib/review/case-row'
import { castVote } from '@/lib/review/decide'
import { nominate } from '@/lib/golden/nominate'
import { reportItem } from '@/lib/review/report'
import { HIDDEN_PER_DAY } from '@/lib/review/report-limit'
import { rerouteAll } from '@/lib/review/reroute'
import { seatFlagger } from '@/lib/review/seats'
import { holdDecision } from '@/lib/review/held-decision'
import { holdEscalation, holdSkip } from '@/lib/review/held-leave'
import { holdVote, undoVote } from '@/lib/review/held-vote'
import { override } from '@/lib/review/override'
import { escalate, skip } from '@/lib/review/skip'
import { testDatabase } from '../support/database'
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
import { random as seededRandom } from '@/lib/demo/random'

const database = testDatabase()
const STEPS = 500
const RUNS = 4

let world: World
let people: Member[]
let digests: Buffer[]
let found = 0

beforeAll(async () => {
  world = await reviewWorld(database.db)
})

/** What an actor may try at any moment, sensible or not. */
const VERBS = [
  'claim',
  'renew',
  'release',
  'vote',
  'hold',
  'undo',
  'cast',
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
  'flag',
  'seenByHalf',
  'redact',
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
const IN_BULK = ['bulk', 'takeBack'] as const
const CHOICES = [
  { action: 'keep', reasonCode: 'hate.context' },
  { action: 'remove', reasonCode: 'hate.attack' },
  { action: 'restrict', reasonCode: 'hate.attack' },
  { action: 'label', reasonCode: 'hate.coarse' },
] as const

async function attempt(verb: Verb, who: Member, digest: Buffer, random: () => number): Promise<void> {
  const act = (work: (tx: Tx) => Promise<unknown>) => transact(work, world.db)
  const found = (await casesOf(world, digest)).find(({ category }) => category === 'hate')
  if (!found) throw new Error('no case')
  const at = { datasetId: world.datasetId, caseId: found.id }
  const choice = CHOICES[Math.floor(random() * CHOICES.length)] ?? CHOICES[0]
  const vote = { ...(await voteOn(world, digest, found)), ...choice }
  const reported = { digest: undefined, caseId: undefined, note: 'as I see it' }
  const verbs: Record<Verb, () => Promise<unknown>> = {
    claim: () =>
      act((tx) => claimNext(tx, who, { datasetId: world.datasetId, queueId: undefined, held: [] })),
    renew: () => act((tx) => renewClaim(tx, who, at)),
    release: () => act((tx) => releaseClaim(tx, who, at)),
    vote: () => act((tx) => castVote(tx, who, vote)),
    hold: () => act((tx) => holdVote(tx, who, vote)),
    undo: () => act((tx) => undoVote(tx, who, at)),
    cast: async () => {
      await database.sql`update held_vote set casts_at = now() - interval '1 second' where case_id = ${found.id} and reviewer_id = ${who.id}`
      await reviewCast({ ...at, reviewerId: who.id })
    },
    skip: () => act((tx) => skip(tx, who, { ...at, reason: 'unsure', note: undefined })),
    holdSkip: () => act((tx) => holdSkip(tx, who, { ...at, reason: 'unsure', note: undefined })),
    holdEscalation: () => act((tx) => holdEscalation(tx, who, { ...at, reason: 'policy', note: undefined })),
    escalate: () => act((tx) => escalate(tx, who, { ...at, reason: 'policy', note: undefined })),
    override: () => act((tx) => override(tx, who, { ...vote, supersedes: found.decisionId })),
    holdDecision: () => act((tx) => holdDecision(tx, who, { ...vote, supersedes: found.decisionId })),
    bulk: async () => {
      const asked = { ...vote, caseIds: [found.id], queue: undefined, label: undefined }
      const at = await transact((tx) => prepareBulk(tx, who, asked), world.db)
      await act((tx) => startBulk(tx, who, at))
      await continueBulk(at)
    },
    takeBack: async () => {
      const [last] =
        await database.sql`select bulk_id from bulk_item where case_id = ${found.id} and state = 'decided' order by at desc limit 1`
      const of = { datasetId: world.datasetId, bulkId: last?.bulk_id ?? found.id }
      const at = await transact((tx) => prepareUndo(tx, who, of), world.db)
      await act((tx) => startBulk(tx, who, at))
      await continueBulk(at)
    },
    appeal: () =>
      act((tx) =>
        appeal(tx, who, { ...at, decisionId: found.decisionId ?? found.id, grounds: 'It was a quotation.' }),
      ),
    expire: () =>
      database.sql`update lease set expires_at = now() - interval '1 second' where case_id = ${found.id} and ended_at is null`,
    flag: () =>
      claim(world, digest, [
        { category: 'hate', type: `slur ${Math.floor(random() * 1e6)}`, detector: 'other' },
      ]),
    // Something is found between two votes, the second of whoever may still vote.
    seenByHalf: async () => {
      await act((tx) => castVote(tx, who, vote))
      await verbs.flag()
      const now = (await casesOf(world, digest)).find(({ id }) => id === found.id) ?? found
      const later = { ...(await voteOn(world, digest, now)), ...choice }
      for (const other of people) {
        const refused = await act((tx) => castVote(tx, other, later)).catch((error: unknown) => error)
        if (!(refused instanceof Error)) break
        if (!(refused instanceof AppError)) throw refused
      }
    },
    redact: () =>
      act((tx) =>
        castVote(tx, who, {
          ...vote,
          action: 'redact',
          reasonCode: 'hate.attack',
          spans: [{ field: 'text', start: 2, end: 6 }],
        }),
      ),
    restrict: () => act((tx) => escalate(tx, who, { ...at, reason: 'child_safety', note: undefined })),
    clear: async () => {
      const hidden = (await casesOf(world, digest)).find(({ category }) => category === 'child_safety')
      if (!hidden) return
      const officer = random() < 0.2 ? who : world.officer
      const cleared = { ...(await voteOn(world, digest, hidden)), reasonCode: 'safety.cleared' }
      await act((tx) => override(tx, officer, { ...cleared, supersedes: hidden.decisionId }))
    },
    // What a request of somebody of the team does to the case it leads to.
    report: () =>
      act(async (tx) => {
        await lockCase(tx, at.datasetId, at.caseId)
        await seatFlagger(tx, at.datasetId, [at.caseId], who.id)
      }),
    reportOther: () => act((tx) => reportItem(tx, who, { ...reported, ...at, category: 'pii' })),
    // From where nothing says what its cases are: its own category, too.
    reportRow: () =>
      act((tx) =>
        reportItem(tx, who, {
          ...reported,
          ...{ datasetId: world.datasetId, digest: digest.toString('hex'), category: 'hate' },
        }),
      ),
    recuse: () =>
      database.sql`insert into recusal (person_id, dataset_id) values (${who.id}, ${world.datasetId}) on conflict do nothing`,
    returnTo: () => database.sql`delete from recusal where dataset_id = ${world.datasetId}`,
    // Of one of the items only: what a person asked about is in no bulk decision.
    attach: async () => {
      if (digest === digests[0]) await act((tx) => attachTakedown(tx, { ...at, dueAt: null }))
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

/** Everything that must hold of any case after any verb; each query names what it would find. */
async function wrongs(): Promise<Record<string, number>> {
  const [row] = await database.admin.sql`
    select
      (select count(*)::int from review_case c where (status = 'decided') and not exists (
        select from decision d where d.id = c.decision_id and d.round = c.round)) as decided_without_decision,
      (select count(*)::int from decision d where not exists (select from log_pending p where p.entry_id = d.entry_id)) as decision_without_entry,
      (select count(*)::int from decision d join review_case c on c.id = d.case_id where d.kind = 'quorum' and (
        select count(*) from review v where d.review_ids ? v.id::text and v.case_id = d.case_id and v.round = d.round
          and v.action = d.action and v.counts) < c.quorum) as quorum_without_votes,
      (select count(*)::int from decision d where d.kind in ('quorum', 'adjudication') and exists (
        select from jsonb_array_elements_text(d.review_ids) r where not exists (
          select from review v where v.id::text = r and v.case_id = d.case_id and v.round = d.round and v.action = d.action))) as votes_of_another_round,
      (select count(*)::int from decision d where d.kind in ('quorum', 'adjudication') and exists (
        select from jsonb_array_elements(d.seen) s, review v where d.review_ids ? v.id::text and not exists (
          select from jsonb_array_elements(v.seen) x where x = s))) as answered_unseen,
      (select count(*)::int from decision d where d.kind in ('quorum', 'adjudication') and d.action in ('keep', 'label')
        and jsonb_array_length(d.seen) <> (select count(distinct f.type || f.spans::text) from flag f
          where f.dataset_id = d.dataset_id and f.digest = d.digest and f.category = d.category and f.created_at < d.created_at)) as decided_on_half,
      (select count(*)::int from review_case c where status = 'open' and taken >= slots and not exists (
        select from lease l where l.case_id = c.id and l.round = c.round and l.ended_at is null)) as waits_for_nobody,
      (select count(*)::int from decision d where d.kind = 'adjudication' and not exists (
        select from review v where d.review_ids ? v.id::text and v.by_lead)) as adjudicated_without_lead,
      (select count(*)::int from decision d where d.kind in ('override', 'batch', 'reversal') and jsonb_array_length(d.review_ids) > 0) as override_with_votes,
      (select count(*)::int from (select case_id from decision d where not exists (
        select from decision later where later.supersedes = d.id) group by 1 having count(*) > 1) x) as two_in_force,
      (select count(*)::int from review_case c where status = 'open' and taken <>
        (select count(*) from review v where v.case_id = c.id and v.round = c.round)
        + (select count(*) from lease l where l.case_id = c.id and l.round = c.round and l.ended_at is null)) as miscounted_slots,
      (select count(*)::int from case_seat s where kind = 'barred' and (
        exists (select from review v where v.case_id = s.case_id and v.round = s.round and v.reviewer_id = s.person_id)
        or exists (select from decision d where d.case_id = s.case_id and d.round = s.round and d.decider_id = s.person_id)
        or exists (select from lease l where l.case_id = s.case_id and l.round = s.round and l.reviewer_id = s.person_id))) as barred_took_part,
      (select count(*)::int from appeal a join decision d on d.id = a.decision_id where not exists (
        select from case_seat s where s.case_id = a.case_id and s.round = a.round and s.person_id = d.decider_id and s.kind = 'barred')
        and d.decider_id is not null) as decider_not_barred,
      (select count(*)::int from lease l join review_case c on c.id = l.case_id where l.ended_at is null
        and (c.status = 'decided' or l.round <> c.round)) as claims_of_nothing,
      (select count(*)::int from held_vote h join review_case c on c.id = h.case_id where h.kind <> 'decision' and h.refused is null and c.status = 'open'
        and h.round = c.round and not exists (select from lease l where l.case_id = h.case_id and l.reviewer_id = h.reviewer_id
        and l.ended_at is null)) as held_without_slot,
      (select count(*)::int from case_seat s where kind = 'flagged' and (
        exists (select from review v where v.case_id = s.case_id and v.round = s.round and v.reviewer_id = s.person_id)
        or exists (select from decision d where d.case_id = s.case_id and d.round = s.round and d.decider_id = s.person_id)
        or exists (select from lease l where l.case_id = s.case_id and l.round = s.round and l.reviewer_id = s.person_id
          and l.ended_at is null))) as flaggers_took_part,
      (select count(*)::int from appeal a where a.actor like 'member:%'
        -- Who has nobody left to leave it to gives the seat up, and decides directly.
        and not exists (select from decision d where d.case_id = a.case_id and d.round = a.round and 'member:' || d.decider_id = a.actor)
        and not exists (
          select from case_seat s where s.case_id = a.case_id and s.round = a.round and 'member:' || s.person_id = a.actor
            and s.kind in ('flagged', 'barred'))) as appellants_let_in,
      (select count(*)::int from recusal r where
        exists (select from review v where v.dataset_id = r.dataset_id and v.reviewer_id = r.person_id and v.created_at > r.created_at)
        or exists (select from decision d where d.dataset_id = r.dataset_id and d.decider_id = r.person_id
          and d.created_at > r.created_at)) as decided_in_spite_of_a_conflict,
      (select count(*)::int from review_case c where not c.restricted and exists (
        select from review_case h join category k on k.id = h.category and k.restricted = 1
        where h.dataset_id = c.dataset_id and h.digest = c.digest and h.status = 'open'
          and not exists (select from report_in_sight i where i.case_id = h.id and i.round = h.round and i.hidden_at is null))
        ) as seen_though_restricted,
      (select count(*)::int from report_in_sight i join review_case c on c.id = i.case_id and c.round = i.round and c.status = 'open'
        where i.hidden_at is null and exists (
          select from flag f where f.dataset_id = c.dataset_id and f.digest = c.digest and f.category = c.category
            and f.created_at > i.created_at and f.detector <> ${`member:${world.reviewer.id}`})) as left_in_sight`
  return row ?? {}
}

it.each(Array.from({ length: RUNS }, (_, run) => run + 1))(
  'no sequence of verbs by anybody reaches a state that must not be, or a decision without its votes and log entry (seed %i)',
  async (seed) => {
    const { next: random } = seededRandom(seed)
    people = [world.reviewer, world.second, world.lead]
    // One of them is beyond what they hide in a day.
    const hidden = { name: 'review/hidden', max: HIDDEN_PER_DAY, windowSeconds: 86_400 }
    for (let i = 0; i < HIDDEN_PER_DAY; i++) await withinLimit(world.db, hidden, world.reviewer.id)
    for (let i = 0; i < 3; i++) people.push(await newMember(world.db, [['reviewer', world.datasetId]]))
    people.push(
      await newMember(world.db, [
        ['reviewer', world.datasetId],
        ['lead', world.datasetId],
      ]),
    )
    const leads = [world.lead, people.at(-1)]
    people.push(await newMember(world.db, [['maintainer', world.datasetId]]), world.stranger)
    for (const who of people) await agreeTo(world.db, who.id, ['hate'])
    digests = []
    for (let i = 0; i < 4; i++)
      digests.push(
        (await flaggedItem(world, `a slur, number ${++found}`, [{ category: 'hate', type: 'slur' }])).digest,
      )
    const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
    const tried: string[] = []
    for (let step = 0; step < STEPS; step++) {
      const [verb, anybody, digest] = [
        random() < 0.15 ? pick(IN_BULK) : pick(VERBS),
        pick(people),
        pick(digests),
      ]
      // Of what leads alone may do, most would be refused to the others; and one lead has a part in some of it.
      const who = (verb === 'bulk' || verb === 'takeBack') && random() < 0.8 ? pick(leads) : anybody
      if (!verb || !who || !digest) throw new Error('nothing to do')
      tried.push(`${verb} by ${people.indexOf(who)}`)
      await attempt(verb, who, digest, random)
      if (step % 10 === 9) {
        const wrong = Object.entries(await wrongs()).filter(([, count]) => count > 0)
        expect(wrong, `after ${tried.slice(-10).join(', ')}`).toEqual([])
      }
    }
    const [{ decisions = 0 } = {}] = await database.sql`select count(*)::int as decisions from decision`
    expect(decisions).toBeGreaterThan(5 * seed)
  },
  300_000,
)

it('which went through appeals, reversals, and decisions of rounds in which something was found between two votes', async () => {
  const [gone] = await database.sql`
    with half as (
      select distinct v.case_id, v.round from review v join review w on w.case_id = v.case_id and w.round = v.round where w.seen <> v.seen)
    select (select count(*)::int from appeal) as appeals,
      (select count(*)::int from decision where kind = 'reversal') as reversals,
      (select count(*)::int from half) as halves,
      (select count(*)::int from half join decision d on d.case_id = half.case_id and d.round = half.round and d.kind = 'quorum') as decided`
  for (const [what, times] of Object.entries(gone ?? {})) expect(times, what).toBeGreaterThan(0)
  expect(Object.keys(gone ?? {})).toHaveLength(4)
})
