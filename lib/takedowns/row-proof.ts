import 'server-only'
import { and, desc, eq } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { takedownProof } from '@/db/schema'
import { canonicalDomain, hostsOf } from '@/lib/suppression/canonical-url'
import type { AnswerRow } from './answer-rows'
import { placeIn } from './ask-proof'
import type { ProofMethod } from './proof-methods'
import { addressesIn } from './proof-options'
import { liesAt } from './proof-pages'

/** What shows that a row is about who asks: something in the row itself, or what a person has seen. */
export type RowProof = { id: string; method: ProofMethod; how: 'row' | 'seen' }

type Proven = {
  id: string
  method: ProofMethod
  place: { address?: string; domain?: string; page?: string }
}

/** What was proven for the request, newest first. */
export async function provenOf(on: Db | Tx, requestId: string): Promise<Proven[]> {
  const rows = await on
    .select({ id: takedownProof.id, method: takedownProof.method, sealed: takedownProof.sealed })
    .from(takedownProof)
    .where(and(eq(takedownProof.requestId, requestId), eq(takedownProof.state, 'proven')))
    .orderBy(desc(takedownProof.createdAt))
  const proven: Proven[] = []
  for (const { id, method, sealed } of rows) proven.push({ id, method, place: await placeIn(on, sealed) })
  return proven
}

/** Whether anything was shown that says who they are: a code to the address they wrote from says nothing about any row. */
export const isIdentified = async (on: Db | Tx, requestId: string): Promise<boolean> =>
  (await provenOf(on, requestId)).some(({ method }) => method !== 'contact')

/**
 * What shows that a row is theirs. An address shows the rows in which it stands, and no other: somebody whose own address is in one row gets
 * nobody else's by naming their telephone number besides. A domain and a page let a person judge the rows that come from there, for others
 * may write there too; a letter or a document lets them judge every row.
 */
export function proofOf(
  proofs: readonly Proven[],
  { fields, url }: Pick<AnswerRow, 'fields' | 'url'>,
): RowProof | null {
  const [addresses, hosts] = [new Set(addressesIn(fields)), new Set(url === null ? [] : hostsOf(url))]
  const inRow = proofs.find(
    ({ method, place: { address } }) =>
      method === 'row_address' && address !== undefined && addresses.has(address.toLowerCase()),
  )
  if (inRow) return { id: inRow.id, method: inRow.method, how: 'row' }
  const seen = proofs.find(({ method, place: { domain, page } }) => {
    if (method === 'letter' || method === 'document') return true
    if (method === 'page') return page !== undefined && url !== null && liesAt(page)(url)
    return domain !== undefined && hosts.has(canonicalDomain(domain) ?? domain)
  })
  return seen ? { id: seen.id, method: seen.method, how: 'seen' } : null
}
