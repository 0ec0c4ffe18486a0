import type { Agreement } from '@/lib/agreement/agreement'
import { groupedBy } from '@/lib/agreement/grouped'
import { krippendorffAlpha } from '@/lib/agreement/label-agreement'
import { type Rating, tally } from '@/lib/agreement/tally'
import { wilson } from '@/lib/agreement/wilson'
import { LEAST } from './unusual'

/** People are listed when they agree this much more often with each other than with everybody else. */
const ALIKE_MARGIN = 0.15

/** Two who chose the same in this share of their rounds are taken for one group, with whom each of them does likewise. */
export const ALMOST_ALWAYS = 0.9

/** People meet almost only each other when no more than the rest of this share of their rounds in common is with others. */
export const ALMOST_ONLY = 0.9

/** Two are tied together by this share of what either has in common with anybody. */
const TIE = 0.1

type Shared = { shared: number; same: number }

export type Alike = Shared & {
  /** They agree far more with each other than with the rest; or they are each other's quorum, and nobody else sees what they do. */
  kind: 'alike' | 'closed'
  raters: readonly string[]
  /** Rounds that one of them shares with somebody else. Summed over pairs, as those above. */
  elsewhere: Shared
  alpha: Agreement
}

type Vote = Rating & { queue?: string | null }

/**
 * Reviewers who could be one: three accounts are a quorum. First those who agree with each other far more than they do with the rest, as
 * pairs and as groups, because with a third who goes along no pair of three stands out from what its two do elsewhere. Then those who meet
 * almost only each other where others vote, too: of them no agreement with others is known.
 */
export function unusuallyAlike(ratings: Iterable<Vote>): Alike[] {
  const votes = [...ratings]
  const meetings = meetingsOf(votes)
  const found = (kind: Alike['kind'], groups: readonly Group[]) =>
    groups
      .map((group): Alike => ({ kind, ...group, alpha: alphaOf(votes, group.raters) }))
      .filter(({ alpha, ...group }) => kind === 'closed' || !isChance(group, alpha))
      .sort((a, b) => b.shared - a.shared)
  const alike = found('alike', standingOut(meetings))
  const listed = new Set(alike.map(({ raters }) => raters.join()))
  const closed = found('closed', closedGroups(votes, meetings))
  return [...alike, ...closed.filter(({ raters }) => !listed.has(raters.join()))]
}

type Group = Shared & { raters: readonly string[]; elsewhere: Shared }

/** Whole groups before pairs: a pair in a group that is listed is not named again. */
function standingOut(meetings: Meetings): Group[] {
  const pairs = pairsIn(meetings).filter(({ shared }) => shared >= LEAST)
  const close = pairs.filter(({ shared, same }) => same / shared >= ALMOST_ALWAYS)
  const groups = joined(close)
    .filter((raters) => raters.length > 2)
    .map((raters) => groupOf(meetings, raters))
    .filter((group) => standsOut(group) && hasOthers(group, companyOf(meetings, group)))
  const within = ({ raters }: Group) =>
    groups.some((group) => raters.every((rater) => group.raters.includes(rater)))
  const alone = pairs.map(({ raters }) => groupOf(meetings, raters)).filter(standsOut)
  return [...groups, ...alone.filter((pair) => !within(pair))]
}

/** The 95 % intervals of the two shares do not touch, and they lie well apart. */
function standsOut({ elsewhere, ...own }: Group): boolean {
  if (elsewhere.shared < LEAST) return false
  const [here, there] = [wilson(own.same, own.shared), wilson(elsewhere.same, elsewhere.shared)]
  return here.low > there.high && own.same / own.shared - elsewhere.same / elsewhere.shared >= ALIKE_MARGIN
}

/** Those who always choose the same have no α, and are listed all the same. */
const isChance = ({ same, shared }: Shared, alpha: Agreement) =>
  alpha.state === 'measured' && wilson(same, shared).low <= (alpha.expected ?? 0)

/** With fewer others nobody could say which of the two are the unusual ones. */
const hasOthers = ({ raters }: Group, others: number) => others * 2 >= raters.length

/** People outside the group whom it meets often enough to say anything. */
function companyOf(meetings: Meetings, { raters }: Group): number {
  const members = new Set(raters)
  const met = new Map<string, number>()
  for (const rater of raters)
    for (const [other, { shared }] of meetings.get(rater) ?? [])
      if (!members.has(other)) met.set(other, (met.get(other) ?? 0) + shared)
  return [...met.values()].filter((shared) => shared >= LEAST).length
}

function closedGroups(votes: readonly Vote[], meetings: Meetings): Group[] {
  const totals = new Map([...meetings].map(([rater, others]) => [rater, summed(others.values()).shared]))
  const totalOf = (rater: string) => totals.get(rater) ?? 0
  const ties = pairsIn(meetings).filter(
    ({ raters: [a, b], shared }) =>
      totalOf(a) >= LEAST && totalOf(b) >= LEAST && shared >= TIE * Math.min(totalOf(a), totalOf(b)),
  )
  return joined(ties)
    .map((raters) => groupOf(meetings, raters))
    .filter(({ shared, elsewhere }) => {
      const all = 2 * shared + elsewhere.shared
      return shared >= LEAST && 2 * shared >= ALMOST_ONLY * all
    })
    .filter((group) => hasOthers(group, othersBeside(votes, group)))
}

/** People outside the group who vote in its queues, and so could have met it. */
function othersBeside(votes: readonly Vote[], { raters }: Group): number {
  const members = new Set(raters)
  const queueOf = ({ queue = null }: Vote) => queue
  const queues = new Set(votes.filter(({ rater }) => members.has(rater)).map(queueOf))
  const beside = votes.filter((vote) => !members.has(vote.rater) && queues.has(queueOf(vote)))
  return [...groupedBy(beside, ({ rater }) => rater).values()].filter(({ length }) => length >= LEAST).length
}

function alphaOf(votes: readonly Vote[], raters: readonly string[]): Agreement {
  const members = new Set(raters)
  return krippendorffAlpha(tally(votes.filter(({ rater }) => members.has(rater))))
}

/** How often each two voted in one round, and chose the same: from both sides. */
type Meetings = Map<string, Map<string, Shared>>

function meetingsOf(votes: readonly Vote[]): Meetings {
  const meetings: Meetings = new Map()
  const meet = (one: string, other: string, same: boolean) => {
    const known = meetings.get(one) ?? new Map<string, Shared>()
    const before = known.get(other) ?? { shared: 0, same: 0 }
    known.set(other, { shared: before.shared + 1, same: before.same + (same ? 1 : 0) })
    meetings.set(one, known)
  }
  for (const round of groupedBy(votes, ({ item }) => item).values())
    for (const [i, a] of round.entries())
      for (const b of round.slice(i + 1)) {
        meet(a.rater, b.rater, a.label === b.label)
        meet(b.rater, a.rater, a.label === b.label)
      }
  return meetings
}

const pairsIn = (meetings: Meetings) =>
  [...meetings].flatMap(([a, others]) =>
    [...others].flatMap(([b, shared]) => (a < b ? [{ raters: [a, b] as const, ...shared }] : [])),
  )

function groupOf(meetings: Meetings, raters: readonly string[]): Group {
  const all = summed(raters.flatMap((rater) => [...(meetings.get(rater)?.values() ?? [])]))
  const own = summed(
    raters.flatMap((a, i) =>
      raters.slice(i + 1).flatMap((b) => {
        const shared = meetings.get(a)?.get(b)
        return shared ? [shared] : []
      }),
    ),
  )
  const elsewhere = { shared: all.shared - 2 * own.shared, same: all.same - 2 * own.same }
  return { raters, ...own, elsewhere }
}

function summed(some: Iterable<Shared>): Shared {
  const sum = { shared: 0, same: 0 }
  for (const { shared, same } of some) {
    sum.shared += shared
    sum.same += same
  }
  return sum
}

/** Whoever is joined with anybody, in groups of all that hang together, by name. */
function joined(pairs: readonly { raters: readonly [string, string] }[]): string[][] {
  const groupOfRater = new Map<string, Set<string>>()
  for (const { raters } of pairs) {
    const [first, second] = raters.map((rater) => groupOfRater.get(rater))
    if (first && first === second) continue
    const merged = new Set(raters.flatMap((rater) => [...(groupOfRater.get(rater) ?? [rater])]))
    for (const rater of merged) groupOfRater.set(rater, merged)
  }
  return [...new Set(groupOfRater.values())].map((group) => [...group].sort())
}
