'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { useRouter } from 'next/navigation'
import { useT } from '#i18n'
import { useToast } from '@/components/ui/toast'
import type { Presence as Present } from '@/lib/review/presence'
import { call } from './shift'
import { useShift } from './shift-frame'

const EVERY_MS = 30_000
/** Whoever goes through cases by the second is not worth a call each. */
const FIRST_MS = 1_000

/**
 * Who else has this case before them, as far as its reader may know. Where its item was taken out of sight meanwhile, it does not stay on
 * the screen either.
 */
export function Presence({ datasetId, caseId }: { datasetId: string; caseId: string }) {
  const t = useT('decide.present')
  const [present, setPresent] = useState<Present | null>(null)
  const router = useRouter()
  const toast = useToast()
  const shift = useShift()
  const onGone = useEffectEvent(() => {
    toast({ text: t('gone') })
    if (shift) shift.goOn()
    else router.refresh()
  })
  useEffect(() => {
    let live = true
    const ask = async () => {
      if (document.visibilityState !== 'visible') return
      const answer = await call<Present>('presence', { datasetId, caseId })
      if (!live || !answer.ok) return
      if (answer.data.gone) {
        // Once: the next page asks for itself.
        live = false
        onGone()
      } else setPresent(answer.data)
    }
    const first = setTimeout(ask, FIRST_MS)
    const timer = setInterval(ask, EVERY_MS)
    document.addEventListener('visibilitychange', ask)
    return () => {
      live = false
      clearTimeout(first)
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [datasetId, caseId])
  return (
    <p role="status" className="mb-3 text-sm text-ink-soft empty:hidden">
      {present ? <Others {...present} /> : null}
    </p>
  )
}

function Others({ others, names }: Present) {
  const t = useT('decide.present')
  if (others === 0) return null
  if (names && names.length > 0) return t('named', { names: names.join(', ') })
  return t('others', { count: others, number: String(others) })
}
