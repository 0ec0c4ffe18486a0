import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { cannot } from '@/lib/auth/cannot'
import { say } from '@/lib/i18n/say'
import type { TakedownKind } from '@/lib/takedowns/attestations'
import { askedByYou } from '@/lib/takedowns/own-request'
import type { TakedownStatus } from '@/lib/takedowns/status'
import { SENDER_POLICY } from './numbers'

/**
 * What is on record about whoever sent a request, by all of theirs that are kept: nothing here names them, and it is forgotten with
 * their contact.
 */
export type Conduct = {
  /** About this request. */
  finding: 'unfounded' | 'not_unfounded' | null
  /** Requests of theirs that were confirmed, and those of them found unfounded in the time that counts: how many, and how large a share. */
  requests: number
  unfounded: number
  references: string[]
  warnedAt: Date | null
  suspended: Suspension | null
  mayWarn: boolean
  maySuspend: boolean
}

export type Suspension = {
  /** The request on account of which it was decided. */
  requestId: string
  until: Date
  /** Who decided it. */
  by: string
  contested: boolean
  answered: 'upheld' | 'lifted' | null
  inForce: boolean
}

/**
 * What nobody is kept waiting with, whatever else they sent: a right about their own data (GDPR Art. 12(5) judges each by itself),
 * what is restricted, an order of a court, and what answers or takes back.
 */
const NEVER_HELD: readonly TakedownKind[] = [
  'privacy',
  'court_order',
  'counter_notice',
  'retraction',
  'complaint',
]

export const isNeverHeld = ({ kind, restricted }: { kind: TakedownKind; restricted: boolean }): boolean =>
  restricted || NEVER_HELD.includes(kind)

/** What was followed, even in part, had its grounds. */
export const couldBeUnfounded = (status: TakedownStatus): boolean =>
  status === 'no_action' || status === 'rejected' || status === 'no_match'

/** Why somebody decides nothing about who sent a request: what the verbs refuse by, and what its page says in place of the buttons. */
export const cannotJudgeSender = async (
  on: Db | Tx,
  actor: Member,
  { id, datasetId }: { id: string; datasetId: string },
): Promise<string | undefined> =>
  cannot(actor, 'takedown.handle', datasetId) ?? (await askedByYou(actor, id, on))

/** Nor answers what is said against what they decided themselves. */
export const cannotAnswerSender = (actor: Member, { by }: Pick<Suspension, 'by'>): string | undefined =>
  by === actor.id ? say('otherSide.errors.ownDecision') : undefined

type Row = {
  requestId: string
  reference: string
  measure: string
  until: string | null
  by: string | null
  at: string
}

/** Null once who sent it was erased. */
export async function conductOf(on: Db | Tx, requestId: string, now = new Date()): Promise<Conduct | null> {
  const [sender] = await on.execute<{ requests: number }>(sql`
    select (
      select count(*)::int from takedown_contact o join takedown_request r on r.id = o.request_id
      where o.email_hmac = c.email_hmac and r.confirmed_at is not null
        and r.submitted_at > now() - make_interval(days => ${SENDER_POLICY.findingDays})) as requests
    from takedown_contact c where c.request_id = ${requestId}`)
  if (!sender) return null
  const rows = await on.execute<Row>(sql`
    select m.request_id as "requestId", r.reference, m.measure, m.until, m.decided_by as by, m.created_at as at
    from takedown_contact c
    join takedown_contact o on o.email_hmac = c.email_hmac
    join sender_measure m on m.request_id = o.request_id
    join takedown_request r on r.id = m.request_id
    where c.request_id = ${requestId}
    order by m.created_at, m.id`)
  return judged([...rows], { requestId, now, requests: sender.requests })
}

function judged(
  rows: readonly Row[],
  { requestId, now, requests }: { requestId: string; now: Date; requests: number },
): Conduct {
  const findings = new Map<string, Row>()
  let warnedAt: Date | null = null
  let suspended: Suspension | null = null
  for (const row of rows) {
    if (row.measure === 'unfounded' || row.measure === 'not_unfounded') findings.set(row.requestId, row)
    else if (row.measure === 'warned') warnedAt = new Date(row.at)
    else suspended = suspensionAfter(suspended, row, now)
  }
  const since = now.getTime() - SENDER_POLICY.findingDays * 86_400_000
  if (warnedAt && warnedAt.getTime() < since) warnedAt = null
  const counting = [...findings.values()].filter(
    ({ measure, at }) => measure === 'unfounded' && new Date(at).getTime() > since,
  )
  const afterWarning = counting.filter(({ at }) => warnedAt !== null && new Date(at) > warnedAt).length
  const finding = findings.get(requestId)?.measure
  return {
    finding: finding === 'unfounded' || finding === 'not_unfounded' ? finding : null,
    ...{ requests, unfounded: counting.length, references: counting.map(({ reference }) => reference) },
    ...{ warnedAt, suspended },
    mayWarn: warnedAt === null && counting.length >= SENDER_POLICY.warnFrom,
    maySuspend: !suspended?.inForce && afterWarning >= SENDER_POLICY.suspendFrom,
  }
}

/** What is in force of a suspension after one more fact about its sender. */
function suspensionAfter(before: Suspension | null, row: Row, now: Date): Suspension | null {
  const { measure, requestId, by } = row
  if (measure === 'suspended' && row.until && by) {
    const until = new Date(row.until)
    return { requestId, until, by, contested: false, answered: null, inForce: until > now }
  }
  if (!before) return null
  if (measure === 'contested') return { ...before, contested: true }
  if (measure === 'upheld') return { ...before, answered: measure }
  return measure === 'lifted' ? { ...before, answered: measure, inForce: false } : before
}
