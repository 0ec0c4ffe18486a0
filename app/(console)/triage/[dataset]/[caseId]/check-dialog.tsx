'use client'

import { useId, useLayoutEffect, useRef } from 'react'
import { useT } from '#i18n'
import { DialogClose, dialogClass } from '@/components/ui/dialog'
import type { Feedback } from '@/lib/golden/feedback'
import { checkTitle } from '@/lib/golden/labels'
import { CheckAnswer } from './check-answer'
import { Key } from './key'

/** The answer to a check, before the next case: Enter or Escape goes on, and nothing else has to be done. */
export function CheckDialog({
  check,
  isBefore = false,
  onDone,
}: {
  check: Feedback
  /** The case behind the dialog is the next one already. */
  isBefore?: boolean
  onDone: () => void
}) {
  const t = useT('decide')
  const checks = useT('checks')
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // Before it is painted: no key of who reads it may go to the case behind it.
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} aria-labelledby={titleId} onClose={onDone} className={dialogClass}>
      <div className="flex flex-col gap-4 p-5">
        <div className="flex items-start justify-between gap-4">
          <h2 id={titleId} className="text-lg">
            {checks(`title.${checkTitle(check)}`)}
          </h2>
          <DialogClose kind="primary" size="sm" className="shrink-0 whitespace-nowrap" autoFocus>
            {t('nextCase')} <Key>⏎</Key>
          </DialogClose>
        </div>
        {isBefore ? <p className="text-sm text-ink-soft">{t('check.before')}</p> : null}
        <CheckAnswer check={check} />
      </div>
    </dialog>
  )
}
