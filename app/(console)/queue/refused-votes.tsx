import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/components/ui/link'
import { paths } from '@/lib/paths'
import type { Refused } from '@/lib/review/shift'
import { forgetRefusedAction } from './actions'

/** Votes that could not be cast when their ten seconds were over, each until its reviewer has read why. */
export const RefusedVotes = ({ refused }: { refused: readonly Refused[] }) =>
  refused.map((vote) => <RefusedVote key={vote.caseId} vote={vote} />)

function RefusedVote({ vote }: { vote: Refused }) {
  const t = useT('queue')
  return (
    <Callout tone="warn" title={t('refused.title', { kind: vote.kind })}>
      <p>
        {vote.why}{' '}
        <Link href={paths.reviewCase(vote.dataset, vote.caseId)} className="link">
          {t('refused.case')}
        </Link>
      </p>
      <div className="mt-2">
        <ActionButton
          action={forgetRefusedAction}
          fields={{ datasetId: vote.datasetId, caseId: vote.caseId }}
          size="sm"
        >
          {t('understood')}
        </ActionButton>
      </div>
    </Callout>
  )
}
