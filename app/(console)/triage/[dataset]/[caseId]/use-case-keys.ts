import { type RefObject, useEffect, useEffectEvent } from 'react'
import { useRouter } from 'next/navigation'
import { ACTION } from '@/lib/review/labels'
import { ACTIONS, type Action } from '@/lib/review/status'

type Keys = {
  /** An element inside the form that Enter sends. */
  form: RefObject<HTMLElement | null>
  chooseAction: (action: Action) => void
  /** By place in the list, from 0. */
  chooseReason: (index: number) => void
  nextHref: string | null
}

/** The keys of the case page, as the sheet names them. None fires while somebody types, with a modifier, or under a dialog. */
export function useCaseKeys(keys: Keys): void {
  const router = useRouter()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return
    if (document.querySelector('dialog[open]')) return
    const act = actionOf(event, keys, (href) => router.push(href))
    if (!act) return
    event.preventDefault()
    act()
  })
  // A key of the whole page has no element to sit on.
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}

function actionOf(
  { key, target }: KeyboardEvent,
  keys: Keys,
  go: (href: string) => void,
): (() => void) | undefined {
  const { form, chooseAction, chooseReason, nextHref } = keys
  const action = ACTIONS.find((known) => ACTION[known].key === key.toLowerCase())
  if (action) return isOffered(action) ? () => chooseAction(action) : undefined
  if (/^[1-9]$/.test(key)) return () => chooseReason(Number(key) - 1)
  switch (key.toLowerCase()) {
    // Enter and Space belong to the control that has the focus, where it has a use for them.
    case 'enter':
      return isControl(target, 'a, button, summary')
        ? undefined
        : () => form.current?.closest('form')?.requestSubmit()
    case ' ':
      return isControl(target, 'a, button, summary, input') ? undefined : press('[data-reveal] button')
    case 's':
    case 'j':
      return press('[data-skip] button') ?? (nextHref ? () => go(nextHref) : undefined)
    case 'e':
      return press('[data-escalate] button')
    case 'u':
      return press('[data-undo]')
    case 'a':
      return press('[data-add-selection]')
    case 'n':
      return () => form.current?.querySelector<HTMLElement>('textarea[name="note"]')?.focus()
    case '?':
      return press('[data-shortcuts] button')
    default:
      return undefined
  }
}

function press(selector: string): (() => void) | undefined {
  const button = document.querySelector<HTMLElement>(selector)
  return button ? () => button.click() : undefined
}

const isOffered = (action: Action) =>
  document.querySelector<HTMLInputElement>(`input[name="action"][value="${action}"]`)?.disabled === false

const isControl = (target: EventTarget | null, selector: string) =>
  target instanceof Element && target.closest(selector) !== null

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true
  return (
    target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(target.type)
  )
}
