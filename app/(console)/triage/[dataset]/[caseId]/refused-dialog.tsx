'use client'

import { useId, useLayoutEffect, useRef } from 'react'
import { useT } from '#i18n'
import { Button } from '@/components/ui/button'
import { dialogClass } from '@/components/ui/dialog'

/** The vote on the case before was not recorded, and its reviewer is at the next one already: what they wrote is kept there. */
export function RefusedDialog({
  message,
  onDone,
  onBack,
}: {
  /** Null where the server could not be reached. */
  message: string | null
  onDone: () => void
  onBack: () => void
}) {
  const t = useT('decide')
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // Before it is painted: no key of who reads it may go to the case behind it.
  useLayoutEffect(() => dialog.current?.showModal(), [])
  const close = () => dialog.current?.close()
  return (
    <dialog ref={dialog} aria-labelledby={titleId} onClose={onDone} className={dialogClass}>
      <div className="flex flex-col gap-4 p-5">
        <h2 id={titleId} className="text-lg">
          {t('refused.title')}
        </h2>
        <p>{message ?? t('unreachable')}</p>
        <p className="text-sm text-ink-soft">{t('refused.kept')}</p>
        <div className="flex flex-wrap gap-3">
          <Button
            kind="primary"
            autoFocus
            onClick={() => {
              close()
              onBack()
            }}
          >
            {t('refused.back')}
          </Button>
          <Button onClick={close}>{t('refused.stay')}</Button>
        </div>
      </div>
    </dialog>
  )
}
