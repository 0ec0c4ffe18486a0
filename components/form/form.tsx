'use client'

import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { cx } from '@/components/ui/cx'
import type { FormAction, FormState } from '@/lib/http/form-state'
import { FormContext } from './form-context'
import { FormErrors } from './form-errors'

/**
 * A form on a server action. Without JavaScript the browser posts it and the page comes back with errors and values; with
 * JavaScript nothing typed is touched, the errors get the focus, and a second submit waits for the first.
 */
export function Form({
  action,
  children,
  className,
  onSuccess,
  resetOnSuccess = false,
  first = null,
  typed,
  takes,
}: {
  action: FormAction
  children: ReactNode
  className?: string
  onSuccess?: (state: Extract<FormState, { ok: true }>) => void
  resetOnSuccess?: boolean
  /** The answer to a submit before this page was there. */
  first?: FormState
  /** What was typed before this page was there, and is not wrong. */
  typed?: Readonly<Record<string, string>> | undefined
  /** Whether what is sent is taken by the page itself, which is left with it; the action does not run then. */
  takes?: (form: FormData) => boolean
}) {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  // The server action itself, not a wrapper: only then does React write a form that posts without JavaScript.
  const [state, submit, pending] = useActionState<FormState, FormData>(action, first)
  const [taken, setTaken] = useState(false)
  useOnSuccess(state, (success) => {
    if (resetOnSuccess) form.current?.reset()
    onSuccess?.(success)
  })

  // React resets a form after its action; submitting by hand keeps what was typed, chosen files included.
  function keepTyped(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending || taken) return
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
    const data = new FormData(event.currentTarget, submitter)
    if (takes?.(data)) setTaken(true)
    else startTransition(() => submit(data))
  }

  return (
    <form
      ref={form}
      action={submit}
      onSubmit={keepTyped}
      className={cx('flex flex-col gap-5', className)}
      noValidate
    >
      <FormContext value={{ id, state, pending: pending || taken, typed }}>
        <FormErrors />
        {children}
        <p role="status" className="text-sm font-medium text-good empty:hidden">
          {state?.ok ? state.message : null}
        </p>
      </FormContext>
    </form>
  )
}

/** Calls back once per answer. An effect, because the answer arrives with a render and the caller may set state. */
function useOnSuccess(state: FormState, callback: (state: Extract<FormState, { ok: true }>) => void) {
  const latest = useRef(callback)
  useEffect(() => {
    latest.current = callback
  })
  useEffect(() => {
    if (state?.ok) latest.current(state)
  }, [state])
}
