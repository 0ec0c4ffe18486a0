import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { category, takedownRequest, takedownTarget } from '@/db/schema'
import { requestSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { sealJsonFor } from '@/lib/crypto/subject-seal'
import type { Submission } from './input'
import { categoryOf, isConfidential } from './kinds'
import type { Target } from './parse-targets'
import { rightOf } from './rights'
import { sourceKeyOf } from './suppress'
import { newReference } from './tokens'

/** Of six values each: a statement of Postgres holds 65,535. */
const ROWS_AT_ONCE = 5_000

/** Writes a request that waits for its address to be confirmed. `form`: the version of its questions; null when none were asked. */
export async function insertRequest(
  tx: Tx,
  input: Pick<Submission, 'kind' | 'answers' | 'attestation'> & { form: string | null },
  given: { datasetId: string; trackingHash: Buffer; submittedAt: Date },
): Promise<{ id: string; reference: string; restricted: boolean }> {
  const categoryId = categoryOf(input.kind, input.answers)
  const [kind] = await tx
    .select({ restricted: category.restricted })
    .from(category)
    .where(eq(category.id, categoryId))
  if (!kind) throw new Error(`there is no category ${categoryId}`)
  const [row] = await tx
    .insert(takedownRequest)
    .values({
      ...given,
      kind: input.kind,
      right: rightOf(input.kind, input.answers),
      confidential: isConfidential(input.kind, input.answers),
      category: categoryId,
      reference: newReference(),
      attestation: input.attestation,
      form: input.form,
    })
    .returning({ id: takedownRequest.id, reference: takedownRequest.reference })
  if (!row) throw new Error('a request was written and has no id')
  return { ...row, restricted: kind.restricted === 1 }
}

/** `from`: the ordinal of the first, behind those that are there. */
export async function insertTargets(
  tx: Tx,
  { id: requestId, datasetId }: { id: string; datasetId: string },
  targets: readonly Target[],
  from = 0,
): Promise<void> {
  if (targets.length === 0) return
  const key = await keyFor(tx, requestSubject(requestId))
  const rows = targets.map((target, n) => ({
    requestId,
    ordinal: from + n,
    kind: target.kind,
    sealed: sealJsonFor(key, 'takedown_target', target),
    source: sourceKeyOf(datasetId, target),
  }))
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await tx.insert(takedownTarget).values(rows.slice(at, at + ROWS_AT_ONCE))
}
