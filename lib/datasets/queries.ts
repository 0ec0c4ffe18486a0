import 'server-only'
import { and, asc, count, desc, eq, gt, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { dataset, importRun, quarantine, release, releaseHead, revision, revisionFile } from '@/db/schema'
import { notFound } from '@/lib/errors'
import { retold } from '@/lib/i18n/kept'

/** Every dataset with its latest complete revision and the release at its head. */
export function listDatasets() {
  const latest = db()
    .selectDistinctOn([revision.datasetId], {
      datasetId: revision.datasetId,
      number: revision.number,
      rows: revision.rowsGood,
    })
    .from(revision)
    .where(eq(revision.state, 'complete'))
    .orderBy(revision.datasetId, desc(revision.number))
    .as('latest')
  return db()
    .select({
      id: dataset.id,
      slug: dataset.slug,
      name: dataset.name,
      licence: dataset.licence,
      description: dataset.description,
      revision: latest.number,
      rows: latest.rows,
      release: release.version,
      publishedAt: release.publishedAt,
    })
    .from(dataset)
    .leftJoin(latest, eq(latest.datasetId, dataset.id))
    .leftJoin(releaseHead, and(eq(releaseHead.datasetId, dataset.id), eq(releaseHead.profile, 'world')))
    .leftJoin(
      release,
      and(eq(release.datasetId, releaseHead.datasetId), eq(release.id, releaseHead.releaseId)),
    )
    .orderBy(asc(dataset.name))
}

export type DatasetView = Awaited<ReturnType<typeof datasetBySlug>>

/** One dataset, or the 404 of everything unknown. */
export async function datasetBySlug(slug: string) {
  const [row] = await db()
    .select({
      id: dataset.id,
      slug: dataset.slug,
      name: dataset.name,
      licence: dataset.licence,
      homepage: dataset.homepage,
      description: dataset.description,
      idField: dataset.idField,
      authorField: dataset.authorField,
      languageField: dataset.languageField,
      territories: dataset.territories,
      textFields: dataset.textFields,
      urlFields: dataset.urlFields,
      disclosure: dataset.disclosure,
      createdAt: dataset.createdAt,
    })
    .from(dataset)
    .where(eq(dataset.slug, slug))
  if (!row) throw notFound('dataset')
  return row
}

const revisionColumns = {
  id: revision.id,
  number: revision.number,
  label: revision.label,
  state: revision.state,
  rowsRead: revision.rowsRead,
  rowsGood: revision.rowsGood,
  rowsBad: revision.rowsBad,
  rowsUnscanned: revision.rowsUnscanned,
  rowsFlagged: revision.rowsFlagged,
  rowsNew: revision.rowsNew,
  rowsGone: revision.rowsGone,
  decisionsCarried: revision.decisionsCarried,
  createdAt: revision.createdAt,
  completedAt: revision.completedAt,
}

/** Revisions of a dataset, newest first. */
export function revisionsOf(datasetId: string) {
  return db()
    .select(revisionColumns)
    .from(revision)
    .where(eq(revision.datasetId, datasetId))
    .orderBy(desc(revision.number))
}

/** One revision with its files. */
export async function revisionView(datasetId: string, number: number) {
  const [row] = await db()
    .select({ ...revisionColumns, error: revision.error })
    .from(revision)
    .where(and(eq(revision.datasetId, datasetId), eq(revision.number, number)))
  if (!row) throw notFound('revision')
  const files = await db()
    .select({
      ordinal: revisionFile.ordinal,
      path: revisionFile.path,
      format: revisionFile.format,
      sha256: sql<string>`encode(${revisionFile.sha256}, 'hex')`,
      erased: sql<boolean>`${revisionFile.storedSha256} is not null`,
      bytes: revisionFile.bytes,
      state: revisionFile.state,
      rowsGood: revisionFile.rowsGood,
      rowsBad: revisionFile.rowsBad,
    })
    .from(revisionFile)
    .where(and(eq(revisionFile.datasetId, datasetId), eq(revisionFile.revisionId, row.id)))
    .orderBy(asc(revisionFile.ordinal))
  return { ...row, error: row.error && retold(row.error), files }
}

export type QuarantineRow = Awaited<ReturnType<typeof quarantinePage>>['rows'][number]

/** Rows that are no items or were not scanned in full, in file order; keyset after (ordinal, row). */
export async function quarantinePage(
  datasetId: string,
  revisionId: string,
  after: { ordinal: number; row: number } | null,
  limit = 100,
) {
  const here = and(eq(quarantine.datasetId, datasetId), eq(quarantine.revisionId, revisionId))
  const beyond = after
    ? or(
        gt(quarantine.ordinal, after.ordinal),
        and(eq(quarantine.ordinal, after.ordinal), gt(quarantine.row, after.row)),
      )
    : undefined
  const rows = await db()
    .select({
      ordinal: quarantine.ordinal,
      file: revisionFile.path,
      row: quarantine.row,
      line: quarantine.line,
      kind: quarantine.kind,
      reason: quarantine.reason,
      detail: quarantine.detail,
    })
    .from(quarantine)
    .innerJoin(
      revisionFile,
      and(
        eq(revisionFile.datasetId, quarantine.datasetId),
        eq(revisionFile.revisionId, quarantine.revisionId),
        eq(revisionFile.ordinal, quarantine.ordinal),
      ),
    )
    .where(and(here, beyond))
    .orderBy(asc(quarantine.ordinal), asc(quarantine.row), asc(quarantine.kind))
    .limit(limit + 1)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit), next: last ? { ordinal: last.ordinal, row: last.row } : null }
}

/** How often each reason occurs, most frequent first. */
export function quarantineReasons(datasetId: string, revisionId: string) {
  const rows = count()
  return db()
    .select({ kind: quarantine.kind, reason: quarantine.reason, rows })
    .from(quarantine)
    .where(and(eq(quarantine.datasetId, datasetId), eq(quarantine.revisionId, revisionId)))
    .groupBy(quarantine.kind, quarantine.reason)
    .orderBy(desc(rows), asc(quarantine.reason))
}

/** Imports of a dataset that are under way or ended lately, newest first. */
export async function importRuns(datasetId: string, limit = 5) {
  const runs = await db()
    .select({
      id: importRun.id,
      state: importRun.state,
      bytesTotal: importRun.bytesTotal,
      bytesDone: importRun.bytesDone,
      rowsDone: importRun.rowsDone,
      error: importRun.error,
      createdAt: importRun.createdAt,
      startedAt: importRun.startedAt,
      finishedAt: importRun.finishedAt,
    })
    .from(importRun)
    .where(eq(importRun.datasetId, datasetId))
    .orderBy(desc(importRun.createdAt))
    .limit(limit)
  return runs.map((run) => ({ ...run, error: run.error && retold(run.error) }))
}
