import type postgres from 'postgres'
import { z } from 'zod'
import { openingsOf } from '@/lib/log/queries'

/** The categories of the sequences, and what their queues ask for: votes for one action, of how many at most, a lead's among them. */
export const RULES = {
  hate: { quorum: 2, slots: 3, lead: false },
  pii: { quorum: 2, slots: 3, lead: false },
  copyright: { quorum: 2, slots: 2, lead: true },
} as const
export type Category = keyof typeof RULES
export const CATEGORIES = ['hate', 'pii', 'copyright'] as const satisfies readonly Category[]

/** Names of what must never be, of any case, after any verb, and is; with how often. */
export async function wrongs(sql: postgres.Sql): Promise<[string, number][]> {
  const counted: [string, number][] = [
    ...Object.entries(await wrongDecisions(sql)),
    ...Object.entries(await wrongPeople(sql)),
    ...Object.entries(await wrongCases(sql)),
    ...(await wrongRounds(sql)),
  ]
  return counted.filter(([, count]) => count > 0)
}

/** Decisions without their votes and log entry; each query names what it would find. */
async function wrongDecisions(sql: postgres.Sql): Promise<Record<string, number>> {
  const [row] = await sql`
    select
      (select count(*)::int from review_case c where (status = 'decided') and not exists (
        select from decision d where d.id = c.decision_id and d.round = c.round)) as decided_without_decision,
      (select count(*)::int from decision d where not exists (select from log_pending p where p.entry_id = d.entry_id)) as decision_without_entry,
      (select count(*) - count(distinct entry_id) from decision)::int as one_entry_for_two,
      (select count(*)::int from log_pending p where encode(p.body, 'escape') like '%"t":"decision"%'
        and not exists (select from decision d where d.entry_id = p.entry_id)) as entry_without_decision,
      (select count(*)::int from decision d join review_case c on c.id = d.case_id where d.kind = 'quorum' and (
        select count(distinct v.reviewer_id) from review v where d.review_ids ? v.id::text and v.case_id = d.case_id and v.round = d.round
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
      (select count(*)::int from decision d where d.kind = 'adjudication' and not exists (
        select from review v where d.review_ids ? v.id::text and v.by_lead)) as adjudicated_without_lead,
      (select count(*)::int from decision d where d.kind in ('override', 'batch', 'reversal') and jsonb_array_length(d.review_ids) > 0) as override_with_votes,
      (select count(*)::int from (select case_id from decision d where not exists (
        select from decision later where later.supersedes = d.id) group by 1 having count(*) > 1) x) as two_in_force`
  return row ?? {}
}

/** People with a part that is not theirs: by their role, their seat, or what they themselves reported, contested, decided or declared. */
async function wrongPeople(sql: postgres.Sql): Promise<Record<string, number>> {
  const [row] = await sql`
    select
      (select count(*)::int from (
        select from review group by case_id, round, reviewer_id having count(*) > 1) x) as voted_twice,
      (select count(*)::int from review v join person p on p.id = v.reviewer_id where v.counts and p.verified_at is null) as counted_of_nobody_known,
      (select count(*)::int from review v where not exists (
        select from membership m where m.dataset_id = v.dataset_id and m.person_id = v.reviewer_id and m.role in ('reviewer', 'lead'))) as voted_without_role,
      (select count(*)::int from decision d join category k on k.id = d.category where d.kind <> 'quorum' and case when k.restricted = 1
        then not exists (select from site_membership s where s.person_id = d.decider_id and s.role = 'safety_officer')
        else not exists (select from membership m where m.dataset_id = d.dataset_id and m.person_id = d.decider_id and m.role = 'lead') end)
        as decided_without_role,
      (select count(*)::int from case_seat s where kind = 'barred' and (
        exists (select from review v where v.case_id = s.case_id and v.round = s.round and v.reviewer_id = s.person_id)
        or exists (select from decision d where d.case_id = s.case_id and d.round = s.round and d.decider_id = s.person_id)
        or exists (select from lease l where l.case_id = s.case_id and l.round = s.round and l.reviewer_id = s.person_id))) as barred_took_part,
      (select count(*)::int from appeal a join decision d on d.id = a.decision_id where not exists (
        select from case_seat s where s.case_id = a.case_id and s.round = a.round and s.person_id = d.decider_id and s.kind = 'barred')
        and d.decider_id is not null) as decider_not_barred,
      (select count(*)::int from appeal a join decision d on d.case_id = a.case_id and d.round < a.round
        join lateral (
          select d.decider_id as id where d.decider_id is not null
          union select v.reviewer_id from review v where v.case_id = d.case_id and d.review_ids ? v.id::text) p on true
        where exists (select from review v where v.case_id = a.case_id and v.round = a.round and v.reviewer_id = p.id)
          or exists (select from decision x where x.case_id = a.case_id and x.round = a.round and x.decider_id = p.id)
          or exists (select from lease l where l.case_id = a.case_id and l.round = a.round and l.reviewer_id = p.id)) as deciders_let_in,
      (select count(*)::int from case_seat s where kind = 'flagged' and (
        exists (select from review v where v.case_id = s.case_id and v.round = s.round and v.reviewer_id = s.person_id)
        or exists (select from decision d where d.case_id = s.case_id and d.round = s.round and d.decider_id = s.person_id)
        or exists (select from lease l where l.case_id = s.case_id and l.round = s.round and l.reviewer_id = s.person_id
          and l.ended_at is null))) as flaggers_took_part,
      (select count(*)::int from flag f join review_case c on c.dataset_id = f.dataset_id and c.digest = f.digest and c.category = f.category
        join review v on v.case_id = c.id and 'member:' || v.reviewer_id = f.detector and v.created_at > f.created_at) as reporters_voted,
      (select count(*)::int from appeal a where a.actor like 'member:%'
        -- Who has nobody left to leave it to gives the seat up, and decides directly.
        and not exists (select from decision d where d.case_id = a.case_id and d.round = a.round and 'member:' || d.decider_id = a.actor)
        and not exists (
          select from case_seat s where s.case_id = a.case_id and s.round = a.round and 'member:' || s.person_id = a.actor
            and s.kind in ('flagged', 'barred'))) as appellants_let_in,
      (select count(*)::int from appeal a where
        exists (select from review v where v.case_id = a.case_id and v.round >= a.round and 'member:' || v.reviewer_id = a.actor)
        or exists (select from decision d where d.case_id = a.case_id and d.round >= a.round and 'member:' || d.decider_id = a.actor
          and d.kind <> 'override')) as appellants_took_part,
      (select count(*)::int from recusal r where
        exists (select from review v where v.dataset_id = r.dataset_id and v.reviewer_id = r.person_id and v.created_at > r.created_at)
        or exists (select from lease l where l.dataset_id = r.dataset_id and l.reviewer_id = r.person_id and l.created_at > r.created_at)
        or exists (select from decision d where d.dataset_id = r.dataset_id and d.decider_id = r.person_id
          and d.created_at > r.created_at)) as decided_in_spite_of_a_conflict`
  return row ?? {}
}

/** Cases whose counters, claims and sight do not fit what is on record of them. */
async function wrongCases(sql: postgres.Sql): Promise<Record<string, number>> {
  const [row] = await sql`
    select
      (select count(*)::int from review_case c where status = 'open' and taken >= slots and not exists (
        select from lease l where l.case_id = c.id and l.round = c.round and l.ended_at is null)) as waits_for_nobody,
      (select count(*)::int from review_case c where status = 'open' and taken <>
        (select count(*) from review v where v.case_id = c.id and v.round = c.round)
        + (select count(*) from lease l where l.case_id = c.id and l.round = c.round and l.ended_at is null)) as miscounted_slots,
      (select count(*)::int from review_case c where status = 'open' and taken + reserved > slots) as kept_slots_given_away,
      (select count(*)::int from review_case c where status = 'open' and stage <> 'review' and reserved = 0 and not exists (
        select from lease l where l.case_id = c.id and l.round = c.round and l.ended_at is null)) as asked_of_no_lead,
      (select count(*)::int from lease l join review_case c on c.id = l.case_id where l.ended_at is null
        and (c.status = 'decided' or l.round <> c.round)) as claims_of_nothing,
      (select count(*)::int from held_vote h join review_case c on c.id = h.case_id where h.kind <> 'decision' and h.refused is null and c.status = 'open'
        and h.round = c.round and not exists (select from lease l where l.case_id = h.case_id and l.reviewer_id = h.reviewer_id
        and l.ended_at is null)) as held_without_slot,
      (select count(*)::int from review_case c where not c.restricted and exists (
        select from review_case h join category k on k.id = h.category and k.restricted = 1
        where h.dataset_id = c.dataset_id and h.digest = c.digest and h.status = 'open'
          and not exists (select from report_in_sight i where i.case_id = h.id and i.round = h.round and i.hidden_at is null))
        ) as seen_though_restricted,
      (select count(*)::int from report_in_sight i join review_case c on c.id = i.case_id and c.round = i.round and c.status = 'open'
        where i.hidden_at is null and exists (
          select from flag f where f.dataset_id = c.dataset_id and f.digest = c.digest and f.category = c.category
            and f.created_at > i.created_at and f.detector <> 'member:' || i.person_id)) as left_in_sight`
  return row ?? {}
}

type Finding = { type: string; spans: { field: string; start: number; end: number }[] }
type Vote = {
  id: string
  action: string
  spans: Finding['spans']
  seen: Finding[]
  counts: boolean
  byLead: boolean
}
type Round = {
  category: Category
  /** Of the decision that its votes made; null while none did. */
  kind: 'quorum' | 'adjudication' | null
  action: string | null
  ids: string[] | null
  seen: Finding[] | null
  /** Slots, now, and those for leads that nobody has voted from. */
  slots: number
  kept: number
  /** Up to the last of them, in their order, and what was found by then. */
  votes: Vote[]
  found: Finding[]
}

/**
 * Each round that votes decided, or could have, is counted again from what is on record, by the sentences of docs/review.md and none of the
 * product's own code.
 */
async function wrongRounds(sql: postgres.Sql): Promise<[string, number][]> {
  const rounds = await sql<Round[]>`
    with last as (
      select d.case_id, d.round, d.created_at as at, d.id as decision_id from decision d where d.kind in ('quorum', 'adjudication')
      union all
      select c.id, c.round, max(v.created_at), null from review_case c join review v on v.case_id = c.id and v.round = c.round
      where c.status = 'open' and c.stage = 'review' group by 1, 2)
    select c.category, d.kind, d.action, d.review_ids as ids, d.seen, c.slots,
      c.reserved + (select count(*)::int from lease l
        where l.case_id = c.id and l.round = c.round and l.ended_at is null and l.for_lead) as kept,
      (select jsonb_agg(jsonb_build_object('id', v.id, 'action', v.action, 'spans', v.spans, 'seen', v.seen, 'counts', v.counts,
          'byLead', v.by_lead) order by v.created_at)
        from review v where v.case_id = last.case_id and v.round = last.round and v.created_at <= last.at) as votes,
      (select coalesce(jsonb_agg(distinct jsonb_build_object('type', f.type, 'spans', f.spans)), '[]') from flag f
        where f.dataset_id = c.dataset_id and f.digest = c.digest and f.category = c.category and f.created_at < last.at) as found
    from last join review_case c on c.id = last.case_id left join decision d on d.id = last.decision_id`
  const names = rounds.flatMap(faultsOf)
  return [...new Set(names)].map((name) => [name, names.filter((one) => one === name).length])
}

function faultsOf(round: Round): string[] {
  const { kind, votes, found } = round
  const last = votes.at(-1)
  if (!last) return ['decided_by_nobody']
  const agreed = agreedIn(round)
  if (kind === null) {
    const lead = votes.some((vote) => vote.byLead && vote.counts && last.seen.every((one) => saw(vote, one)))
    return [
      ...(agreed ? ['waits_though_decided'] : []),
      ...(round.slots === RULES[round.category].slots + askedAgain(votes) ? [] : ['not_as_many_asked']),
      ...(RULES[round.category].lead && !lead && round.kept === 0 ? ['no_slot_for_a_lead'] : []),
    ]
  }
  const made = kind === 'quorum' ? agreed : last.byLead ? [last] : undefined
  if (
    !made ||
    !isSame(
      made.map(({ id }) => id),
      round.ids ?? [],
    )
  )
    return [`${kind}_unlike_its_votes`]
  const seen = found.filter((finding) => made.every((vote) => saw(vote, finding)))
  return [
    ...(made.some(({ action }) => action !== round.action) ? ['not_what_they_voted'] : []),
    ...(isSame(seen.map(nameOf), (round.seen ?? []).map(nameOf)) ? [] : ['not_what_they_saw']),
  ]
}

/** Those who decide it: enough of them for one action, a lead where one is needed, and not outvoting more than there is room for. */
function agreedIn({ category, votes, found }: Round): Vote[] | undefined {
  const { quorum, slots, lead } = RULES[category]
  const live = votes.filter((vote) => vote.counts && found.every((finding) => answers(vote, finding)))
  return [...new Set(live.map(({ action }) => action))]
    .map((action) => live.filter((vote) => vote.action === action))
    .find(
      (agreeing) =>
        agreeing.length >= quorum &&
        live.length - agreeing.length <= slots - quorum &&
        (!lead || agreeing.some(({ byLead }) => byLead)),
    )
}

/** One more for each that fills no quorum, or missed something that a later one saw. */
const askedAgain = (votes: readonly Vote[]): number =>
  votes.filter(
    (vote, i) =>
      !vote.counts || votes.slice(i + 1).some(({ seen }) => seen.some((finding) => !saw(vote, finding))),
  ).length

/** To remove or to restrict is said of the whole item, a redaction also of what it masks, and everything of what was seen. */
const answers = (vote: Vote, finding: Finding): boolean =>
  vote.action === 'remove' ||
  vote.action === 'restrict' ||
  saw(vote, finding) ||
  (vote.action === 'redact' &&
    finding.spans.length > 0 &&
    finding.spans.every(({ field, start, end }) =>
      vote.spans.some((own) => own.field === field && own.start <= start && end <= own.end),
    ))

const nameOf = ({ type, spans }: Finding): string =>
  [type, ...spans.map(({ field, start, end }) => `${field} ${start}-${end}`).sort()].join('; ')

const saw = ({ seen }: Vote, finding: Finding): boolean => seen.some((one) => nameOf(one) === nameOf(finding))

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  JSON.stringify([...some].sort()) === JSON.stringify([...others].sort())

/**
 * Whether a case asks for one vote more, because one that counts missed something, and nobody of the team could give it: to be asked when a
 * vote was cast, since who leaves later is not noticed.
 */
export async function asksNobody(sql: postgres.Sql, caseId: string): Promise<boolean> {
  const found = await sql`
    select from review_case c
    where c.id = ${caseId} and c.status = 'open' and c.stage = 'review' and not c.restricted
      and exists (
        select from review v join flag f on f.dataset_id = c.dataset_id and f.digest = c.digest and f.category = c.category
        where v.case_id = c.id and v.round = c.round and v.counts and not exists (
          select from jsonb_array_elements(v.seen) s where s ->> 'type' = f.type and s -> 'spans' = f.spans))
      and not exists (select from lease l where l.case_id = c.id and l.round = c.round and l.ended_at is null)
      and not exists (
        select from membership m where m.dataset_id = c.dataset_id and (m.role = 'lead' or m.role = 'reviewer' and c.taken + c.reserved < c.slots)
          and not exists (select from recusal r where r.dataset_id = m.dataset_id and r.person_id = m.person_id)
          and not exists (select from case_seat s where s.case_id = c.id and s.round = c.round and s.person_id = m.person_id))`
  return found.length > 0
}

const outcome = z.object({
  action: z.string(),
  category: z.string(),
  reason: z.string(),
  supersedes: z.string().nullable(),
  target: z.object({ digest: z.string() }),
})
/** Of what was hidden when it was decided the log says nothing in clear. */
const committed = z.union([outcome, z.object({ private: outcome }).transform((sealed) => sealed.private)])

/** What the log's entries of the decisions of a dataset commit to, and what these decided: the same. */
export async function entriesOf(sql: postgres.Sql, datasetId: string) {
  const decided = await sql<(z.output<typeof outcome> & { entry: string })[]>`
    select d.entry_id as entry, d.action, d.category, d.reason_code as reason, s.entry_id as supersedes,
      jsonb_build_object('digest', encode(d.digest, 'hex')) as target
    from decision d left join decision s on s.id = d.supersedes
    where d.dataset_id = ${datasetId} order by d.created_at, d.id`
  const openings = await openingsOf(decided.map(({ entry }) => entry))
  return {
    decided: decided.map(({ entry: _entry, ...said }) => said),
    logged: decided.map(({ entry }) => committed.parse(openings.get(entry)?.value)),
  }
}
