import { sql } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import { item, membership, person, reviewQueue } from '@/db/schema'
import type { DatasetRole, Member } from '@/lib/auth/actor'
import { loadMember } from '@/lib/auth/load-actor'
import { inBatches } from '@/lib/datasets/arrays'
import { itemDigest } from '@/lib/datasets/digest'
import { insertContents } from '@/lib/datasets/item-content'
import { raiseFlags } from '@/lib/flags/raise-flags'
import { publishFirstPolicy } from '@/lib/policies/first-policy'
import { publishPolicy } from '@/lib/policies/publish-version'
import { openCases } from '@/lib/review/open-cases'
import { caseOf } from '@/lib/review/queries'
import { newDataset } from '@/tests/support/datasets'
import type { VoteAction } from './recount'

/** Comments with the same words stay apart: their number is content too. */
const FIELDS = ['text', 'comment']
/** Of those that nobody has to opt in to, so that nobody's day ends at a cap: 29,580 votes were not cast on one day. */
const CATEGORY = 'other'

export const TYPE = 'toxicity'
export const REASONS: Record<VoteAction, string> = {
  keep: 'toxic.not',
  redact: 'toxic.passages',
  remove: 'toxic.all',
}

/** A dataset with its policy and queues. Several stand side by side, so that several comments are voted on at a time. */
export type Lane = {
  datasetId: string
  policyVersionId: string
  lead: Member
  reviewers: Map<string, Member>
}

/**
 * Datasets without a case yet, each with the same reviewers and a lead of its own. A queue takes what so many raters have to see, and asks
 * them all to agree: its quorum is the number of ratings.
 */
export async function openLanes(
  count: number,
  workers: readonly string[],
  ratings: readonly number[],
): Promise<Lane[]> {
  await transact(publishFirstPolicy)
  const slugs = Array.from({ length: count }, (_, lane) => `raters-${lane}`)
  const ids = await Promise.all(slugs.map(newDataset))
  const reviewers = await members(ids, workers, ['reviewer'])
  const lanes: Lane[] = []
  for (const [lane, datasetId] of ids.entries()) {
    const dataset = slugs[lane] ?? ''
    await db().execute(sql`
      update dataset set text_fields = ${sql.param(FIELDS)}::text[], url_fields = '{}' where id = ${datasetId}`)
    const [lead] = await members([datasetId], [`lead-${lane}`], ['lead', 'reviewer', 'maintainer'])
    if (!lead) throw new Error('no lead')
    const { id: policyVersionId } = await transact((tx) => publishPolicy(tx, lead, { dataset, ...POLICY }))
    await db()
      .insert(reviewQueue)
      .values(ratings.map((quorum) => ({ ...queueOf(quorum), datasetId, ordinal: quorum })))
    lanes.push({
      datasetId,
      policyVersionId,
      lead,
      reviewers: new Map(reviewers.map((member) => [member.name, member])),
    })
  }
  return lanes
}

const detectorOf = (quorum: number) => `annotated by ${quorum}`
const queueOf = (quorum: number) => ({
  name: detectorOf(quorum),
  detectors: [detectorOf(quorum)],
  quorum,
  slots: quorum,
  createdBy: 'system:replay',
})

const reason = (action: VoteAction, label: string) => ({
  code: REASONS[action],
  category: CATEGORY,
  label,
  guidance: '',
  actions: [action],
})
const POLICY = {
  text: 'What is toxic is removed, or taken out where it is a part.',
  reasons: [
    reason('keep', 'Not toxic'),
    reason('redact', 'Toxic passages'),
    reason('remove', 'Toxic as a whole'),
  ],
}

/** Stores a comment, flags it as a pipeline elsewhere would, and opens its case. @returns the case */
export async function openComment(
  { datasetId }: Lane,
  { comment, text, votes }: { comment: string; text: string; votes: number },
): Promise<string> {
  const values = [text, comment]
  const digest = itemDigest(values)
  return transact(async (tx) => {
    await tx.insert(item).values({ datasetId, digest })
    await insertContents(tx, datasetId, FIELDS, [{ digest, values }])
    const claim = { category: CATEGORY, type: TYPE, score: 0.5, severity: 2, spans: [] } as const
    await raiseFlags(tx, datasetId, [{ ...claim, digest, source: 'import', detector: detectorOf(votes) }])
    await openCases(tx, datasetId, [digest])
    const found = await caseOf(tx, datasetId, digest, CATEGORY)
    if (!found) throw new Error(`comment ${comment} has no case`)
    return found.id
  })
}

async function members(
  datasetIds: readonly string[],
  names: readonly string[],
  roles: readonly DatasetRole[],
): Promise<Member[]> {
  const ids: string[] = []
  await inBatches(names, async (slice) => {
    const people = slice.map((name) => ({
      email: `worker-${name}@example.org`,
      name,
      pseudonym: `worker-${name}`,
      verifiedAt: new Date(),
    }))
    const made = await db().insert(person).values(people).returning({ id: person.id })
    ids.push(...made.map(({ id }) => id))
  })
  const held = ids.flatMap((personId) =>
    datasetIds.flatMap((datasetId) => roles.map((role) => ({ datasetId, personId, role }))),
  )
  await inBatches(held, (slice) =>
    db()
      .insert(membership)
      .values([...slice]),
  )
  const loaded = await Promise.all(ids.map((id) => loadMember(db(), id)))
  return loaded.filter((member) => member !== null)
}
