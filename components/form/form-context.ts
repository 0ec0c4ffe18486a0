'use client'

import { createContext, use } from 'react'
import type { FormState } from '@/lib/http/form-state'

export type FormContextValue = {
  id: string
  state: FormState
  pending: boolean
  /** What was typed before this page was there; an answer of the server counts for more. */
  typed?: Readonly<Record<string, string>> | undefined
}

export const FormContext = createContext<FormContextValue | null>(null)

export function useFormContext(): FormContextValue {
  const context = use(FormContext)
  if (!context) throw new Error('A form field needs a <Form> above it')
  return context
}

/** Id, errors and typed value of one field, as the last answer of the server, or a page before this one, left them. */
export function useFormField(name: string): {
  id: string
  errors: readonly string[]
  value: string | undefined
} {
  const { id, state, typed } = useFormContext()
  const failure = state?.ok === false ? state : null
  const values = failure ? failure.values : typed
  return { id: fieldId(id, name), errors: failure?.fieldErrors?.[name] ?? [], value: values?.[name] }
}

export function fieldId(formId: string, name: string): string {
  return `${formId}-${name}`
}
