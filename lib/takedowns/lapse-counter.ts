import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { counterNotice, takedownRequest } from '@/db/schema'
import type { TakedownStatus } from './status'

/** Nobody looks at it any more, or not before its sender has answered: filed anew it is looked at anew. */
const LET_GO: readonly TakedownStatus[] = ['needs_info', 'rejected', 'withdrawn', 'no_match', 'expired']

/**
 * A counter notice that is not before people any more stands in nobody's way. Called for every event of one (recordEvent), so that no way
 * out is forgotten. One that was passed on is not ended by this: see lib/other-side/fall.ts.
 */
export async function lapseCounter(tx: Tx, requestId: string): Promise<void> {
  await tx
    .update(counterNotice)
    .set({ state: 'lapsed', endedAt: new Date() })
    .where(
      and(
        eq(counterNotice.requestId, requestId),
        inArray(counterNotice.state, ['filed', 'checked']),
        sql`exists (select from ${takedownRequest} where ${takedownRequest.id} = ${requestId} and ${inArray(takedownRequest.status, [...LET_GO])})`,
      ),
    )
}
