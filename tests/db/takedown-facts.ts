/** What is on record about a request, read as the superuser. */
import type { TestDatabase } from '@/tests/support/database'

export async function statusOf({ admin }: TestDatabase, requestId: string): Promise<string> {
  const [row] = await admin.sql<{ status: string }[]>`
    select status from takedown_request where id = ${requestId}`
  if (!row) throw new Error('no request')
  return row.status
}

type Event = { id: string; type: string; data: Record<string, unknown> }

/** Oldest first. */
export const eventsOf = ({ admin }: TestDatabase, requestId: string): Promise<Event[]> => admin.sql<Event[]>`
  select id, type, data from takedown_event where request_id = ${requestId} order by created_at, ordinal`

export async function lastEventOf(database: TestDatabase, requestId: string, type: string): Promise<Event> {
  const event = (await eventsOf(database, requestId)).findLast((event) => event.type === type)
  if (!event) throw new Error(`no event ${type}`)
  return event
}

/** In the order in which they were written down. */
export async function targetStates({ admin }: TestDatabase, requestId: string): Promise<string[]> {
  const rows = await admin.sql<{ state: string }[]>`
    select state from takedown_target where request_id = ${requestId} order by ordinal`
  return rows.map(({ state }) => state)
}

/** The decision in force about a case. */
export async function decisionOf({ admin }: TestDatabase, caseId: string): Promise<string | null> {
  const [row] = await admin.sql<{ decision: string | null }[]>`
    select decision_id as decision from review_case where id = ${caseId}`
  return row?.decision ?? null
}

/** Lets the days pass that somebody has to contest an answer: what the clocks of a request are counted from lies so much further back. */
export const contestedNoMore = ({ admin }: TestDatabase, requestId: string) =>
  admin.sql.begin(async (tx) => {
    await tx`alter table takedown_clock_event disable trigger takedown_clock_event_append_only`
    await tx`update takedown_clock_event set at = at - interval '200 days' where request_id = ${requestId}`
    await tx`alter table takedown_clock_event enable always trigger takedown_clock_event_append_only`
  })
