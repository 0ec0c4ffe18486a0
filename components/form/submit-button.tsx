'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { useT } from '#i18n'
import { Button, type ButtonKind, type ButtonSize } from '@/components/ui/button'
import { useFormContext } from './form-context'

/** An answer that is here sooner speaks for itself; said as well, this would come behind it. */
const LASTING_MS = 700

/**
 * Sends the <Form> around it. While it is on its way the button keeps the focus and says so in words. Where that lasts, they are said
 * beside it, too: a button that changes its name under the focus is silent to a screen reader.
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
  const lasts = useLasting(pending)
  const onItsWay = pendingLabel ?? t('sending')
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
        {pending ? onItsWay : children}
      </Button>
      <span aria-live="polite" className="sr-only">
        {lasts ? onItsWay : null}
      </span>
    </>
  )
}

/** Whether it goes on for longer than a moment. */
function useLasting(pending: boolean): boolean {
  const [lasts, setLasts] = useState(false)
  // Time belongs to the browser.
  useEffect(() => {
    if (!pending) return
    const timer = setTimeout(() => setLasts(true), LASTING_MS)
    return () => {
      clearTimeout(timer)
      setLasts(false)
    }
  }, [pending])
  return lasts
}
