import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { goldenItem } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { can } from '@/lib/auth/permissions'
import { itemSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { sealFor } from '@/lib/crypto/subject-seal'
import { conflict, forbidden, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { refuseRecused } from '@/lib/review/voters'
import type { ConfirmGoldenInput, ObjectInput, RetireGoldenInput, ServingInput } from './input'
import { servingOf } from './serving'
import { goldenSettingsOf } from './settings'
import { weighAnswers } from './standing'

/** A second lead agrees with what is expected. Never its nominator, whatever the settings say. */
export async function confirmGolden(
  tx: Tx,
  actor: Member,
  input: ConfirmGoldenInput,
): Promise<{ goldenId: string }> {
  const found = await lockGolden(tx, actor, input)
  await refuseRecused(tx, actor, input.datasetId)
  if (found.nominatedBy === actor.id) throw forbidden(say('golden.errors.ownConfirm'))
  if (found.confirmedBy) throw conflict(say('golden.errors.confirmed'))
  await tx.update(goldenItem).set({ confirmedBy: actor.id, confirmedAt: new Date() }).where(one(input))
  return { goldenId: input.goldenId }
}

/**
 * Takes a golden item back with all it did: its answers count in nobody's ratio from now on, those who answered are told why, and
 * whose votes had stopped counting is believed again if that was the cause. Votes that were cast meanwhile stay as they counted:
 * each had a further reviewer asked in its place.
 */
export async function retireGolden(
  tx: Tx,
  actor: Member,
  input: RetireGoldenInput,
): Promise<{ goldenId: string; told: number }> {
  const { datasetId, goldenId } = input
  const { digest } = await lockGolden(tx, actor, input)
  const key = await keyFor(tx, itemSubject(datasetId, digest))
  await tx
    .update(goldenItem)
    .set({
      retiredBy: actor.id,
      retiredAt: new Date(),
      retiredNote: sealFor(key, 'golden_item.retired_note', Buffer.from(input.note)),
    })
    .where(one(input))
  const bounds = await goldenSettingsOf(datasetId, tx)
  const affected = await tx.execute<{ id: string }>(sql`
    select distinct person_id as id from golden_serving
    where dataset_id = ${datasetId} and golden_id = ${goldenId} and outcome = 'answered' order by 1`)
  for (const { id } of affected) await weighAnswers(tx, { datasetId, personId: id }, bounds)
  return { goldenId, told: affected.length }
}

/** A reviewer says what is wrong with a golden item they answered; its leads read it. */
export async function objectTo(
  tx: Tx,
  actor: Member,
  { datasetId, servingId, objection }: ObjectInput,
): Promise<{ servingId: string }> {
  const serving = await servingOf(tx, actor, { datasetId, id: servingId })
  if (!serving?.answer) throw notFound('check')
  const key = await keyFor(tx, itemSubject(datasetId, serving.digest))
  const sealed = sealFor(key, 'golden_serving.objection', Buffer.from(objection))
  await tx.execute(
    sql`update golden_serving set objection = ${sealed} where dataset_id = ${datasetId} and id = ${servingId}`,
  )
  return { servingId }
}

/** A reviewer has read that a check they answered was taken back. */
export async function acknowledgeRetired(
  tx: Tx,
  actor: Member,
  { datasetId, servingId }: ServingInput,
): Promise<{ servingId: string }> {
  await tx.execute(sql`
    update golden_serving set told_at = now()
    where dataset_id = ${datasetId} and id = ${servingId} and person_id = ${actor.id} and told_at is null`)
  return { servingId }
}

const one = ({ datasetId, goldenId }: { datasetId: string; goldenId: string }) =>
  and(eq(goldenItem.datasetId, datasetId), eq(goldenItem.id, goldenId), isNull(goldenItem.retiredAt))

async function lockGolden(tx: Tx, actor: Member, input: { datasetId: string; goldenId: string }) {
  authorize(actor, 'golden.edit', { datasetId: input.datasetId })
  const [found] = await tx.execute<{
    nominatedBy: string
    confirmedBy: string | null
    retired: boolean
    digest: Buffer
  }>(sql`
    select g.nominated_by as "nominatedBy", g.confirmed_by as "confirmedBy", g.retired_at is not null as retired, c.digest
    from golden_item g join review_case c on c.dataset_id = g.dataset_id and c.id = g.case_id
    where g.dataset_id = ${input.datasetId} and g.id = ${input.goldenId}
      and (not c.restricted or ${can(actor, 'restricted.handle')})
    for update of g`)
  if (!found) throw notFound('check')
  if (found.retired) throw conflict(say('golden.errors.retired'))
  return found
}
