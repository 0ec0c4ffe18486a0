import Link from 'next/link'
import { paths } from '@/lib/paths'
import { ACTION } from '@/lib/review/labels'
import { ACTIONS } from '@/lib/review/status'

/** What was just decided, on the page that came next: the way back to it is one click. `done` = `action:dataset:case`. */
export function DecidedNote({ done }: { done: string | string[] | undefined }) {
  const [word = '', dataset = '', caseId = ''] = (typeof done === 'string' ? done : '').split(':')
  const action = ACTIONS.find((known) => known === word)
  if (!action && word !== 'voted') return null
  return (
    <p role="status" className="mb-4 rounded-md bg-good-soft px-3 py-1.5 text-sm text-good">
      {action
        ? `Recorded: ${ACTION[action].past}.`
        : 'Your review is recorded; the case waits for another reviewer.'}{' '}
      <Link href={paths.reviewCase(dataset, caseId)} className="font-medium underline">
        Look at it again
      </Link>
    </p>
  )
}
