import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { auditDrawn, auditView } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { notFound } from '@/lib/errors'
import type { OpenDrawnInput } from './input'

/** Opens an entry that was drawn for this auditor, on record. Opened before, it stays open and nothing is recorded. */
export async function openDrawn(
  tx: Tx,
  actor: Member,
  { drawId, index }: OpenDrawnInput,
): Promise<OpenDrawnInput> {
  authorize(actor, 'draw.open')
  const [drawn] = await tx
    .select({ index: auditDrawn.index })
    .from(auditDrawn)
    .where(and(eq(auditDrawn.drawId, drawId), eq(auditDrawn.index, index)))
  if (!drawn) throw notFound('entry')
  if (!(await hasOpened(tx, actor, { drawId, index })))
    await tx.insert(auditView).values({ drawId, index, personId: actor.id })
  return { drawId, index }
}

export async function hasOpened(
  on: Db | Tx,
  actor: Member,
  { drawId, index }: OpenDrawnInput,
): Promise<boolean> {
  const [seen] = await on
    .select({ id: auditView.id })
    .from(auditView)
    .where(and(eq(auditView.drawId, drawId), eq(auditView.index, index), eq(auditView.personId, actor.id)))
    .limit(1)
  return seen !== undefined
}
