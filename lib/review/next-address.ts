import 'server-only'
import type { Member } from '@/lib/auth/actor'
import { paths } from '@/lib/paths'
import type { DecideView } from './decide'
import { nextInQueue } from './next-case'

/** Where a reviewer goes after a decision: the next case of their queue, else its table. What was done is said there. */
export async function nextAddress(decided: DecideView, actor: Member): Promise<string> {
  const { datasetId, dataset, caseId, queue, state, action, isCheck } = decided
  const done = new URLSearchParams({ done: `${state === 'decided' ? action : 'voted'}:${dataset}:${caseId}` })
  const query = [queue, done.toString()].filter(Boolean).join('&')
  const next = isCheck
    ? { dataset, caseId }
    : await nextInQueue(actor, { queue, after: { datasetId, id: caseId } })
  return next ? paths.reviewCase(next.dataset, next.caseId, query) : paths.triageQueue(query)
}
