import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False on the server and while the page is plain HTML: everything is shown then, because nothing can be opened. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
