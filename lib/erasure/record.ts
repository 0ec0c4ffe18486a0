import 'server-only'
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { erasure } from '@/db/schema'
import type { ErasureCounts } from '@/db/schema/erasures'
import { type Actor, actorRef } from '@/lib/auth/actor'
import type { Subject } from '@/lib/crypto/subject'
import { destroyKey, keyIdOf } from '@/lib/crypto/subject-keys'
import { enqueue } from '@/lib/jobs/enqueue'
import { appendEntries, sealedIf } from '@/lib/log/append'
import type { Basis } from './labels'

export const NOTHING_ERASED: ErasureCounts = {
  content: 0,
  openings: 0,
  places: 0,
  files: 0,
  segments: 0,
  contact: 0,
  targets: 0,
  letters: 0,
}

/**
 * Destroys the openings of every log entry about a subject, and its key: in the backups, too, nothing that was sealed about it
 * opens with today's key store. The log says of each entry that it was opened for the last time. Answers the new entries.
 */
export async function shred(
  tx: Tx,
  actor: Actor,
  subject: Subject,
  { basis, restricted }: { basis: Basis; restricted: boolean },
): Promise<{ openings: number; entryIds: string[] }> {
  const keyId = await keyIdOf(tx, subject)
  const gone =
    keyId === null
      ? []
      : await tx.execute<{ entryId: string; field: string }>(sql`
          delete from log_opening where key_id = ${keyId} returning entry_id as "entryId", field`)
  await destroyKey(tx, subject)
  const appended = await appendEntries(
    tx,
    actor,
    gone
      .toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1))
      .map(({ entryId, field }) =>
        sealedIf(restricted || field === 'sealed', {
          type: 'erasure',
          public: { of: entryId },
          private: { basis },
        }),
      ),
  )
  return { openings: gone.length, entryIds: appended.map(({ entryId }) => entryId) }
}

/** Writes an erasure down, and has the rest of it done: by the job, or by a command that does not wait for one. */
export async function recordErasure(
  tx: Tx,
  actor: Actor,
  subject: Subject,
  given: {
    datasetId: string
    basis: Basis
    restricted: boolean
    counts: Partial<ErasureCounts>
    entryId: string | null
  },
): Promise<string> {
  const id = randomUUID()
  const { datasetId, basis, restricted, counts, entryId } = given
  await tx.insert(erasure).values({
    id,
    datasetId,
    digest: subject.kind === 'item' ? Buffer.from(subject.digest) : null,
    requestId: subject.kind === 'request' ? subject.requestId : null,
    basis,
    actor: actorRef(actor),
    restricted: restricted ? 1 : 0,
    state: 'files',
    counts: { ...NOTHING_ERASED, ...counts },
    entryId,
  })
  await enqueue(tx, 'erasure.run', { datasetId }, { maxAttempts: 25, queue: `erasure/${datasetId}` })
  return id
}
