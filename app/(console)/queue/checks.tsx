import { ActionButton } from '@/components/form/action-button'
import { Callout } from '@/components/ui/callout'
import { Timestamp } from '@/components/ui/timestamp'
import { standingInWords } from '@/lib/golden/labels'
import type { RetiredNotice } from '@/lib/golden/queries'
import type { OwnStanding } from '@/lib/golden/standing'
import { acknowledgeRetiredAction } from './actions'

/** Where the answers of a reviewer to checks are below what a dataset asks for: said to them alone. */
export function Standings({ standings }: { standings: readonly OwnStanding[] }) {
  return standings
    .filter(({ state }) => state !== 'fine')
    .map((standing) => (
      <Callout key={standing.datasetId} tone="warn" title={`Your checks in ${standing.dataset}`}>
        {standingInWords(standing)}
      </Callout>
    ))
}

/** A check they answered was a bad one. */
export function TakenBack({ notice }: { notice: RetiredNotice }) {
  return (
    <Callout title="A check you answered was taken back">
      <p className="wrap-anywhere whitespace-pre-line">
        It was in {notice.dataset}, <Timestamp at={notice.at} />, and your answer{' '}
        {notice.passed ? 'was' : 'was not'} the one that was expected. That counts for nothing any more.{' '}
        {notice.note ? `A lead writes: ${notice.note}` : ''}
      </p>
      <div className="mt-2">
        <ActionButton
          action={acknowledgeRetiredAction}
          fields={{ datasetId: notice.datasetId, servingId: notice.servingId }}
          size="sm"
        >
          Understood
        </ActionButton>
      </div>
    </Callout>
  )
}
