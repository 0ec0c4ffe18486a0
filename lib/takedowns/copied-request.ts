import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { takedownContact, takedownRequest } from '@/db/schema'
import type { TakedownKind } from './attestations'

/** The request that a copy answers, with its dataset. */
export async function copiedRequest(on: Db | Tx, requestId: string) {
  const [row] = await on.execute<{
    reference: string
    kind: TakedownKind
    attestation: string
    form: string | null
    datasetId: string
    slug: string
    dataset: string
    licence: string | null
    homepage: string | null
    submittedAt: string
    keptUntil: string | null
  }>(sql`
    select q.reference, q.kind, q.attestation, q.form, q.dataset_id as "datasetId", d.slug, d.name as dataset, d.licence, d.homepage,
      q.submitted_at as "submittedAt", c.retain_until as "keptUntil"
    from ${takedownRequest} q join dataset d on d.id = q.dataset_id left join ${takedownContact} c on c.request_id = q.id
    where q.id = ${requestId}`)
  if (!row) throw new Error('an answer to a request that is not there')
  const { submittedAt, keptUntil, ...rest } = row
  return {
    ...rest,
    id: requestId,
    submittedAt: new Date(submittedAt),
    keptUntil: keptUntil === null ? null : new Date(keptUntil),
  }
}
