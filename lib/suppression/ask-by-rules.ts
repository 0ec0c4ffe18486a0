import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { BASIS_OF_RULE } from './basis'

/**
 * Notes on the cases of items that a standing rule found what that rule is about: whoever upholds such a case decides about the
 * rule's source, and not about the same words of others.
 */
export async function askByRules(
  tx: Tx,
  datasetId: string,
  items: readonly { digest: Buffer; rules: readonly string[] }[],
): Promise<void> {
  const found = items.flatMap(({ digest, rules }) =>
    rules.map((rule) => ({ digest: digest.toString('hex'), rule })),
  )
  if (found.length === 0) return
  await tx.execute(sql`
    insert into suppression_asked (dataset_id, case_id, kind, hmac)
    select distinct ${datasetId}::uuid, c.id, r.kind, r.hmac
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as f (digest text, rule uuid)
    join suppression_rule r on r.dataset_id = ${datasetId} and r.id = f.rule
    join ${sql.raw(BASIS_OF_RULE)} b on true
    join review_case c on c.dataset_id = ${datasetId} and c.digest = decode(f.digest, 'hex') and c.category = b.category
    where r.kind <> 'digest'
    on conflict do nothing`)
}
