import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False on the server and without JavaScript: what only the browser can do is not offered then. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
