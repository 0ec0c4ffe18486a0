import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'

/** Side effects and long work. The row is written in the transaction that causes it: no commit, no job (outbox). */
export type Jobs = {
  'audit.draw': { drawId: string }
  'blobs.remove': { digests: string[] }
  'bulk.run': { datasetId: string; bulkId: string }
  'detector.settle': { datasetId: string; detector: string; version: string }
  'mail.send': { messageId: string }
  'import.run': { datasetId: string; importId: string }
  'copies.retain': { holderId: string }
  'copies.tell': { datasetId: string }
  'pending.refresh': { datasetId: string }
  'release.due': { datasetId: string; profile: string }
  'release.published': { datasetId: string; releaseId: string }
  'release.publish': { datasetId: string; releaseId: string }
  'release.remove-files': { datasetId: string; releaseId: string }
  'release.conveniences': { datasetId: string; releaseId: string }
  'takedown.fulfil': { requestId: string }
  'takedown.returned': { datasetId: string; revisionId: string }
  'takedown.restricted-import': { datasetId: string; revisionId: string }
  'takedown.match': { requestId: string }
  'takedown.name-sources': Record<string, never>
  'takedown.take': { requestId: string }
  'takedown.bulk': { datasetId: string; bulkId: string }
  'lookup.search': { searchId: string }
  'lookup.page': { searchId: string }
  'lookup.forget': { searchId: string }
  'takedown.put-back': { requestId: string }
  'takedown.strike': { requestId: string }
  'takedown.strike-forget': { datasetId: string }
  'takedown.seat-newcomer': { personId: string; datasetId: string }
  'takedown.silence': { requestId: string; eventId: string; then: 'remind' | 'close' }
  'takedown.duplicates': { requestId: string }
  'takedown.elsewhere': { requestId: string }
  'takedown.look-among-removed': {
    requestId: string
    since: string
    after: string
    decided?: { from: string; until: string } | undefined
  }
  'takedown.owner-window': { requestId: string }
  'takedown.late-letters': { address: string }
  'takedown.lift': { requestId: string; eventId: string }
  'takedown.look': { proofId: string }
  'takedown.expire': { requestId: string }
  'takedown.erase': { requestId: string }
  'takedown.reservations': { requestId: string }
  'takedown.clock': { clockId: string }
  'takedown.remind': { personId: string }
  'erasure.run': { datasetId: string }
  'items.tell-languages': { datasetId: string }
  'near-duplicates.index': { datasetId: string }
  'review.cast': { datasetId: string; caseId: string; reviewerId: string }
  'review.nobody-left': { datasetId: string }
  'review.repoint': { datasetId: string; detectors: string[] }
  'review.reroute': { datasetId: string }
  'review.weigh': { datasetId: string }
  'search.forget': { searchId: string }
  'volunteer.retain': { applicationId: string }
  'takedown.case-decided': { datasetId: string; caseId: string }
}

/** graphile-worker takes the lowest first; other jobs have 0. */
const FIRST = -100

/** Adds a job in the caller's transaction. Attempts are capped; what fails for good stays visible to the operator. */
export async function enqueue<Name extends keyof Jobs>(
  tx: Tx,
  task: Name,
  payload: Jobs[Name],
  {
    maxAttempts = 8,
    queue,
    runAt,
    key,
    keepsTime = false,
    first = false,
  }: {
    maxAttempts?: number
    queue?: string
    runAt?: Date
    /** Before everything that waits, however long it has. */
    first?: boolean
    /** Of two that wait under one key, the later takes the place of the earlier. */
    key?: string
    /** But at the time at which the earlier would have come. */
    keepsTime?: boolean
  } = {},
): Promise<void> {
  await tx.execute(
    sql`select graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, queue_name => ${queue ?? null}, run_at => ${runAt?.toISOString() ?? null}::timestamptz, max_attempts => ${maxAttempts}, job_key => ${key ?? null}, job_key_mode => ${keepsTime ? 'preserve_run_at' : 'replace'}, priority => ${first ? FIRST : 0})`,
  )
}
