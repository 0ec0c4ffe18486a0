import { type RefObject, useEffect } from 'react'
import { useKeymap } from '@/components/keys/keymap'
import { commandOf } from '@/lib/keyboard/labels'

const NO_CODES: readonly string[] = []

/** One hand, wherever in its dialog the focus is: the number of a reason chooses it, Enter or the key that submits sends. */
export function useReasonKeys(inside: RefObject<HTMLElement | null>, all: readonly string[]): void {
  const keymap = useKeymap()
  const codes = keymap.enabled ? all : NO_CODES
  // The dialog belongs to the button that opens it.
  useEffect(() => {
    const dialog = inside.current?.closest('dialog')
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey || event.altKey)
        return
      const form = inside.current?.closest('form')
      const wanted = codes[Number(event.key) - 1]
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
    }
    dialog?.addEventListener('keydown', onKey)
    return () => dialog?.removeEventListener('keydown', onKey)
  }, [inside, codes, keymap])
}
