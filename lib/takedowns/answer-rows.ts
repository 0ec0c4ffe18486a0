import 'server-only'
import { and, asc, desc, eq, ne } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { takedownCandidate, takedownProof } from '@/db/schema'
import { scanItem } from '@/lib/detection/scan'
import type { ItemFields } from '@/lib/review/item-fields'
import { canonicalDomain, hostsOf } from '@/lib/suppression/canonical-url'
import { sliceCodePoints } from '@/lib/text/code-points'
import { placeIn } from './ask-proof'
import type { ProofMethod } from './proof-methods'
import { addressesIn } from './proof-options'
import { liesAt } from './proof-pages'
import type { LockedRequest } from './request-row'
import { targetsOf } from './results'
import { wholeTexts } from './shown-texts'

/** So many rows are judged one by one, on one page: beyond it somebody has to say more closely what they mean (GDPR, recital 63). */
export const MOST_ROWS = 200

/** What shows that a row is about who asks: something in the row itself, or what a person has seen. */
export type RowProof = { id: string; method: ProofMethod; how: 'row' | 'seen' }

/** A row that was found for somebody who asks what there is about them, or that it be corrected. */
export type AnswerRow = {
  digest: string
  ordinal: number | null
  row: number | null
  revisionId: string
  sourceId: string | null
  url: string | null
  /** In how many rows of the revision it stands. */
  rows: number
  fields: ItemFields
  /** Only like what was named. */
  alike: boolean
  proof: RowProof | null
  /** Passages that programs take for personal data or a secret, and that nobody has shown to be theirs: perhaps of others. */
  others: string[]
}

type Of = Pick<LockedRequest, 'id' | 'datasetId'>

/**
 * Everything that was found and that nobody has taken out, as it stands there. What only safety officers may see is left out, without a
 * trace: whoever answers is none, and must not learn of it here. `more`: how many there are beyond what is judged one by one.
 */
export async function answerRows(on: Db | Tx, request: Of): Promise<{ rows: AnswerRow[]; more: number }> {
  const candidates = await candidatesOf(on, request)
  const shown = candidates.slice(0, MOST_ROWS)
  const [texts, proofs, named] = [
    await wholeTexts(on, request.datasetId, shown),
    await provenOf(on, request.id),
    await targetsOf(on, request.id),
  ]
  const shownToBeTheirs = proofs.flatMap(({ place }) => place.address ?? [])
  // A passage they name a row by is not theirs because of that: it is how a row is named.
  const typed = named.flatMap(({ target }) =>
    'value' in target && target.kind !== 'quote' && target.kind !== 'near' ? [target.value] : [],
  )
  const rows = shown.flatMap((candidate): AnswerRow[] => {
    const { fields = null, restricted = true } = texts.get(candidate.digest.toString('hex')) ?? {}
    if (!fields || restricted) return []
    const { ordinal, row, revisionId, sourceId, url, tier } = candidate
    const proof = proofOf(proofs, { fields, url })
    // What somebody typed is theirs because they say so: who is in a row with others could name what is theirs.
    const own = [...shownToBeTheirs, ...(proof?.how === 'seen' ? typed : [])]
    return [
      {
        digest: candidate.digest.toString('hex'),
        ...{ ordinal, row, revisionId, sourceId, url, fields, rows: candidate.rows },
        alike: tier === 'fuzzy',
        proof,
        others: othersIn(
          fields,
          own.map((text) => text.trim().toLowerCase()),
        ),
      },
    ]
  })
  return { rows, more: candidates.length - shown.length }
}

/** One for each text, whatever led to it: what is exact before what is only like it. */
async function candidatesOf(on: Db | Tx, { id, datasetId }: Of) {
  const all = await on
    .select()
    .from(takedownCandidate)
    .where(
      and(
        eq(takedownCandidate.datasetId, datasetId),
        eq(takedownCandidate.requestId, id),
        ne(takedownCandidate.state, 'dropped'),
      ),
    )
    .orderBy(asc(takedownCandidate.tier), asc(takedownCandidate.ordinal), asc(takedownCandidate.row))
  return [...new Map(all.toReversed().map((one) => [one.digest.toString('hex'), one])).values()].reverse()
}

type Proven = {
  id: string
  method: ProofMethod
  place: { address?: string; domain?: string; page?: string }
}

/** What was proven for the request, newest first. */
async function provenOf(on: Db | Tx, requestId: string): Promise<Proven[]> {
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
function proofOf(
  proofs: readonly Proven[],
  { fields, url }: { fields: ItemFields; url: string | null },
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

/** What the detectors find in a row besides what is theirs, each once. */
function othersIn(fields: ItemFields, own: readonly string[]): string[] {
  const found = new Set<string>()
  for (const { category, spans } of scanItem(fields).findings)
    if (category === 'pii' || category === 'secrets')
      for (const { field, start, end } of spans) {
        const passage = sliceCodePoints(fields[field] ?? '', start, end)
        const said = passage.trim().toLowerCase()
        if (said !== '' && !own.includes(said)) found.add(passage)
      }
  return [...found]
}
