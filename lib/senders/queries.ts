import 'server-only'
import { count, desc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { dataset, sender, senderCall } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import type { TakedownKind } from '@/lib/takedowns/attestations'
import { isKind } from '@/lib/takedowns/kinds'
import { openFacts, type SenderFacts } from './facts'

export type SenderView = {
  id: string
  /** Null once it is revoked. */
  who: SenderFacts | null
  kinds: TakedownKind[]
  /** Null: any. */
  dataset: string | null
  perHour: number
  sent: number
  createdAt: Date
  expiresAt: Date
  revokedAt: Date | null
}

/** Every organisation that may or might send by program, the newest first. */
export async function listSenders(actor: Member): Promise<SenderView[]> {
  authorize(actor, 'people.manage')
  const rows = await db()
    .select({
      id: sender.id,
      sealed: sender.sealed,
      kinds: sender.kinds,
      dataset: dataset.name,
      perHour: sender.perHour,
      sent: count(senderCall.requestId),
      createdAt: sender.createdAt,
      expiresAt: sender.expiresAt,
      revokedAt: sender.revokedAt,
    })
    .from(sender)
    .leftJoin(dataset, eq(dataset.id, sender.datasetId))
    .leftJoin(senderCall, eq(senderCall.senderId, sender.id))
    .groupBy(sender.id, dataset.name)
    .orderBy(desc(sender.createdAt))
    .limit(200)
  const who = await openFacts(
    db(),
    rows.map(({ sealed }) => sealed),
  )
  return rows.map(({ sealed: _, kinds, ...row }, i) => ({
    ...row,
    kinds: kinds.filter(isKind),
    who: who[i] ?? null,
  }))
}
