import { useCallback } from 'react'
import { useT } from '#i18n'
import type { FormAction } from '@/lib/http/form-state'
import { formObject, typedValues } from '@/lib/http/form-object'
import { paths } from '@/lib/paths'

/** The case a reviewer holds, and the queue they work through (its id, or `all`). */
export type Shift = { datasetId: string; dataset: string; caseId: string; shift: string }

export type Answer<T> =
  | { ok: true; data: T }
  /** Without a message where the server could not be reached. */
  | { ok: false; message: string | null; fields: Record<string, string[]> }

/** Browsers keep 64 KiB alive behind a page that is left, and refuse more. */
const KEPT_ALIVE = 16_000

/** Calls a verb over HTTP. `keepalive`: also when the page is just being left. */
export async function call<T>(verb: string, body: object, keepalive = false): Promise<Answer<T>> {
  const json = JSON.stringify(body)
  try {
    const response = await fetch(`/api/v1/review/${verb}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: json,
      keepalive: keepalive && json.length < KEPT_ALIVE,
    })
    const answer = await response.json()
    return response.ok
      ? { ok: true, data: answer }
      : { ok: false, message: answer.error.message, fields: answer.error.fields ?? {} }
  } catch {
    return { ok: false, message: null, fields: {} }
  }
}

/** Where who decided a case outside the frame of their shift goes on: at the next case, which is claimed, or at the queue. */
export async function afterInShift({ datasetId, dataset, caseId, shift }: Shift): Promise<string> {
  const claimed = { datasetId, queueId: shift, held: [caseId] }
  const claim = await call<{ caseId: string | null }>('claims', claimed)
  if (!claim.ok) return paths.queues()
  const { caseId: next } = claim.data
  return next === null ? paths.queues(datasetId) : paths.shiftCase(dataset, next, shift)
}

/** For how long what was sent can be taken back, as the server answers. */
export const secondsOf = (data: unknown): number =>
  typeof data === 'object' && data !== null && 'seconds' in data ? Number(data.seconds) : 0

/** What a form sends to `verb`, as a form's action: no page load, no queue of server actions behind it. */
export function useSendTo(verb: string): FormAction {
  const t = useT('decide')
  // A form's action must stay the same between renders.
  return useCallback<FormAction>(
    async (_previous, form) => {
      const answer = await call(verb, formObject(form))
      if (answer.ok) return { ok: true, data: answer.data }
      const message = answer.message ?? t('unreachable')
      return { ok: false, message, fieldErrors: answer.fields, values: typedValues(form) }
    },
    [verb, t],
  )
}
