import { useT } from '#i18n'
import { Timestamp } from '@/components/ui/timestamp'
import type { QueueChangeView } from '@/lib/review/queue-changes'
import { describeChange } from '@/lib/review/describe-change'

/** Who changed the rules of review, when, and how they were before. */
export function Changes({ changes }: { changes: readonly QueueChangeView[] }) {
  const t = useT('queues.page')
  if (changes.length === 0) return <p className="text-sm text-ink-soft">{t('unchanged')}</p>
  return (
    <ol className="flex flex-col gap-3 text-sm">
      {changes.map((change) => {
        const { sentence, details } = describeChange(change)
        return (
          <li key={change.id} className="wrap-anywhere">
            <Timestamp at={change.at} />: {sentence}
            {details.length > 0 ? (
              <ul className="mt-1 ps-4 text-ink-soft">
                {details.map((detail) => (
                  <li key={detail}>{detail}</li>
                ))}
              </ul>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}
