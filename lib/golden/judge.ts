import { overlapOf } from '@/lib/agreement/span-overlap'
import type { Span } from '@/lib/review/spans'
import type { Action } from '@/lib/review/status'

/** What is right. `spans` null: whatever a redaction masks is. */
export type Expected = {
  actions: readonly Action[]
  /** None = any reason that carries the action. */
  reasons: readonly string[]
  spans: readonly Span[] | null
  /** F1 over characters from which passages are right. */
  leastOverlap: number
}

export type Answer = { action: Action; reasonCode: string; spans: readonly Span[] }

export type Judgement = {
  passed: boolean
  action: boolean
  reason: boolean
  /** F1 of the passages over characters; null where they are not judged. */
  overlap: number | null
}

/** An answer against what is expected: right when its action, its reason and, of a redaction, its passages are. */
export function judge(expected: Expected, answer: Answer, length: number): Judgement {
  const action = expected.actions.includes(answer.action)
  const reason = expected.reasons.length === 0 || expected.reasons.includes(answer.reasonCode)
  const overlap =
    expected.spans && answer.action === 'redact' ? f1(expected.spans, answer.spans, length) : null
  return { passed: action && reason && (overlap ?? 1) >= expected.leastOverlap, action, reason, overlap }
}

/** F1 of two markings of one text over its characters, 0…1. `length`: code points of all fields together. */
export function f1(expected: readonly Span[], given: readonly Span[], length: number): number {
  const { shared } = overlapOf([
    { item: 'golden', rater: 'expected', length, spans: expected },
    { item: 'golden', rater: 'given', length, spans: given },
  ])
  const [wanted = 0, both = 0, , marked = 0] = shared
  return wanted + marked === 0 ? 1 : (2 * both) / (wanted + marked)
}
