import { paths } from '@/lib/paths'
import type { DecideView } from './decide'

/** Where a reviewer goes after a decision: the next case of their queue, else its table. What was done is said there. */
export function nextAddress({ next, queue, state, action, dataset, caseId }: DecideView): string {
  const done = new URLSearchParams({ done: `${state === 'decided' ? action : 'voted'}:${dataset}:${caseId}` })
  const query = [queue, done.toString()].filter(Boolean).join('&')
  return next ? paths.reviewCase(next.dataset, next.caseId, query) : paths.triageQueue(query)
}
