import 'server-only'
import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { takedownEvent, takedownWord } from '@/db/schema'
import { requestSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { openAll, sealFor } from '@/lib/crypto/subject-seal'
import type { EventType } from './request-row'

/** Keeps the words that go with an event: what staff wrote to the requester, or the requester to us. Nothing for no words. */
export async function keepWords(
  tx: Tx,
  { id: requestId, eventId }: { id: string; eventId: string },
  words: string | undefined,
): Promise<void> {
  if (!words) return
  const key = await keyFor(tx, requestSubject(requestId))
  const sealed = sealFor(key, 'takedown_word', Buffer.from(words))
  await tx.insert(takedownWord).values({ eventId, requestId, sealed })
}

/** The words of each event of a request that has some, or of those of some types. Empty once they were erased. */
export async function wordsOf(
  on: Db | Tx,
  requestId: string,
  types?: readonly EventType[],
): Promise<Map<string, string>> {
  const rows = await on
    .select({ eventId: takedownWord.eventId, sealed: takedownWord.sealed })
    .from(takedownWord)
    .innerJoin(takedownEvent, eq(takedownEvent.id, takedownWord.eventId))
    .where(
      and(eq(takedownWord.requestId, requestId), types ? inArray(takedownEvent.type, [...types]) : undefined),
    )
  const opened = await openAll(
    on,
    rows.map(({ sealed }) => ({ place: 'takedown_word', sealed })),
  )
  return new Map(
    rows.flatMap(({ eventId }, i) => {
      const text = opened[i]?.toString('utf8')
      return text === undefined ? [] : [[eventId, text]]
    }),
  )
}

/** The last event of these types; null when there was none. */
export async function lastEvent(on: Db | Tx, requestId: string, types: readonly EventType[]) {
  const [event] = await on
    .select({
      id: takedownEvent.id,
      type: takedownEvent.type,
      data: takedownEvent.data,
      actor: takedownEvent.actor,
      at: takedownEvent.createdAt,
    })
    .from(takedownEvent)
    .where(and(eq(takedownEvent.requestId, requestId), inArray(takedownEvent.type, [...types])))
    .orderBy(desc(takedownEvent.createdAt), desc(takedownEvent.ordinal))
    .limit(1)
  return event ?? null
}

/** In SQL: where among the events of a request it was contested last; 0 where it never was. */
export const appealedAt = (requestId: string): SQL =>
  sql`(select coalesce(max(ordinal), 0) from takedown_event where request_id = ${requestId} and type = 'appealed')`
