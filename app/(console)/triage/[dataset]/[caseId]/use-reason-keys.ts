import { type RefObject, useEffectEvent, useLayoutEffect } from 'react'
import { useKeymap } from '@/components/keys/keymap'
import { commandOf } from '@/lib/keyboard/labels'

/** One hand, wherever in its dialog the focus is: the number of a reason chooses it, Enter or the key that submits sends. */
export function useReasonKeys(inside: RefObject<HTMLElement | null>, codes: readonly string[]): void {
  const keymap = useKeymap()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey || event.altKey) return
    const form = inside.current?.closest('form')
    const wanted = keymap.enabled ? codes[Number(event.key) - 1] : undefined
    if (wanted) {
      const choice = form?.querySelector<HTMLInputElement>(`input[value="${wanted}"]`)
      // With the focus on it, Enter sends the form and not the button that had it.
      choice?.focus()
      choice?.click()
    } else if (
      commandOf(keymap, event.key) === 'submit' ||
      (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement))
    )
      form?.requestSubmit()
    else return
    event.preventDefault()
  })
  // The dialog belongs to the button that opens it. Before the case is painted, as the key that opens it: who works by heart presses
  // both at once, and a number that nobody heard would leave the dialog asking for a reason that was given.
  useLayoutEffect(() => {
    const dialog = inside.current?.closest('dialog')
    const listener = (event: KeyboardEvent) => onKey(event)
    dialog?.addEventListener('keydown', listener)
    return () => dialog?.removeEventListener('keydown', listener)
  }, [inside])
}
