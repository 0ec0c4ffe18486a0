'use client'

import type { ReactNode } from 'react'
import type { ButtonKind, ButtonSize } from '@/components/ui/button'
import type { FormAction, FormState } from '@/lib/http/form-state'
import { Form } from './form'
import { SubmitButton } from './submit-button'

/** A form that is one button: a verb on a thing that is named by hidden fields. */
export function ActionButton({
  action,
  fields,
  children,
  kind = 'secondary',
  size,
  pendingLabel,
  disabledReason,
  onSuccess,
}: {
  action: FormAction
  fields: Readonly<Record<string, string>>
  children: ReactNode
  kind?: ButtonKind
  size?: ButtonSize
  pendingLabel?: ReactNode
  disabledReason?: string | null
  onSuccess?: (state: Extract<FormState, { ok: true }>) => void
}) {
  return (
    <Form action={action} onSuccess={onSuccess} className="gap-2">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton kind={kind} size={size} pendingLabel={pendingLabel} disabledReason={disabledReason}>
        {children}
      </SubmitButton>
    </Form>
  )
}
