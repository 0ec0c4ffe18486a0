'use client'

import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react'
import { useT } from '#i18n'
import { Button } from './button'

export type Toast = { text: string; action?: { label: string; run: () => void }; seconds?: number }
type Shown = Toast & { id: number }

const ToastContext = createContext<((toast: Toast) => void) | null>(null)

/** Holds the live region at the foot of the window, clear of the actions that stand there on a small screen; one toast at a time, the newest wins. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null)
  const show = useCallback((toast: Toast) => setShown((last) => ({ ...toast, id: (last?.id ?? 0) + 1 })), [])
  const dismiss = useCallback((id: number) => setShown((last) => (last?.id === id ? null : last)), [])
  return (
    <ToastContext value={show}>
      {children}
      <div
        role="status"
        className="no-print pointer-events-none fixed inset-x-0 bottom-4 z-40 flex justify-center px-4 max-lg:bottom-32"
      >
        {shown ? <ToastCard key={shown.id} toast={shown} onGone={() => dismiss(shown.id)} /> : null}
      </div>
    </ToastContext>
  )
}

/** `show({ text, action, seconds })`: ten seconds unless said otherwise, which is how long an Undo is held. */
export function useToast(): (toast: Toast) => void {
  const show = use(ToastContext)
  if (!show) throw new Error('useToast needs a ToastProvider above it')
  return show
}

function ToastCard({ toast, onGone }: { toast: Shown; onGone: () => void }) {
  const t = useT('forms')
  const [held, setHeld] = useState(false)
  // Time belongs to the browser: the card goes by itself, but not while somebody points at it or has the focus in it.
  useEffect(() => {
    if (held) return
    const timer = setTimeout(onGone, (toast.seconds ?? 10) * 1000)
    return () => clearTimeout(timer)
  }, [held, onGone, toast.seconds])
  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex items-center gap-3 rounded-md border border-line-strong bg-surface py-2 ps-4 pe-2 text-sm text-ink shadow-over"
    >
      <span>{toast.text}</span>
      {toast.action ? (
        <Button
          size="sm"
          data-undo
          onClick={() => {
            toast.action?.run()
            onGone()
          }}
        >
          {toast.action.label}
        </Button>
      ) : null}
      <Button kind="quiet" size="sm" onClick={onGone} aria-label={t('dismissMessage')}>
        {t('dismiss')}
      </Button>
    </div>
  )
}
