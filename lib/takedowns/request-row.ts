import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { category, dataset, takedownEvent, takedownRequest } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { actorRef } from '@/lib/auth/actor'
import { requestSubject } from '@/lib/crypto/subject'
import { notFound } from '@/lib/errors'
import type { Locale } from '@/lib/i18n/locales'
import { appendEntry, sealedIf } from '@/lib/log/append'
import type { OpenEvent } from '@/lib/log/entries'
import { languageOf, type TakedownKind } from './attestations'
import { followClocks } from './follow-clocks'
import { lapseCounter } from './lapse-counter'
import type { Right } from './rights'
import type { TakedownStatus } from './status'

/** A request as the verbs see it, locked. */
export type LockedRequest = {
  id: string
  reference: string
  datasetId: string
  slug: string
  datasetName: string
  kind: TakedownKind
  /** In which its sender read what they declared, and is written to. */
  language: Locale
  /** Of a privacy request: which right it is about. */
  right: Right | null
  category: string
  /** For safety officers only; its log entries are sealed. */
  restricted: boolean
  /** Told to nobody but who answers it: a court forbade it. */
  confidential: boolean
  status: TakedownStatus
  submittedAt: Date
  dueAt: Date | null
  /** Where a held request stood. */
  heldFrom: TakedownStatus | null
}

export type EventType = (typeof takedownEvent.$inferInsert)['type']
/**
 * What the log says in clear of each event. Its list is closed and hashed for ever; what exactly happened is in the part that is only
 * committed to.
 */
export const LOG_EVENT: Record<EventType, LoggedEvent> = {
  submitted: 'submitted',
  confirmed: 'confirmed',
  matched: 'matched',
  no_match: 'no_match',
  case_decided: 'case_decided',
  outcome: 'outcome',
  appealed: 'appealed',
  appeal_decided: 'appeal_decided',
  withdrawn: 'withdrawn',
  expired: 'expired',
  message: 'message',
  needs_info: 'needs_info',
  info_given: 'info_given',
  info_reminded: 'message',
  needs_identity: 'needs_info',
  identity_proven: 'info_given',
  identity_failed: 'message',
  owner_notified: 'message',
  owner_extended: 'message',
  owner_ended: 'message',
  held: 'message',
  resumed: 'message',
  rejected: 'outcome',
  duplicate: 'message',
  not_duplicate: 'message',
  outcome_ready: 'message',
  second_agreed: 'message',
  clock_paused: 'clock_paused',
  clock_resumed: 'clock_resumed',
  extended: 'extended',
  reopened: 'reopened',
  fulfilled: 'outcome',
  returned: 'message',
  counter_checked: 'message',
  counter_passed_on: 'outcome',
  counter_refused: 'outcome',
  countered: 'counter_notice',
  counter_fell: 'message',
  put_back: 'reopened',
  put_back_agreed: 'message',
  kept_down: 'message',
  retracted: 'retracted',
  sender_measure: 'message',
  let_through: 'message',
  reach_first: 'message',
  reach_approved: 'message',
  reach_narrowed: 'message',
  reach_widened: 'message',
  bulk_decided: 'case_decided',
  bulk_taken_back: 'reopened',
  urgent_passed: 'message',
  reported: 'message',
  answer_proposed: 'message',
  answer_dropped: 'message',
  answer_accepted: 'message',
  answered: 'outcome',
  copy_opened: 'message',
  copy_recalled: 'message',
  lift_announced: 'message',
  lift_called_off: 'message',
  lifted: 'reopened',
}

type LoggedEvent = Extract<OpenEvent, { type: 'takedown' }>['public']['event']
export type EventData = (typeof takedownEvent.$inferInsert)['data']

/** Locks the request until the transaction ends. Throws not_found. */
export async function lockRequest(tx: Tx, requestId: string): Promise<LockedRequest> {
  const [row] = await tx
    .select({
      id: takedownRequest.id,
      reference: takedownRequest.reference,
      datasetId: takedownRequest.datasetId,
      slug: dataset.slug,
      datasetName: dataset.name,
      kind: takedownRequest.kind,
      attestation: takedownRequest.attestation,
      right: takedownRequest.right,
      category: takedownRequest.category,
      restricted: category.restricted,
      confidential: takedownRequest.confidential,
      status: takedownRequest.status,
      submittedAt: takedownRequest.submittedAt,
      dueAt: takedownRequest.dueAt,
      heldFrom: takedownRequest.heldFrom,
    })
    .from(takedownRequest)
    .innerJoin(dataset, eq(dataset.id, takedownRequest.datasetId))
    .innerJoin(category, eq(category.id, takedownRequest.category))
    .where(eq(takedownRequest.id, requestId))
    .for('update', { of: takedownRequest })
  if (!row) throw notFound('request')
  const { attestation, restricted, ...rest } = row
  return { ...rest, language: languageOf(attestation), restricted: restricted === 1 }
}

/** Writes what happened, and the log entry that proves when. `data` is structured: counts, states, codes; never words from outside. */
export async function recordEvent(
  tx: Tx,
  actor: Actor,
  request: Pick<LockedRequest, 'id' | 'kind' | 'slug' | 'restricted'>,
  type: EventType,
  data: EventData = {},
): Promise<{ eventId: string; entryId: string }> {
  const { entryId } = await appendEntry(
    tx,
    actor,
    sealedIf(request.restricted, {
      type: 'takedown',
      public: { dataset: request.slug, event: LOG_EVENT[type] },
      private: {
        request: request.id,
        kind: request.kind,
        data: { ...data, ...(LOG_EVENT[type] === type ? {} : { event: type }) },
      },
      about: requestSubject(request.id),
    }),
  )
  const [event] = await tx
    .insert(takedownEvent)
    .values({
      requestId: request.id,
      type,
      actor: actorRef(actor),
      data,
      entryId,
      status: statusOf(request.id),
    })
    .returning({ id: takedownEvent.id })
  if (!event) throw new Error('an event was written and has no id')
  await followClocks(tx, actor, request.id, type)
  if (request.kind === 'counter_notice') await lapseCounter(tx, request.id)
  return { eventId: event.id, entryId }
}

/** As it stands at this moment: an event is written after the change that it tells of, and the database holds the two together. */
const statusOf = (requestId: string) =>
  sql`(select ${takedownRequest.status} from ${takedownRequest} where ${takedownRequest.id} = ${requestId})`
