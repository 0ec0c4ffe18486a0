import { useCallback, useEffect, useRef, useState } from 'react'
import { paths } from '@/lib/paths'
import { settled } from './outbox'
import { call, type Shift } from './shift'

const RENEW_EVERY_MS = 60_000

/** A page on which nothing was pressed, moved or scrolled for so long is looked at by nobody, however visible it is. */
const GONE_AFTER_MS = 5 * 60_000

/**
 * Keeps the claims of this case and of the one behind it alive while somebody is at the page, gives both back when the page is left,
 * and claims the next one ahead, so that it is there when it is wanted. `next`: its address; null when nothing is left; undefined
 * while it is asked for.
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
    const claimAhead = () => {
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
    }
    const renewed = async (id: string): Promise<boolean | undefined> => {
      const answer = await call<{ held: boolean }>('claims/renew', { datasetId, caseId: id })
      return answer.ok && live && !going.current ? answer.data.held : undefined
    }
    const renewBoth = async () => {
      const isHeld = await renewed(caseId)
      if (isHeld !== undefined) setHeld(isHeld)
      const behind = ahead.current
      if (behind === null || (await renewed(behind)) !== false) return
      // It is somebody else's by now: whoever landed on it could do nothing with it.
      ahead.current = null
      setNext(undefined)
      claimAhead()
    }
    claimAhead()
    const stop = whileActive(() => void renewBoth())
    return () => {
      live = false
      stop()
    }
  }, [datasetId, dataset, caseId, shift])

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

const INPUT = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll', 'focus'] as const

/** Calls `renew` each minute while somebody is at the page, and at once when they come back to it. Returns how to stop. */
function whileActive(renew: () => void): () => void {
  let last = Date.now()
  const isGone = () => document.visibilityState !== 'visible' || Date.now() - last > GONE_AFTER_MS
  const onInput = () => {
    const wasGone = isGone()
    last = Date.now()
    if (wasGone && !isGone()) renew()
  }
  const onVisible = () => {
    last = Date.now()
    if (!isGone()) renew()
  }
  const timer = setInterval(() => isGone() || renew(), RENEW_EVERY_MS)
  for (const event of INPUT) window.addEventListener(event, onInput, { capture: true, passive: true })
  document.addEventListener('visibilitychange', onVisible)
  return () => {
    clearInterval(timer)
    for (const event of INPUT) window.removeEventListener(event, onInput, { capture: true })
    document.removeEventListener('visibilitychange', onVisible)
  }
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
