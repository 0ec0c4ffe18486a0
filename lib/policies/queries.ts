import 'server-only'
import { and, asc, desc, eq, isNull, or } from 'drizzle-orm'
import { db, type Db, type Tx } from '@/db/client'
import { policyVersion, reasonCode } from '@/db/schema'
import { unavailable } from '@/lib/errors'
import { say } from '@/lib/i18n/say'

export type Reason = { code: string; category: string; label: string; guidance: string; actions: string[] }
export type PolicyInForce = {
  id: string
  number: number
  digest: string
  text: string
  ownText: boolean
  reasons: Reason[]
  at: Date
}

/** The policy that decisions in this dataset are made under now: its own latest version, else the instance's default. */
export async function policyInForce(on: Db | Tx, datasetId: string): Promise<PolicyInForce> {
  const [row] = await on
    .select({ id: policyVersion.id })
    .from(policyVersion)
    .where(or(eq(policyVersion.datasetId, datasetId), isNull(policyVersion.datasetId)))
    // `nulls last`: a version of the dataset's own, however old, comes before the default.
    .orderBy(asc(policyVersion.datasetId), desc(policyVersion.number))
    .limit(1)
  const policy = row && (await versionOf(on, row.id))
  if (!policy) throw unavailable(say('policies.errors.none'))
  return { ...policy, reasons: [...policy.reasons] }
}

/** Reason codes of one version, in the order of the policy. */
export async function reasonsOf(on: Db | Tx, policyVersionId: string): Promise<Reason[]> {
  const policy = await versionOf(on, policyVersionId)
  return [...(policy?.reasons ?? [])]
}

const MOST_KEPT = 100
const kept = new Map<string, PolicyInForce>()

/** Kept, since each vote asks for it and the database refuses every change of a version: it and its reasons come in one transaction. */
async function versionOf(on: Db | Tx, id: string): Promise<PolicyInForce | undefined> {
  const known = kept.get(id)
  if (known) return known
  const [row] = await on.select().from(policyVersion).where(eq(policyVersion.id, id))
  if (!row) return undefined
  const reasons = await on
    .select({
      code: reasonCode.code,
      category: reasonCode.category,
      label: reasonCode.label,
      guidance: reasonCode.guidance,
      actions: reasonCode.actions,
    })
    .from(reasonCode)
    .where(eq(reasonCode.policyVersionId, id))
    .orderBy(asc(reasonCode.ordinal))
  const policy = {
    id,
    number: row.number,
    digest: row.digest.toString('hex'),
    text: row.text,
    ownText: row.datasetId !== null,
    reasons,
    at: row.createdAt,
  }
  if (kept.size === MOST_KEPT) kept.clear()
  kept.set(id, policy)
  return policy
}

/** Versions of a dataset's own policy (or of the default), newest first. */
export function policyVersions(datasetId: string | null) {
  return db()
    .select({
      id: policyVersion.id,
      number: policyVersion.number,
      digest: policyVersion.digest,
      at: policyVersion.createdAt,
    })
    .from(policyVersion)
    .where(and(datasetId === null ? isNull(policyVersion.datasetId) : eq(policyVersion.datasetId, datasetId)))
    .orderBy(desc(policyVersion.number))
}

/** The policy page's view. */
export const policyOf = (datasetId: string) => policyInForce(db(), datasetId)
