'use client'

import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from 'react'
import { useT } from '#i18n'
import { Button } from './button'

export type Toast = { text: string; action?: { label: string; run: () => void }; seconds?: number }
type Shown = Toast & { id: number }

/** What is said to a screen reader, in this order: what was done, what page came of it, what a key has chosen on it. */
const SAID = ['deed', 'page', 'choice'] as const
type Said = (typeof SAID)[number]

/** What comes together is said as one, a moment after the name of a page: of two things at once some screen readers say only one. */
const AFTER_MS = 400

const ToastContext = createContext<((toast: Toast) => void) | null>(null)
const HeardContext = createContext<((about: Said, words: string) => void) | null>(null)

/** Holds the live region at the foot of the window, clear of the actions that stand there on a small screen; one toast at a time, the newest wins. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null)
  const [heard, hear] = useSaidTogether()
  const show = useCallback(
    (toast: Toast) => {
      setShown((last) => ({ ...toast, id: (last?.id ?? 0) + 1 }))
      hear('deed', toast.text)
    },
    [hear],
  )
  const dismiss = useCallback((id: number) => setShown((last) => (last?.id === id ? null : last)), [])
  return (
    <ToastContext value={show}>
      <HeardContext value={hear}>{children}</HeardContext>
      <div aria-live="polite" className="sr-only">
        {/* Made anew each time: the same words are said again. */}
        <p key={heard.n}>{heard.words}</p>
      </div>
      <div
        role="status"
        // It is said above.
        aria-live="off"
        className="no-print pointer-events-none fixed inset-x-0 bottom-4 z-40 flex justify-center px-4 max-lg:bottom-32"
      >
        {shown ? <ToastCard key={shown.id} toast={shown} onGone={() => dismiss(shown.id)} /> : null}
      </div>
    </ToastContext>
  )
}

function useSaidTogether() {
  const [heard, setHeard] = useState({ words: '', n: 0 })
  const waiting = useRef<Partial<Record<Said, string>>>({})
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined)
  const hear = useCallback((about: Said, words: string) => {
    // What was chosen before it is in what was done.
    if (about === 'deed') delete waiting.current.choice
    waiting.current[about] = words
    clearTimeout(soon.current)
    soon.current = setTimeout(() => {
      const said = SAID.flatMap((one) => waiting.current[one] ?? [])
      waiting.current = {}
      setHeard(({ n }) => ({ words: said.join(' '), n: n + 1 }))
    }, AFTER_MS)
  }, [])
  return [heard, hear] as const
}

/** `show({ text, action, seconds })`: ten seconds unless said otherwise, which is how long an Undo is held. */
export function useToast(): (toast: Toast) => void {
  const show = use(ToastContext)
  if (!show) throw new Error('useToast needs a ToastProvider above it')
  return show
}

/** Says something to a screen reader alone, and leaves the focus where it is: of what everybody else sees. */
export function useHeard(): (about: Said, words: string) => void {
  const hear = use(HeardContext)
  if (!hear) throw new Error('useHeard needs a ToastProvider above it')
  return hear
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
