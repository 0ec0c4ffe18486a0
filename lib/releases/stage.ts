import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { dataset, release, releaseHead } from '@/db/schema'
import type { ReleaseFactsRow } from '@/db/schema/releases'
import { actorRef, type Actor } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { holdsIn, rulesInEffect } from '@/lib/datasets/holds-in'
import { newestRevision } from '@/lib/datasets/newest-revision'
import { conflict, invalid, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import type { Disclosure } from '@/lib/release-format/disclosure'
import { enqueue } from '@/lib/jobs/enqueue'
import { paths } from '@/lib/paths'
import { policyInForce } from '@/lib/policies/queries'
import { env } from '@/lib/runtime/env'
import { changeSince } from './change-since'
import { headless } from './commit'
import { freezeErased, refuseErasing } from './erased'
import { freezeHidden } from './hidden'
import type { PublishInput } from './input'
import { nameOf, WORLD } from '@/lib/release-format/profile'
import { TOLD_CATEGORY } from './told-category'
import { compareVersions, proposeVersion } from '@/lib/release-format/semver'

/** What a release that nobody asked for takes over from the one before it. */
export type Like = { revisionId: string; disclosure: Disclosure }

export type StagedView = { releaseId: string; version: string }

/**
 * Freezes what is in force now as a release that is to be made: the newest complete revision, the effective set, the opt-out rules.
 * A job makes it; whatever is decided from here on belongs to the next one.
 */
export async function stageRelease(
  tx: Tx,
  actor: Actor,
  { datasetId, version, profile = WORLD, baseUrl }: PublishInput,
  like?: Like,
): Promise<StagedView> {
  const found = await lockDataset(tx, datasetId)
  authorize(actor, 'release.publish', { datasetId })
  if (profile !== WORLD && !found.territories.includes(profile))
    throw invalid(say('releases.errors.profile', { profile }))
  await refuseSecond(tx, datasetId, profile)
  await refuseErasing(tx, datasetId)
  const base = like ? { id: like.revisionId } : await revisionToPublish(tx, datasetId)
  const head = await headOf(tx, datasetId, profile)
  const chosen =
    version ??
    proposeVersion(
      head?.version ?? null,
      await changeSince(tx, { datasetId, profile, revisionId: base.id, head }),
    )
  if (head && compareVersions(chosen, head.version) <= 0)
    throw invalid(say('releases.errors.version', { version: head.version }), {
      version: [say('releases.errors.versionField', { version: head.version })],
    })
  const releaseId = randomUUID()
  await tx.insert(release).values({
    datasetId,
    id: releaseId,
    version: chosen,
    profile,
    disclosure: like?.disclosure ?? found.disclosure,
    revisionId: base.id,
    previousId: head?.id ?? null,
    facts: {
      ...found.about,
      page: `${env().url}${paths.release(found.slug, nameOf({ version: chosen, profile }))}`,
      policy: (await policyInForce(tx, datasetId)).digest,
      baseUrl: baseUrl ?? null,
      date: new Date().toISOString().slice(0, 10),
    } satisfies ReleaseFactsRow,
    createdBy: actorRef(actor),
  })
  await freeze(tx, { datasetId, releaseId, profile, revisionId: base.id })
  await freezeErased(tx, { datasetId, releaseId })
  await freezeHidden(tx, { datasetId, releaseId })
  await enqueue(tx, 'release.publish', { datasetId, releaseId })
  return { releaseId, version: chosen }
}

/** So that two people who publish at once meet here, and the second is told. */
async function lockDataset(tx: Tx, datasetId: string) {
  const [found] = await tx
    .select({
      slug: dataset.slug,
      disclosure: dataset.disclosure,
      territories: dataset.territories,
      about: {
        title: dataset.name,
        description: dataset.description,
        licence: dataset.licence,
        homepage: dataset.homepage,
      },
    })
    .from(dataset)
    .where(eq(dataset.id, datasetId))
    .for('update')
  if (!found) throw notFound('dataset')
  return found
}

async function refuseSecond(tx: Tx, datasetId: string, profile: string): Promise<void> {
  const [staged] = await tx
    .select({ version: release.version })
    .from(release)
    .where(and(eq(release.datasetId, datasetId), eq(release.profile, profile), eq(release.state, 'staged')))
  if (staged) throw conflict(say('releases.errors.beingMade', { version: staged.version }))
  if (await headless(tx, datasetId, profile)) throw conflict(say('releases.errors.unfinished'))
}

async function revisionToPublish(tx: Tx, datasetId: string) {
  const newest = await newestRevision(tx, datasetId)
  if (!newest) throw invalid(say('releases.errors.nothing'))
  return newest
}

async function headOf(tx: Tx, datasetId: string, profile: string) {
  const [head] = await tx
    .select({ id: release.id, version: release.version, revisionId: release.revisionId })
    .from(releaseHead)
    .innerJoin(
      release,
      and(eq(release.datasetId, releaseHead.datasetId), eq(release.id, releaseHead.releaseId)),
    )
    .where(and(eq(releaseHead.datasetId, datasetId), eq(releaseHead.profile, profile)))
  return head
}

/**
 * Copies every decision in force that changes something, and every rule in force, in one statement and so from one snapshot; of what
 * waits for a second person or for the maintainers, what holds until then.
 * A decision about a single row holds for that row of any revision that has the same file. Where the file is another, nobody can
 * tell which of its rows it was, and it holds for all rows with that content.
 */
async function freeze(
  tx: Tx,
  {
    datasetId,
    releaseId,
    profile,
    revisionId,
  }: { datasetId: string; releaseId: string; profile: string; revisionId: string },
) {
  await tx.execute(sql`
    with in_force as (
      select d.* from decision_in_effect c
      join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
      where c.dataset_id = ${datasetId} and d.action <> 'keep' and d.scope <> 'source'
        and ${holdsIn(profile)}),
    effects as (
      insert into release_effect (dataset_id, release_id, digest, ordinal, row, action, spans, label, reasons)
      select d.dataset_id, ${releaseId}, d.digest, f.ordinal,
        case when f.ordinal is not null then (d.target ->> 'row')::bigint end, d.action, d.spans, d.label,
        jsonb_build_array(jsonb_build_object(
          'category', ${sql.raw(TOLD_CATEGORY)}, 'reasonCode', d.reason_code, 'decisionId', d.id, 'entryId', d.entry_id))
      from in_force d
      left join revision_file then_file
        on d.scope = 'occurrence' and then_file.dataset_id = d.dataset_id
        and then_file.revision_id = (d.target ->> 'revisionId')::uuid
        and then_file.ordinal = (d.target ->> 'ordinal')::integer
      left join revision_file f
        on f.dataset_id = d.dataset_id and f.revision_id = ${revisionId} and f.sha256 = then_file.sha256
      returning 1)
    insert into release_rule (dataset_id, release_id, rule_id)
    select ${datasetId}, ${releaseId}, r.id from suppression_rule r
    where ${rulesInEffect(datasetId, profile)}`)
}
