'use client'

import { type ComponentProps, type ReactNode, useId, useRef } from 'react'
import { useT } from '#i18n'
import { Button, buttonClass, type ButtonKind, type ButtonSize } from './button'
import { useHydrated } from './use-hydrated'

/**
 * A button that opens a native modal dialog: the browser keeps the focus inside, closes on Escape and gives the focus
 * back. Inside, <DialogClose> is the way out. Without JavaScript it is a link to what is inside, which is shown in its place: also where
 * a form in it was refused, and says so.
 */
export function DialogButton({
  label,
  title,
  kind,
  size,
  disabledReason,
  children,
}: {
  label: ReactNode
  title: ReactNode
  kind?: ButtonKind
  size?: ButtonSize
  disabledReason?: string | null
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const placeId = `show-${useId().replace(/\W/g, '')}`
  if (!useHydrated() && !disabledReason)
    return (
      <>
        <a href={`#${placeId}`} className={buttonClass({ kind, size })}>
          {label}
        </a>
        <section id={placeId} aria-labelledby={titleId} className={unfoldedClass}>
          <h2 id={titleId} className="text-lg">
            {title}
          </h2>
          {children}
        </section>
      </>
    )
  return (
    <>
      <Button
        kind={kind}
        size={size}
        disabledReason={disabledReason}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        {label}
      </Button>
      <dialog ref={dialog} aria-labelledby={titleId} className={dialogClass}>
        <DialogFrame titleId={titleId} title={title}>
          {children}
        </DialogFrame>
      </dialog>
    </>
  )
}

/** Title, way out and content, for a <dialog> opened by other means (a key, for instance). */
export function DialogFrame({
  titleId,
  title,
  children,
}: {
  titleId: string
  title: ReactNode
  children: ReactNode
}) {
  const t = useT('labels.verb')
  return (
    <div className="flex flex-col gap-4 p-5">
      <div className="flex items-start justify-between gap-4">
        <h2 id={titleId} className="text-lg">
          {title}
        </h2>
        <DialogClose kind="quiet" size="sm">
          {t('close')}
        </DialogClose>
      </div>
      {children}
    </div>
  )
}

/** Closes the dialog it stands in. */
export function DialogClose({ onClick, ...rest }: ComponentProps<typeof Button>) {
  return (
    <Button
      {...rest}
      onClick={(event) => {
        onClick?.(event)
        event.currentTarget.closest('dialog')?.close()
      }}
    />
  )
}

const unfoldedClass =
  'hidden w-full max-w-xl basis-full flex-col gap-4 rounded-lg border border-line bg-surface p-5 text-start target:flex has-[[data-problems]]:flex'

export const dialogClass =
  'm-auto w-[min(36rem,calc(100vw-2rem))] max-h-[calc(100dvh-4rem)] overflow-y-auto rounded-lg border border-line bg-surface text-ink shadow-over backdrop:bg-scrim'
