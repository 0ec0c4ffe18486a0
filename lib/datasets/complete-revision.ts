import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { dataset, revision, revisionFile } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { conflict, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { appendEntry } from '@/lib/log/append'
import type { Comparison } from './compare-revisions'

/** Marks a file as read to its end. The database refuses it unless good and bad rows add up to the rows read. */
export async function completeFile(
  tx: Tx,
  file: { datasetId: string; revisionId: string; ordinal: number; rows: number },
): Promise<void> {
  const done = await tx
    .update(revisionFile)
    .set({ state: 'complete' })
    .where(
      and(
        eq(revisionFile.datasetId, file.datasetId),
        eq(revisionFile.revisionId, file.revisionId),
        eq(revisionFile.ordinal, file.ordinal),
        eq(revisionFile.rowsRead, file.rows),
      ),
    )
    .returning({ ordinal: revisionFile.ordinal })
  if (done.length !== 1) throw conflict(say('importing.busy'))
}

/**
 * Seals a revision: from here on it never changes, and the log says so. Refused unless every file is complete and every row
 * that was read is either an item or quarantined; the database checks the same.
 */
export async function completeRevision(
  tx: Tx,
  actor: Actor,
  input: { datasetId: string; revisionId: string; comparison: Comparison },
): Promise<void> {
  const { datasetId, revisionId, comparison } = input
  authorize(actor, 'dataset.import', { datasetId })
  const [found] = await tx
    .select({
      slug: dataset.slug,
      number: revision.number,
      state: revision.state,
      filesDigest: revision.filesDigest,
    })
    .from(revision)
    .innerJoin(dataset, eq(dataset.id, revision.datasetId))
    .where(and(eq(revision.datasetId, datasetId), eq(revision.id, revisionId)))
    .for('update', { of: revision })
  if (!found) throw notFound('revision')
  if (found.state === 'complete') return
  const totals = await totalsOf(tx, datasetId, revisionId)
  if (totals.incomplete > 0) throw conflict(say('importing.unread', { n: String(totals.incomplete) }))
  if (totals.good + totals.bad !== totals.read)
    throw conflict(
      say('importing.unequal', {
        ...{ read: String(totals.read), good: String(totals.good), bad: String(totals.bad) },
      }),
    )
  const { entryId } = await appendEntry(tx, actor, {
    type: 'revision',
    public: {
      dataset: found.slug,
      number: found.number,
      files: found.filesDigest.toString('hex'),
      rows: { good: totals.good, bad: totals.bad },
    },
    private: { revision: revisionId },
  })
  await tx
    .update(revision)
    .set({ state: 'complete', completedAt: sql`now()`, entryId, error: null, ...comparison })
    .where(and(eq(revision.datasetId, datasetId), eq(revision.id, revisionId)))
  await enqueue(tx, 'takedown.restricted-import', { datasetId, revisionId }, { first: true })
  await enqueue(tx, 'takedown.returned', { datasetId, revisionId })
  // One after another in a dataset: two would read the same texts.
  await enqueue(tx, 'near-duplicates.index', { datasetId }, { queue: `near-duplicates/${datasetId}` })
}

/** Counted from the committed chunks, not from the counters that the chunks moved. */
async function totalsOf(tx: Tx, datasetId: string, revisionId: string) {
  const [totals] = await tx.execute<{ read: number; good: number; bad: number; incomplete: number }>(sql`
    select coalesce(sum(c.rows_read), 0)::float8 as read, coalesce(sum(c.rows_good), 0)::float8 as good,
           coalesce(sum(c.rows_bad), 0)::float8 as bad,
           (select count(*)::int from revision_file f
            where f.dataset_id = ${datasetId} and f.revision_id = ${revisionId} and f.state <> 'complete') as incomplete
    from import_chunk c
    where c.dataset_id = ${datasetId} and c.revision_id = ${revisionId}`)
  if (!totals) throw new Error(`no totals for revision ${revisionId}`)
  return totals
}

/** The import cannot go on; the message is for people (`keeping`). The same files can be imported again and go on from the last chunk. */
export async function failRevision(
  tx: Tx,
  input: { datasetId: string; revisionId: string; error: string },
): Promise<void> {
  await tx
    .update(revision)
    .set({ state: 'failed', error: input.error })
    .where(
      and(
        eq(revision.datasetId, input.datasetId),
        eq(revision.id, input.revisionId),
        eq(revision.state, 'importing'),
      ),
    )
}
