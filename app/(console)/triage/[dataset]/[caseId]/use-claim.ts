import { useCallback, useEffect, useRef, useState } from 'react'
import { paths } from '@/lib/paths'
import { settled } from './outbox'
import { call, type Shift } from './shift'

const RENEW_EVERY_MS = 60_000

/**
 * Keeps the claim of this case alive while its page is looked at, gives it back when the page is left, and claims the next one ahead,
 * so that it is there when it is wanted. `next`: its address; null when nothing is left; undefined while it is asked for.
 */
export function useClaim(at: Shift): {
  next: string | null | undefined
  /** The same as soon as it is known: who is quicker than the answer waits for it. Undefined when there was none. */
  whenKnown: () => Promise<string | null | undefined>
  held: boolean
  /** Said before going to the next case: what is held goes along. */
  moveOn: () => void
  leave: (to: string) => void
} {
  const [next, setNext] = useState<string | null | undefined>(undefined)
  const [held, setHeld] = useState(true)
  const ahead = useRef<string | null>(null)
  const asked = useRef<Promise<string | null | undefined>>(Promise.resolve(undefined))
  const going = useRef(false)
  const { datasetId, dataset, caseId, shift } = at

  useEffect(() => {
    let live = true
    const claimed = { datasetId, queueId: shift, held: [caseId] }
    const claim = () => call<{ caseId: string | null }>('claims', claimed)
    // Not before the case voted on last is settled: it would be handed out again.
    asked.current = settled()
      .then(claim)
      .then((answer) => {
        if (!answer.ok) return undefined
        const { caseId: found } = answer.data
        const address = found && paths.shiftCase(dataset, found, shift)
        if (live) {
          ahead.current = found
          setNext(address)
        }
        return address
      })
    return () => {
      live = false
    }
  }, [datasetId, dataset, caseId, shift])

  useEffect(() => {
    const renew = async () => {
      if (document.visibilityState !== 'visible') return
      const answer = await call<{ held: boolean }>('claims/renew', { datasetId, caseId })
      if (answer.ok) setHeld(answer.data.held)
    }
    const timer = setInterval(renew, RENEW_EVERY_MS)
    document.addEventListener('visibilitychange', renew)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', renew)
    }
  }, [datasetId, caseId])

  const release = useCallback(() => {
    if (going.current) return
    going.current = true
    for (const id of [caseId, ahead.current])
      if (id) void call('claims/release', { datasetId, caseId: id }, true)
  }, [datasetId, caseId])

  // Whoever closes the tab, or follows a link to elsewhere, leaves both: the case on the screen and the one behind it.
  useEffect(() => {
    clearTimeout(leaving.get(caseId))
    window.addEventListener('pagehide', release)
    return () => {
      window.removeEventListener('pagehide', release)
      // Not at once: React may put the same page back, as it does in development.
      leaving.set(caseId, setTimeout(release, 500))
    }
  }, [caseId, release])

  useEffect(() => {
    onScreen = going
    return () => {
      if (onScreen === going) onScreen = null
    }
  }, [])

  const moveOn = useCallback(() => {
    going.current = true
  }, [])
  const leave = useCallback(
    (to: string) => {
      release()
      window.location.assign(to)
    },
    [release],
  )
  const whenKnown = useCallback(() => asked.current, [])
  return { next, whenKnown, held, moveOn, leave }
}

/** Of the case that is shown now. */
let onScreen: { current: boolean } | null = null

/**
 * Said before going back to the case before: what is held stays held, and comes next again. Given back half a second later, the case
 * that the page before has just been promised would be somebody else's.
 */
export function stay(): void {
  if (onScreen) onScreen.current = true
}

/** Claims about to be given back, by case. */
const leaving = new Map<string, ReturnType<typeof setTimeout>>()
