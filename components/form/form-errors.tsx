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
  // Without a field to blame the message is the one problem there is, not its heading.
  const title = Object.keys(failure.fieldErrors ?? {}).length > 0 ? failure.message : undefined
  return <ErrorSummary ref={box} title={title} errors={summarise(id, failure)} />
}

function summarise(formId: string, { fieldErrors = {}, message }: FormFailure): SummaryError[] {
  const errors = Object.entries(fieldErrors).flatMap(([name, texts]) =>
    texts.map((text) => ({ href: `#${fieldId(formId, name)}`, text })),
  )
  return errors.length ? errors : [{ text: message }]
}
