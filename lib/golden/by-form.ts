import 'server-only'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { isRestrictedCategory } from '@/lib/detection/categories'
import type { EscalateFormInput, ReportFormInput, SkipFormInput } from './input'
import type { Left } from './next-address'
import { escalateInShift, reportInShift, skipInShift } from './shift'

/* The verbs of a shift as a form that the browser posts sends them: with what its reviewer works through, so that they go on in it. */

export async function skipByForm(tx: Tx, actor: Member, input: SkipFormInput): Promise<Left> {
  const { datasetId, queue } = input
  const { dataset, caseId } = await skipInShift(tx, actor, input)
  return { datasetId, dataset, caseId, queue, done: 'skipped' }
}

export async function escalateByForm(tx: Tx, actor: Member, input: EscalateFormInput): Promise<Left> {
  const { datasetId, queue, reason } = input
  const { dataset, caseId, inSight } = await escalateInShift(tx, actor, input)
  const done = inSight ? 'in-sight' : isRestrictedCategory(reason) ? 'hidden' : 'asked'
  return { datasetId, dataset, caseId, queue, done }
}

/** Their place in the case they report it from stays, unless nobody sees that any more. */
export async function reportByForm(tx: Tx, actor: Member, input: ReportFormInput): Promise<Left> {
  const { datasetId, caseId, queue } = input
  const { dataset, restricted, inSight } = await reportInShift(tx, actor, input)
  const at = { datasetId, dataset, caseId, queue }
  return restricted
    ? { ...at, done: 'hidden' }
    : { ...at, done: inSight ? 'in-sight' : 'reported', stays: true }
}
