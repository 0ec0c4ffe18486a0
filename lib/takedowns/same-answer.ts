import 'server-only'
import { and, eq, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takedownAnswer, takedownEvent } from '@/db/schema'
import { actorRef, type Member } from '@/lib/auth/actor'
import { forbidden } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { appealedAt } from './said'

/**
 * Contested, it is answered by people who had no part in the answer before (Regulation (EU) 2022/2065 Art. 20(6)): neither told, proposed nor
 * agreed to it, nor applied a correction.
 */
export async function refuseSameAnswer(tx: Tx, actor: Member, requestId: string): Promise<void> {
  const [before] = await tx
    .select({ id: takedownEvent.id })
    .from(takedownEvent)
    .where(
      and(
        eq(takedownEvent.requestId, requestId),
        sql`${takedownEvent.type} in ('answered', 'answer_proposed')`,
        eq(takedownEvent.actor, actorRef(actor)),
        sql`${takedownEvent.ordinal} < ${appealedAt(requestId)}`,
      ),
    )
    .limit(1)
  const [part] = await tx
    .select({ id: takedownAnswer.id })
    .from(takedownAnswer)
    .where(
      and(
        eq(takedownAnswer.requestId, requestId),
        or(eq(takedownAnswer.proposedBy, actor.id), eq(takedownAnswer.agreedBy, actor.id)),
        sql`${takedownAnswer.createdAt} < (
          select max(created_at) from takedown_event where request_id = ${requestId} and type = 'appealed')`,
      ),
    )
    .limit(1)
  if (before || part) throw forbidden(say('rights.errors.answeredByYou'))
}
