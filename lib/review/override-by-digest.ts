import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { db, type Tx } from '@/db/client'
import { category, dataset, flag, item } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { type IndexedRow, rowOfItem } from '@/lib/datasets/indexed-rows'
import { conflict, forbidden, invalid, missing, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { policyInForce } from '@/lib/policies/queries'
import { type LockedCase, lockCase } from './case-row'
import { decisionSpans } from './decision-spans'
import { distinctFindings } from './findings'
import { groundOf } from './ground'
import type { OverrideByDigestInput } from './input'
import { keepRow } from './keep-items'
import { caseOf } from './queries'
import { refusedDirectly } from './refused-directly'
import { resolve } from './resolve'
import { restrictItems } from './restrict-items'
import { findingsNow, findingsVersion } from './seen'
import { cannotOverride } from './status'
import { refuseForeignTerritories } from './territories'

export type OverrideView = {
  dataset: string
  digest: string
  category: string
  action: string
  reason: string
  decisionId: string
  entryId: string
  /** The decision it replaces. */
  supersedes: string | null
}

type Located = {
  datasetId: string
  fresh: IndexedRow | null
  /** What is found in it, by category, before anything is decided. */
  shown: ReadonlyMap<string, string>
}

/**
 * The dataset of this name, what is found in the item now, and where it stands when it is not a row in Postgres yet: before the transaction,
 * files are slow.
 */
export async function locateItem(slug: string, digest: string): Promise<Located> {
  const [found] = await db()
    .select({ id: dataset.id, known: item.digest })
    .from(dataset)
    .leftJoin(item, and(eq(item.datasetId, dataset.id), eq(item.digest, Buffer.from(digest, 'hex'))))
    .where(eq(dataset.slug, slug))
  if (!found) throw missing(say('errors.noDatasetCalled', { slug }))
  const shown = await shownOf(found.id, digest)
  if (found.known) return { datasetId: found.id, fresh: null, shown }
  const fresh = await rowOfItem(found.id, Buffer.from(digest, 'hex'))
  if (!fresh) throw missing(say('errors.noItemOf', { digest, slug }))
  return { datasetId: found.id, fresh, shown }
}

async function shownOf(datasetId: string, digest: string): Promise<Map<string, string>> {
  const flags = await db()
    .select({ category: flag.category, type: flag.type, spans: flag.spans })
    .from(flag)
    .where(and(eq(flag.datasetId, datasetId), eq(flag.digest, Buffer.from(digest, 'hex'))))
  return new Map(
    flags.map(({ category: id }) => [
      id,
      findingsVersion(distinctFindings(flags.filter((one) => one.category === id))),
    ]),
  )
}

/**
 * A lead's decision on an item named by its digest, flagged or not; the reason says in which category. A redaction without
 * passages masks everything that was found in that category. Refused when something was found that was not there when it was located, or
 * shown: nobody decided about that.
 */
export async function overrideByDigest(
  tx: Tx,
  actor: Member,
  input: OverrideByDigestInput & Located,
): Promise<OverrideView> {
  const { datasetId, action, reasonCode } = input
  const digest = Buffer.from(input.digest, 'hex')
  await refuseForeignTerritories(tx, datasetId, input.territories ?? [])
  const policy = await policyInForce(tx, datasetId)
  const ground = policy.reasons.find(({ code }) => code === reasonCode)
  if (!ground)
    throw invalid(say('review.ground.unknown', { number: String(policy.number), code: reasonCode }))
  await authorizeFor(tx, actor, datasetId, ground.category)
  if (input.fresh) await keepRow(tx, datasetId, input.fresh)
  const found = await openedCase(tx, { datasetId, digest, category: ground.category })
  // An item with a restricted flag is not there for anybody else, in any of its categories.
  if (cannotOverride(found, actor)) throw notFound('item')
  const denied = await refusedDirectly(tx, actor, found)
  if (denied) throw forbidden(denied)
  groundOf(policy, found, { action, reasonCode, policyVersionId: input.policyVersionId })

  const seen = await findingsNow(tx, found)
  const shown = input.findings ?? input.shown.get(found.category) ?? findingsVersion([])
  if (shown !== findingsVersion(seen)) throw conflict(say('review.status.newFinding'))
  const wanted = input.spans.length > 0 ? input.spans : seen.flatMap((finding) => finding.spans)
  const spans = await decisionSpans(tx, found, { action, spans: wanted, passages: [] })
  const resolved = await resolve(tx, actor, { ...input, found, kind: 'override', policy, spans, seen })
  return {
    dataset: found.slug,
    digest: input.digest,
    category: found.category,
    action,
    reason: reasonCode,
    decisionId: resolved.decisionId,
    entryId: resolved.entryId,
    supersedes: resolved.supersedes,
  }
}

async function authorizeFor(tx: Tx, actor: Member, datasetId: string, categoryId: string): Promise<void> {
  const [row] = await tx
    .select({ restricted: category.restricted })
    .from(category)
    .where(eq(category.id, categoryId))
  if (row?.restricted === 1) authorize(actor, 'restricted.handle')
  else authorize(actor, 'case.override', { datasetId })
}

/** The case of the item in this category, opened when there is none, locked. */
async function openedCase(
  tx: Tx,
  { datasetId, digest, category: id }: { datasetId: string; digest: Buffer; category: string },
): Promise<LockedCase> {
  const [kind] = await tx
    .select({ restricted: category.restricted, severity: category.severity })
    .from(category)
    .where(eq(category.id, id))
  if (!kind) throw invalid(`There is no category “${id}”.`)
  await tx.execute(sql`
    insert into review_case (dataset_id, digest, category, restricted, severity, score, detectors, types)
    values (${datasetId}, ${digest}, ${id}, ${kind.restricted === 1}, ${kind.severity}, 0, '{}', '{}')
    on conflict do nothing`)
  const known = await caseOf(tx, datasetId, digest, id)
  const locked = known && (await lockCase(tx, datasetId, known.id))
  if (!locked) throw new Error('a case that was just opened is not there')
  await restrictItems(tx, datasetId, [digest.toString('hex')])
  return (await lockCase(tx, datasetId, locked.id)) ?? locked
}
