'use client'

import { useEffect, useRef } from 'react'
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary'
import type { FormFailure } from '@/lib/http/form-state'
import { fieldId, useFormContext } from './form-context'

/** The error summary of the form around it; it takes the focus whenever a submit was refused. */
export function FormErrors() {
  const { id, state } = useFormContext()
  const box = useRef<HTMLDivElement>(null)
  const failure = state?.ok === false ? state : null
  // Focus is the browser's, not React's: somebody who cannot see the page has to be told that nothing was sent.
  useEffect(() => {
    if (failure) box.current?.focus()
  }, [failure])
  if (!failure) return null
  const errors = summarise(id, failure)
  // Without a field to blame the message is the one problem there is, not its heading; nor is it where a field says the same.
  const isSaid = errors.some(({ text }) => bare(text) === bare(failure.message))
  return <ErrorSummary ref={box} title={isSaid ? undefined : failure.message} errors={errors} />
}

const bare = (text: string) => text.replace(/\.$/, '')

function summarise(formId: string, { fieldErrors = {}, message }: FormFailure): SummaryError[] {
  const errors = Object.entries(fieldErrors).flatMap(([name, texts]) =>
    texts.map((text) => ({ href: `#${fieldId(formId, name)}`, text })),
  )
  return errors.length ? errors : [{ text: message }]
}
