import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { eq, isNull, max } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { category, dataset, policyVersion, reasonCode } from '@/db/schema'
import { actorRef, type Actor } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { conflict, invalid, missing } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { appendEntry } from '@/lib/log/append'
import type { PublishPolicyInput } from '@/lib/policies/input'
import { policyInForce } from '@/lib/policies/queries'
import { canonicalJson } from '@/lib/tlog/canonical-json'

/** Puts a new version in force. It reopens nothing by itself; decisions made before keep the version they were made under. */
export async function publishPolicy(tx: Tx, actor: Actor, input: PublishPolicyInput) {
  const datasetId = input.dataset === null ? null : await datasetIdOf(tx, input.dataset)
  if (datasetId === null) authorize(actor, 'people.manage')
  else authorize(actor, 'policy.edit', { datasetId })
  await refuseUnknownCategories(tx, input)

  const number = await nextNumber(tx, datasetId)
  await refuseUnseen(tx, datasetId, input.basedOn)
  const digest = policyDigest(input)
  const id = randomUUID()
  const { entryId } = await appendEntry(tx, actor, {
    type: 'policy',
    public: { dataset: input.dataset, policy: digest.toString('hex'), number },
    private: { version: id },
  })
  await tx
    .insert(policyVersion)
    .values({ id, datasetId, number, text: input.text, digest, createdBy: actorRef(actor), entryId })
  await tx
    .insert(reasonCode)
    .values(input.reasons.map((reason, ordinal) => ({ ...reason, policyVersionId: id, ordinal })))
  return { id, number, digest: digest.toString('hex'), dataset: input.dataset }
}

/** SHA-256 over the canonical JSON (RFC 8785) of {reasons, text}: what a decision's log entry names. */
export function policyDigest({ text, reasons }: Pick<PublishPolicyInput, 'text' | 'reasons'>): Buffer {
  return createHash('sha256').update(canonicalJson({ reasons, text })).digest()
}

async function datasetIdOf(tx: Tx, slug: string): Promise<string> {
  const [row] = await tx.select({ id: dataset.id }).from(dataset).where(eq(dataset.slug, slug))
  if (!row) throw missing(say('errors.noDatasetCalled', { slug }))
  return row.id
}

async function refuseUnknownCategories(tx: Tx, input: PublishPolicyInput) {
  const known = new Set((await tx.select({ id: category.id }).from(category)).map((row) => row.id))
  const unknown = input.reasons.filter((reason) => !known.has(reason.category))
  if (unknown.length > 0) {
    throw invalid(say('policies.errors.categories'), {
      reasons: unknown.map(({ code, category }) => say('policies.errors.category', { code, category })),
    })
  }
}

/** The caller holds the turn: nobody publishes between this look and the end. */
async function refuseUnseen(tx: Tx, datasetId: string | null, basedOn: string | undefined): Promise<void> {
  if (basedOn === undefined || datasetId === null) return
  const now = await policyInForce(tx, datasetId)
  if (now.id !== basedOn) throw conflict(say('policies.errors.meanwhile', { version: String(now.number) }))
}

/** Numbers are gapless per dataset: two publishers at once follow each other. */
async function nextNumber(tx: Tx, datasetId: string | null): Promise<number> {
  await takeTurns(tx, `policy/${datasetId ?? ''}`)
  const [row] = await tx
    .select({ latest: max(policyVersion.number) })
    .from(policyVersion)
    .where(datasetId === null ? isNull(policyVersion.datasetId) : eq(policyVersion.datasetId, datasetId))
  return (row?.latest ?? 0) + 1
}
