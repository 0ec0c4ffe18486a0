'use client'

import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import { useRouter } from 'next/navigation'
import { Link } from '@/components/ui/link'
import { paths } from '@/lib/paths'
import type { Feedback } from '@/lib/golden/feedback'
import type { Worked } from '@/lib/review/passages'
import type { Action } from '@/lib/review/status'
import { CheckDialog } from './check-dialog'
import { send, told, useUntold } from './outbox'
import { RefusedDialog } from './refused-dialog'
import type { Shift } from './shift'
import { stay, useClaim } from './use-claim'
import { type Left, useRecorded, type VotedOn } from './use-recorded'

type Frame = {
  at: Shift
  /** To the next case, or to the queue when nothing is left. */
  goOn: () => void
  /** `check`: it was a golden item, whose answer is read before the next case. */
  voted: (action: Action, check: Feedback | null) => void
  /** Sends the vote and goes on at once, where the next case is here already; false where it is not. */
  votedAhead: (form: FormData, worked: Worked) => boolean
  /** It was passed on to others, and can be taken back for so many seconds. */
  left: (how: Left, seconds: number) => void
  leave: () => void
  held: boolean
}

const ShiftContext = createContext<Frame | null>(null)

/** The frame around a case that is held: its claim, the next case behind it, and what to do when it is done. */
export function ShiftFrame({ at, children }: { at: Shift; children: ReactNode }) {
  const router = useRouter()
  const recorded = useRecorded()
  const [check, setCheck] = useState<Feedback | null>(null)
  const { next, whenKnown, held, moveOn, leave } = useClaim(at)
  const frame = useMemo((): Frame => {
    const goOn = () => {
      moveOn()
      const go = (to: string | null | undefined) =>
        router.push(to ?? paths.queues(to === null ? at.datasetId : undefined))
      if (next === undefined) void whenKnown().then(go)
      else go(next)
    }
    const voted = (action: Action, answered: Feedback | null) => {
      if (answered) return setCheck(answered)
      recorded(votedOn(at), action)
      goOn()
    }
    const votedAhead = (form: FormData, worked: Worked) => {
      if (!next) return false
      send(at, form, worked)
      goOn()
      return true
    }
    const left = (how: Left, seconds: number) => {
      if (seconds > 0) recorded(votedOn(at), how)
      goOn()
    }
    return { at, goOn, voted, votedAhead, left, leave: () => leave(paths.queueSummary()), held }
  }, [at, next, whenKnown, held, moveOn, leave, router, recorded])
  return (
    <ShiftContext value={frame}>
      {/* Fetched ahead, so that the next case is painted at once. In sight of the browser: a link that is not displayed fetches nothing. */}
      {next ? (
        <Link href={next} prefetch className="fixed start-0 top-0 size-px" tabIndex={-1} aria-hidden />
      ) : null}
      {children}
      {check ? <CheckDialog check={check} onDone={frame.goOn} /> : null}
      <LastVote at={at} recorded={recorded} />
    </ShiftContext>
  )
}

const votedOn = (at: Shift): VotedOn => ({
  datasetId: at.datasetId,
  caseId: at.caseId,
  href: paths.shiftCase(at.dataset, at.caseId, at.shift),
  claimed: true,
})

/** What came of the vote on the case before, as soon as it is known. */
function LastVote({ at, recorded }: { at: Shift; recorded: ReturnType<typeof useRecorded> }) {
  const router = useRouter()
  const [last] = useUntold()
  // The toast belongs to the frame around all pages.
  useEffect(() => {
    if (last?.state !== 'recorded') return
    told(last)
    recorded(votedOn(last.at), last.action)
  }, [last, recorded])
  if (!last || last.state === 'recorded' || last.at.caseId === at.caseId) return null
  if (last.state === 'check') return <CheckDialog check={last.check} isBefore onDone={() => told(last)} />
  const back = () => {
    stay()
    router.push(paths.shiftCase(last.at.dataset, last.at.caseId, last.at.shift))
  }
  return <RefusedDialog message={last.message} onDone={() => told(last)} onBack={back} />
}

/** The shift this case is held in; null on a case that was opened from a table. */
export const useShift = (): Frame | null => use(ShiftContext)
