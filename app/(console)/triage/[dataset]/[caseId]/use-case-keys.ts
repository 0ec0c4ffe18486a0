import { type RefObject, useEffectEvent, useLayoutEffect } from 'react'
import { useRouter } from 'next/navigation'
import { useKeymap } from '@/components/keys/keymap'
import { commandOf, type Keymap } from '@/lib/keyboard/labels'
import type { Action } from '@/lib/review/status'

type Keys = {
  /** An element inside the form that Enter sends, and how its choices are made: by place in the list, from 0. Null where nothing can be decided. */
  form: RefObject<HTMLElement | null> | null
  chooseAction: (action: Action) => void
  chooseReason: (index: number) => void
  nextHref: string | null
}

/** The keys of the case page, as their reader has them (lib/keyboard/labels.ts). None fires while somebody types, with a modifier, or under a dialog. */
export function useCaseKeys(keys: Keys): void {
  const router = useRouter()
  const keymap = useKeymap()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return
    if (document.querySelector('dialog[open]')) return
    const act = effectOf(event, keymap, keys, (href) => router.push(href))
    if (!act) return
    event.preventDefault()
    act()
  })
  // A key of the whole page has no element to sit on. Before the case is painted: whoever sees it presses a key at once.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}

function effectOf(
  { key, target }: KeyboardEvent,
  keymap: Keymap,
  { form, chooseAction, chooseReason, nextHref }: Keys,
  go: (href: string) => void,
): (() => void) | undefined {
  if (!keymap.enabled) return undefined
  const submit = form ? () => form.current?.closest('form')?.requestSubmit() : undefined
  if (/^[1-9]$/.test(key)) return form ? () => chooseReason(Number(key) - 1) : undefined
  // Enter and Space belong to the control that has the focus, where it has a use for them.
  if (key === 'Enter') return isControl(target, 'a, button, summary') ? undefined : submit
  if (key === ' ' && isControl(target, 'a, button, summary, input')) return undefined
  const command = commandOf(keymap, key)
  switch (command) {
    case undefined:
      return undefined
    case 'submit':
      return submit
    case 'skip':
      return press('[data-skip] button') ?? (nextHref ? () => go(nextHref) : undefined)
    case 'escalate':
      return press('[data-escalate] button')
    case 'report':
      return press('[data-report] button')
    case 'undo':
      return press('[data-undo]')
    case 'reveal':
      return press('[data-reveal] button')
    case 'addSelection':
      return press('[data-add-selection]')
    case 'passages':
      return focus(document.querySelector<HTMLElement>('[data-passages] [data-row][tabindex="0"]'))
    case 'find':
      return focus(document.querySelector<HTMLElement>('[data-find]'))
    case 'note':
      return focus(form?.current?.querySelector<HTMLElement>('textarea[name="note"]'))
    case 'end':
      return press('[data-end]')
    case 'contest':
      return press('[data-contest] button')
    case 'direct':
      return press('[data-direct]')
    case 'help':
      return press('[data-shortcuts] button')
    default:
      return isOffered(command) ? () => chooseAction(command) : undefined
  }
}

function press(selector: string): (() => void) | undefined {
  const button = document.querySelector<HTMLElement>(selector)
  return button ? () => button.click() : undefined
}

const focus = (element: HTMLElement | null | undefined) => (element ? () => element.focus() : undefined)

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
