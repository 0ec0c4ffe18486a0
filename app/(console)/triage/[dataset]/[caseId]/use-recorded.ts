import { useCallback } from 'react'
import { useRouter } from 'next/navigation'
import { useT } from '#i18n'
import { useToast } from '@/components/ui/toast'
import type { Action } from '@/lib/review/status'
import { takeBack } from './outbox'
import { call } from './shift'
import { stay } from './use-claim'

/**
 * A case that was voted on, decided or left to others, and its address, for who takes that back. `claimed`: nothing of it is to be given
 * back then; a page held it before, and goes on holding it, or what was sent took no slot.
 */
export type VotedOn = { datasetId: string; caseId: string; href: string; claimed: boolean }

/** How a case was left: passed on to others, or to a lead. */
export type Left = 'skipped' | 'asked'

/** Says what was recorded, and takes it back within so many seconds; with none it holds already. */
export function useRecorded(): (on: VotedOn, said: Action | Left, seconds?: number) => void {
  const router = useRouter()
  const t = useT('decide')
  const labels = useT('labels.action')
  const toast = useToast()
  return useCallback(
    ({ datasetId, caseId, href, claimed }, said, seconds = 10) => {
      const undo = async () => {
        const answer = await call('votes/undo', { datasetId, caseId })
        if (!answer.ok) return toast({ text: answer.message ?? t('unreachable') })
        takeBack(caseId)
        toast({ text: t('takenBack') })
        if (claimed) stay()
        // Given back before the page is read again, or the case would have no room for its own voter.
        else await call('claims/release', { datasetId, caseId })
        router.push(href)
      }
      toast({
        text:
          said === 'skipped' || said === 'asked'
            ? t(`leave.${said}`)
            : t('recorded', { action: labels(`${said}.past`) }),
        ...(seconds > 0 ? { action: { label: t('undo'), run: () => void undo() }, seconds } : {}),
      })
    },
    [router, toast, t, labels],
  )
}
