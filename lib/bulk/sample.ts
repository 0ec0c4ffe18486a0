import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import type { BulkEvidence } from '@/db/schema/bulk'
import type { SeenFinding } from '@/db/schema/review'
import { wilson } from '@/lib/agreement/wilson'
import { say } from '@/lib/i18n/say'
import { decider } from '@/lib/review/case-row'
import { mergeSpans, type Span } from '@/lib/review/spans'
import type { Action, DecisionKind } from '@/lib/review/status'

/** What became of a case of the sample. `void`: it was decided in a batch, or nobody may see it any more: it speaks for nothing. */
export type SampleState = 'open' | 'agrees' | 'differs' | 'void'

export type SampleCase = {
  n: number
  caseId: string
  state: SampleState
  action: Action | null
  by: string | null
  decisionId: string | null
}

export type Assessment = {
  cases: SampleCase[]
  open: number
  agreed: number
  /** The 95 % interval of the share that agrees, once all are decided. */
  interval: { low: number; high: number } | null
  lack: SampleLack | null
  /** Why the rest cannot be decided yet, or ever; null when it can. */
  denied: string | null
}

/** What a sample lacks: cases, agreement, or decisions that are still to come. */
export type SampleLack = 'small' | 'differs' | 'open'

type Band = { datasetId: string; id: string; action: Action; threshold: number; createdAt: Date }

/** Holds the sample of a band against what was to be decided. A case that speaks for nothing counts as one that does not agree. */
export async function assessSample(on: Db | Tx, band: Band): Promise<Assessment> {
  const cases = await sampleCases(on, band)
  const count = (state: SampleState) => cases.filter((one) => one.state === state).length
  const [open, agreed, size] = [count('open'), count('agrees'), cases.length]
  const interval = open === 0 ? wilson(agreed, size) : null
  const lack = lackOf({ open, agreed, size }, band.threshold)
  const denied = lack && inWords(lack, { open, size }, band.threshold)
  return { cases, open, agreed, interval, lack, denied }
}

/** Null while the sample does not allow the rest. */
export function evidenceOf(
  { cases, agreed, interval, denied }: Assessment,
  threshold: number,
): BulkEvidence | null {
  if (denied !== null || interval === null) return null
  const decisions = cases.flatMap(({ decisionId }) => decisionId ?? [])
  return { sample: cases.length, agreed, low: interval.low, high: interval.high, threshold, decisions }
}

type Counts = { open: number; agreed: number; size: number }

function lackOf({ open, agreed, size }: Counts, threshold: number): SampleLack | null {
  if (wilson(agreed + open, size).low < threshold) return agreed + open === size ? 'small' : 'differs'
  return open > 0 ? 'open' : null
}

function inWords(lack: SampleLack, { open, size }: Omit<Counts, 'agreed'>, threshold: number): string {
  const wanted = `${Math.round(threshold * 1000) / 10} %`
  switch (lack) {
    case 'small':
      return say('bulk.errors.sampleSmall', { size: String(size), wanted })
    case 'differs':
      return say('bulk.errors.sampleDiffers', { wanted })
    case 'open':
      return say('bulk.errors.sampleOpen', { open: String(open), size: String(size) })
  }
}

type Row = {
  n: number
  caseId: string
  open: boolean
  hidden: boolean
  action: Action | null
  kind: DecisionKind | null
  before: boolean
  spans: Span[] | null
  seen: SeenFinding[] | null
  by: string | null
  decisionId: string | null
}

async function sampleCases(on: Db | Tx, { datasetId, id, action }: Band): Promise<SampleCase[]> {
  const rows = await on.execute<Row>(sql`
    select i.n, i.case_id as "caseId", c.status = 'open' as open, c.restricted as hidden, d.action, d.kind,
           d.id is not distinct from i.before as before, d.spans, d.seen, ${decider('d')} as by, d.id as "decisionId"
    from bulk_item i
    join review_case c on c.dataset_id = i.dataset_id and c.id = i.case_id
    left join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
    where i.dataset_id = ${datasetId} and i.bulk_id = ${id} and i.state = 'sample' order by i.n`)
  return rows.map((row) => {
    const state = stateOf(row, action)
    const told = state === 'agrees' || state === 'differs'
    const { n, caseId } = row
    return told
      ? { n, caseId, state, action: row.action, by: row.by, decisionId: row.decisionId }
      : { n, caseId, state, action: null, by: null, decisionId: null }
  })
}

function stateOf(row: Row, wanted: Action): SampleState {
  if (row.hidden) return 'void'
  if (row.open) return 'open'
  if (row.before || row.kind === 'batch' || row.kind === 'reversal') return 'void'
  return row.action === wanted && (wanted !== 'redact' || masksEverything(row)) ? 'agrees' : 'differs'
}

/** As the rest would be redacted: whoever left a finding standing, or masked more, did not agree to that. */
function masksEverything({ spans, seen }: Row): boolean {
  const found = mergeSpans((seen ?? []).flatMap((finding) => finding.spans))
  return same(mergeSpans(spans ?? []), found)
}

const same = (a: readonly Span[], b: readonly Span[]) =>
  JSON.stringify(a.map(key)) === JSON.stringify(b.map(key))
const key = ({ field, start, end }: Span) => [field, start, end]
