import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { Link } from '@/components/ui/link'
import { paths } from '@/lib/paths'
import { ACTIONS } from '@/lib/review/status'

/**
 * What was just decided, on the page that came next: the way back to it is one click. `done` = `action:dataset:case`, or what a browser
 * without scripts did otherwise.
 */
export function DecidedNote({ done }: { done: string | string[] | undefined }) {
  const t = useT('triage')
  const labels = useT('labels')
  const other = useOtherDone(done)
  if (other) return <Said>{other}</Said>
  const [word = '', dataset = '', caseId = ''] = (typeof done === 'string' ? done : '').split(':')
  const action = ACTIONS.find((known) => known === word)
  if (!action && word !== 'voted') return null
  return (
    <Said>
      {action ? t('done.decided', { action: labels(`action.${action}.past`) }) : t('done.voted')}{' '}
      <Link href={paths.reviewCase(dataset, caseId)} className="font-medium underline">
        {t('done.again')}
      </Link>
    </Said>
  )
}

function useOtherDone(done: string | string[] | undefined): string | null {
  const t = useT('triage.done')
  switch (done) {
    case 'skipped':
    case 'asked':
    case 'reported':
    case 'hidden':
      return t(done)
    case 'in-sight':
      return t('inSight')
    default:
      return null
  }
}

const Said = ({ children }: { children: ReactNode }) => (
  <p role="status" className="mb-4 rounded-md bg-good-soft px-3 py-1.5 text-sm text-good">
    {children}
  </p>
)
