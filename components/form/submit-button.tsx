'use client'

import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { Button, type ButtonKind, type ButtonSize } from '@/components/ui/button'
import { useFormContext } from './form-context'

/**
 * Sends the <Form> around it. While it is on its way the button keeps the focus and says so in words; these are said beside it, too,
 * because a button that changes its name under the focus is silent to a screen reader.
 */
export function SubmitButton({
  children,
  pendingLabel,
  kind = 'primary',
  size,
  name,
  value,
  disabledReason,
}: {
  children: ReactNode
  pendingLabel?: ReactNode
  kind?: ButtonKind
  size?: ButtonSize
  name?: string
  value?: string
  disabledReason?: string | null
}) {
  const t = useT('forms')
  const { pending } = useFormContext()
  const onItsWay = pending ? (pendingLabel ?? t('sending')) : null
  return (
    <>
      <Button
        type="submit"
        kind={kind}
        size={size}
        name={name}
        value={value}
        disabledReason={disabledReason}
        aria-disabled={pending || undefined}
        className="self-start aria-disabled:cursor-progress"
      >
        {onItsWay ?? children}
      </Button>
      <span aria-live="polite" className="sr-only">
        {onItsWay}
      </span>
    </>
  )
}
