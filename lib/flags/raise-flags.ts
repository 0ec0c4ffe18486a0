import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { flagSource, SpanRow } from '@/db/schema/flags'

/** A claim about an item that is already a row here. */
export type NewFlag = {
  digest: Buffer
  source: (typeof flagSource.enumValues)[number]
  /** Detector id; for other sources the pipeline, report or request that claims. */
  detector: string
  detectorVersion?: string
  category: string
  type: string
  /** 0…1 */
  score: number
  severity: 1 | 2 | 3 | 4
  spans: readonly SpanRow[]
  revisionId?: string | null
  takedownId?: string | null
}

const PER_STATEMENT = 5_000

/**
 * Writes claims in bulk; answers how many are new or changed. The same claim again changes nothing; one by another version
 * of its detector replaces the spans, so that a flag always says what the detector says now.
 */
export async function raiseFlags(tx: Tx, datasetId: string, flags: readonly NewFlag[]): Promise<number> {
  const once = [...new Map(flags.map((flag) => [identity(flag), flag])).values()]
  let written = 0
  for (let from = 0; from < once.length; from += PER_STATEMENT) {
    written += await upsert(tx, datasetId, once.slice(from, from + PER_STATEMENT))
  }
  return written
}

/** As `flag_once`: a statement must not touch one row twice. */
const identity = ({ digest, source, detector, category, type }: NewFlag) =>
  JSON.stringify([digest.toString('hex'), source, detector, category, type])

async function upsert(tx: Tx, datasetId: string, flags: readonly NewFlag[]): Promise<number> {
  const rows = JSON.stringify(flags.map(row))
  const written = await tx.execute(sql`
    insert into flag (dataset_id, digest, source, detector, detector_version, category, type, score, severity, spans, revision_id, takedown_id)
    select ${datasetId}, decode(digest, 'hex'), source, detector, version, category, type, score, severity, spans, revision, takedown
    from jsonb_to_recordset(${rows}::jsonb) as f(
      digest text, source flag_source, detector text, version text, category text, type text, score real,
      severity smallint, spans jsonb, revision uuid, takedown uuid)
    -- In key order, so that two imports of overlapping items wait for each other instead of deadlocking.
    order by 2, 3, 4, 6, 7
    on conflict (dataset_id, digest, source, detector, category, type) do update
      set spans = excluded.spans, score = excluded.score, severity = excluded.severity,
          detector_version = excluded.detector_version
      where flag.detector_version <> excluded.detector_version
    returning 1`)
  return written.length
}

function row(flag: NewFlag) {
  return {
    digest: flag.digest.toString('hex'),
    source: flag.source,
    detector: flag.detector,
    version: flag.detectorVersion ?? '',
    category: flag.category,
    type: flag.type,
    score: flag.score,
    severity: flag.severity,
    spans: flag.spans,
    revision: flag.revisionId ?? null,
    takedown: flag.takedownId ?? null,
  }
}
