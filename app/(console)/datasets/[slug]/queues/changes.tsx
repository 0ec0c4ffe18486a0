import { useT } from '#i18n'
import { ChangeList } from '@/components/ui/change-list'
import type { QueueChangeView } from '@/lib/review/queue-changes'
import { describeChange } from '@/lib/review/describe-change'

/** Who changed the rules of review, when, and how they were before. */
export function Changes({ changes }: { changes: readonly QueueChangeView[] }) {
  const t = useT('queues.page')
  return (
    <ChangeList
      none={t('unchanged')}
      changes={changes.map((change) => ({
        key: change.id,
        at: change.at,
        said: <Described change={change} />,
      }))}
    />
  )
}

function Described({ change }: { change: QueueChangeView }) {
  const { sentence, details } = describeChange(change)
  return (
    <>
      {sentence}
      {details.length > 0 ? (
        <ul className="mt-1 ps-4 text-ink-soft">
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
