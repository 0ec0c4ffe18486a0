import { useSyncExternalStore } from 'react'
import type { Feedback } from '@/lib/golden/feedback'
import { formObject, typedValues } from '@/lib/http/form-object'
import type { FormFailure } from '@/lib/http/form-state'
import type { Worked } from '@/lib/review/passages'
import type { Action } from '@/lib/review/status'
import { type Answer, call, type Shift } from './shift'

/*
 * Votes on their way. The next case is painted before the server has answered for the last one, so what comes of a vote belongs to no
 * page: it waits here until one that is looked at has told it.
 */

export type Outcome = { at: Shift } & (
  | { state: 'recorded'; action: Action }
  /** It was a golden item, whose answer is read now. */
  | { state: 'check'; check: Feedback }
  /** `message` is null where the server could not be reached. */
  | { state: 'refused'; message: string | null }
)

/** `message` is null where the server could not be reached. */
export type Refused = Omit<FormFailure, 'message'> & { message: string | null; worked: Worked }

export type Voted = { action: Action; check: Feedback | null }

let untold: readonly Outcome[] = []
const sending = new Set<Promise<void>>()
const refused = new Map<string, Refused>()
const listeners = new Set<() => void>()

/** What was sent from the page of a case, as it was typed and marked. */
export type Sent = { values: Readonly<Record<string, string>>; worked: Worked }

/** More than can be taken back within ten seconds. */
const MOST_KEPT = 10
const kept = new Map<string, Sent>()
const back = new Map<string, Sent>()

/** Keeps what is sent about a case, for who takes it back. */
export function keepSent(caseId: string, form: FormData, worked: Worked): void {
  back.delete(caseId)
  kept.delete(caseId)
  kept.set(caseId, { values: typedValues(form), worked })
  for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest)
}

/** What was sent about this case was taken back. */
export function takeBack(caseId: string): void {
  const sent = kept.get(caseId)
  if (sent) back.set(caseId, sent)
}

/** What was taken back of this case, for its page to go on with. */
export const takenBack = (caseId: string): Sent | null => back.get(caseId) ?? null

/** Sends a vote, also when the page is closed at once. `worked`: its passages, for who comes back to mend it. */
export function send(at: Shift, form: FormData, worked: Worked): void {
  const body = formObject(form)
  refused.delete(at.caseId)
  const sent = call<Voted>('votes', body, true).then((answer) => {
    sending.delete(sent)
    if (!answer.ok)
      refused.set(at.caseId, { ...answer, fieldErrors: answer.fields, values: typedValues(form), worked })
    tell([...untold, { at, ...outcomeOf(answer) }])
  })
  sending.add(sent)
}

/** When every vote has its answer. A claim asked for before would hand out the case that is being voted on. */
export const settled = async (): Promise<void> => {
  await Promise.all(sending)
}

/** What its reader has not been told yet, the oldest first. */
export const useUntold = (): readonly Outcome[] =>
  useSyncExternalStore(
    subscribe,
    () => untold,
    () => NONE,
  )

/** It was told. */
export function told(outcome: Outcome): void {
  tell(untold.filter((one) => one !== outcome))
}

/** The vote on this case that was refused, as it was typed and marked: for the page that it is mended on. */
export const refusedVote = (caseId: string): Refused | null => refused.get(caseId) ?? null

const NONE: readonly Outcome[] = []

function outcomeOf(answer: Answer<Voted>) {
  if (!answer.ok) return { state: 'refused', message: answer.message } as const
  const { action, check } = answer.data
  return check ? ({ state: 'check', check } as const) : ({ state: 'recorded', action } as const)
}

function tell(next: readonly Outcome[]): void {
  untold = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
