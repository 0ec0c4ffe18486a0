import 'server-only'
import { createHash } from 'node:crypto'
import { and, asc, count, eq, max } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { dataset, revision, revisionFile } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { conflict, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { planFields } from './plan-fields'
import type { FieldPlan, FieldWishes } from './read/fields'
import { formatName } from './read/format'
import type { StagedFile } from './stage-files'

export type BeginInput = {
  datasetId: string
  files: readonly StagedFile[]
  wishes: FieldWishes
  label?: string | null
}

/** A staged file at its place in the revision. */
export type RevisionFile = StagedFile & { ordinal: number }

export type BegunRevision = {
  revisionId: string
  number: number
  state: 'importing' | 'complete' | 'failed'
  plan: FieldPlan
  files: RevisionFile[]
}

/**
 * Opens a revision for a set of files, or finds the one that has exactly these files (in any order, under any names): importing the
 * same again doubles nothing, and what was interrupted goes on. The first revision fixes the dataset's content fields.
 */
export async function beginRevision(tx: Tx, actor: Actor, input: BeginInput): Promise<BegunRevision> {
  const { datasetId, files } = input
  authorize(actor, 'dataset.import', { datasetId })
  const [known] = await tx.select().from(dataset).where(eq(dataset.id, datasetId)).for('update')
  if (!known) throw notFound('dataset')
  const [existing] = await tx
    .select({ revisions: count(), last: max(revision.number) })
    .from(revision)
    .where(eq(revision.datasetId, datasetId))
  const plan = planFields(known, (existing?.revisions ?? 0) > 0, input.wishes, files)
  const found = await findRevision(tx, datasetId, filesDigest(files))
  if (found) {
    if (found.state === 'failed') await resumeFailed(tx, datasetId, found.revisionId)
    return { ...found, plan, files: await placeFiles(tx, datasetId, found.revisionId, files) }
  }
  await fixFields(tx, datasetId, plan)
  const number = (existing?.last ?? 0) + 1
  const [row] = await tx
    .insert(revision)
    .values({
      datasetId,
      number,
      label: input.label ?? null,
      filesDigest: filesDigest(files),
      createdBy: actor.kind === 'member' ? actor.id : null,
    })
    .returning({ revisionId: revision.id })
  if (!row) throw conflict(say('importing.notOpened'))
  const placed = files.map((file, ordinal) => ({ ...file, ordinal }))
  await tx.insert(revisionFile).values(
    placed.map(({ ordinal, path, format, digest, bytes }) => ({
      datasetId,
      revisionId: row.revisionId,
      ordinal,
      path,
      format: formatName(format),
      sha256: digest,
      bytes,
    })),
  )
  return { revisionId: row.revisionId, number, state: 'importing', plan, files: placed }
}

/** The files at the places they had when the revision was opened, in whatever order they were given this time. */
async function placeFiles(
  tx: Tx,
  datasetId: string,
  revisionId: string,
  files: readonly StagedFile[],
): Promise<RevisionFile[]> {
  const rows = await tx
    .select({ ordinal: revisionFile.ordinal, path: revisionFile.path, sha256: revisionFile.sha256 })
    .from(revisionFile)
    .where(and(eq(revisionFile.datasetId, datasetId), eq(revisionFile.revisionId, revisionId)))
    .orderBy(asc(revisionFile.ordinal))
  return rows.map(({ ordinal, path, sha256 }) => {
    const file = files.find(({ digest }) => digest.equals(sha256))
    if (!file) throw new Error(`revision ${revisionId} has a file that its digest does not cover`)
    return { ...file, path, ordinal }
  })
}

/** SHA-256 over the sorted digests of the files: the name of a set of files, however they are ordered or called. */
export function filesDigest(files: readonly { digest: Buffer }[]): Buffer {
  const hash = createHash('sha256')
  for (const digest of files.map((file) => file.digest).sort(Buffer.compare)) hash.update(digest)
  return hash.digest()
}

async function findRevision(tx: Tx, datasetId: string, digest: Buffer) {
  const [found] = await tx
    .select({ revisionId: revision.id, number: revision.number, state: revision.state })
    .from(revision)
    .where(and(eq(revision.datasetId, datasetId), eq(revision.filesDigest, digest)))
  return found
}

/** What failed may be tried again: the file was unreadable then, not different. */
async function resumeFailed(tx: Tx, datasetId: string, revisionId: string): Promise<void> {
  await tx
    .update(revision)
    .set({ state: 'importing', error: null })
    .where(and(eq(revision.datasetId, datasetId), eq(revision.id, revisionId)))
}

async function fixFields(tx: Tx, datasetId: string, plan: FieldPlan): Promise<void> {
  const { text, url, mediaHash, id, author, language } = plan
  await tx
    .update(dataset)
    .set({
      textFields: text,
      urlFields: url,
      mediaHashField: mediaHash,
      idField: id,
      authorField: author ?? null,
      languageField: language ?? null,
    })
    .where(eq(dataset.id, datasetId))
}
