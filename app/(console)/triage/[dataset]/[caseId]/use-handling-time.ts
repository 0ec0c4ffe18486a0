import { type RefObject, useEffect, useRef } from 'react'

/** Adds to what the form sends how long the case was open, in milliseconds. Returns the ref of an element inside the form. */
export function useHandlingTime(): RefObject<HTMLDivElement | null> {
  const inside = useRef<HTMLDivElement>(null)
  // The clock and the form's own event are the browser's.
  useEffect(() => {
    const form = inside.current?.closest('form')
    const opened = performance.now()
    const add = (event: FormDataEvent) =>
      event.formData.set('handlingMs', String(Math.round(performance.now() - opened)))
    form?.addEventListener('formdata', add)
    return () => form?.removeEventListener('formdata', add)
  }, [])
  return inside
}
