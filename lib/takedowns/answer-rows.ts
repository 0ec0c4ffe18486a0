import 'server-only'
import { and, asc, eq, ne } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { takedownCandidate } from '@/db/schema'
import { scanItem } from '@/lib/detection/scan'
import type { ItemFields } from '@/lib/review/item-fields'
import { sliceCodePoints } from '@/lib/text/code-points'
import type { LockedRequest } from './request-row'
import { targetsOf } from './results'
import { proofOf, provenOf, type RowProof } from './row-proof'
import { wholeTexts } from './shown-texts'

/** So many rows are judged, given or shown at a time; more than that is a stretch after the other. */
export const ROWS_AT_ONCE = 200

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
 * What was found and nobody has taken out, as it stands there: the first of it that is not `judged` yet. What only safety officers may see is
 * left out, without a trace: whoever answers is none, and must not learn of it here. `more`: how many there may be behind these.
 */
export async function answerRows(
  on: Db | Tx,
  request: Of,
  judged: ReadonlySet<string> = new Set(),
): Promise<{ rows: AnswerRow[]; more: number }> {
  const candidates = (await candidatesOf(on, request)).filter(({ digest }) => !judged.has(inHex(digest)))
  const read = await readerOf(on, request)
  let [rows, at]: [AnswerRow[], number] = [[], 0]
  // A stretch of which nothing may be seen is passed over.
  while (rows.length === 0 && at < candidates.length) {
    rows = await read(candidates.slice(at, at + ROWS_AT_ONCE))
    at += ROWS_AT_ONCE
  }
  return { rows, more: Math.max(0, candidates.length - at) }
}

/** A stretch of texts as they stand there now, and how many of them are not there any more, or hidden by now. */
export type Stretch = { rows: AnswerRow[]; gone: number }

/** What reads these texts in the order of the dataset, a stretch at a time from the given one on. */
export async function inStretches(
  on: Db | Tx,
  request: Of,
  digests: readonly Buffer[],
): Promise<(from: number) => Promise<Stretch>> {
  const found = new Map((await candidatesOf(on, request)).map((one) => [inHex(one.digest), one]))
  const texts = digests.map((digest) => found.get(inHex(digest)))
  texts.sort((a, b) => byPlace(a ?? NOWHERE, b ?? NOWHERE))
  const read = await readerOf(on, request)
  return async (from) => {
    const stretch = texts.slice(from, from + ROWS_AT_ONCE)
    const rows = await read(stretch.flatMap((one) => one ?? []))
    return { rows, gone: stretch.length - rows.length }
  }
}

type Place = { ordinal: number | null; row: number | null }
const NOWHERE: Place = { ordinal: null, row: null }
const byPlace = (a: Place, b: Place) => (a.ordinal ?? -1) - (b.ordinal ?? -1) || (a.row ?? -1) - (b.row ?? -1)

const inHex = (digest: Buffer): string => digest.toString('hex')

type Candidate = typeof takedownCandidate.$inferSelect

/** What reads candidates with what was shown of them; what only safety officers may see, or is gone, is missing. */
async function readerOf(
  on: Db | Tx,
  request: Of,
): Promise<(candidates: readonly Candidate[]) => Promise<AnswerRow[]>> {
  const [proofs, named] = [await provenOf(on, request.id), await targetsOf(on, request.id)]
  const shownToBeTheirs = proofs.flatMap(({ place }) => place.address ?? [])
  // A passage they name a row by is not theirs because of that: it is how a row is named.
  const typed = named.flatMap(({ target }) =>
    'value' in target && target.kind !== 'quote' && target.kind !== 'near' ? [target.value] : [],
  )
  return async (candidates) => {
    const texts = await wholeTexts(on, request.datasetId, candidates)
    return candidates.flatMap((candidate): AnswerRow[] => {
      const { fields = null, restricted = true } = texts.get(inHex(candidate.digest)) ?? {}
      if (!fields || restricted) return []
      const { ordinal, row, revisionId, sourceId, url, tier } = candidate
      const proof = proofOf(proofs, { fields, url })
      // What somebody typed is theirs because they say so: who is in a row with others could name what is theirs.
      const own = [...shownToBeTheirs, ...(proof?.how === 'seen' ? typed : [])]
      return [
        {
          digest: inHex(candidate.digest),
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
  }
}

/** One for each text, whatever led to it: what is exact before what is only like it. */
async function candidatesOf(on: Db | Tx, { id, datasetId }: Of): Promise<Candidate[]> {
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
    .orderBy(
      ...[asc(takedownCandidate.tier), asc(takedownCandidate.ordinal), asc(takedownCandidate.row)],
      asc(takedownCandidate.digest),
    )
  return [...new Map(all.toReversed().map((one) => [inHex(one.digest), one])).values()].reverse()
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
