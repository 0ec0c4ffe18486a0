import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { Callout } from '@/components/ui/callout'
import { Timestamp } from '@/components/ui/timestamp'
import type { RetiredNotice } from '@/lib/golden/queries'
import type { OwnStanding } from '@/lib/golden/standing'
import { standingInWords } from '@/lib/golden/words'
import { acknowledgeRetiredAction } from './actions'

/** Where the answers of a reviewer to checks are below what a dataset asks for: said to them alone. */
export function Standings({ standings }: { standings: readonly OwnStanding[] }) {
  const t = useT('queue')
  return standings
    .filter(({ state }) => state !== 'fine')
    .map((standing) => (
      <Callout key={standing.datasetId} tone="warn" title={t('standing', { dataset: standing.dataset })}>
        {standingInWords(standing)}
      </Callout>
    ))
}

/** A check they answered was a bad one. */
export function TakenBack({ notice }: { notice: RetiredNotice }) {
  const t = useT('queue')
  return (
    <Callout title={t('takenBack.title')}>
      <p className="wrap-anywhere whitespace-pre-line">
        {t.rich(notice.passed ? 'takenBack.passed' : 'takenBack.failed', {
          dataset: notice.dataset,
          at: () => <Timestamp at={notice.at} />,
        })}{' '}
        {notice.note ? t('takenBack.note', { note: notice.note }) : ''}
      </p>
      <div className="mt-2">
        <ActionButton
          action={acknowledgeRetiredAction}
          fields={{ datasetId: notice.datasetId, servingId: notice.servingId }}
          size="sm"
        >
          {t('understood')}
        </ActionButton>
      </div>
    </Callout>
  )
}
