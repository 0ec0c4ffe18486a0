/** Why a form was refused: one sentence, messages per field, and what was typed (so that a page without JavaScript keeps it). */
export type FormFailure = {
  ok: false
  message: string
  fieldErrors?: Record<string, string[]>
  values?: Record<string, string>
}

/** What a server action answers to its form; null before the first submit. */
export type FormState = { ok: true; data?: unknown; message?: string } | FormFailure | null

/** A server action as `useActionState` calls it. */
export type FormAction = (prev: FormState, formData: FormData) => Promise<FormState>
