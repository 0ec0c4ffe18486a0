import type { ReactNode } from 'react'
import { useLocale, useT } from '#i18n'
import { Messages } from '@/app/messages'
import { QuestionPage } from '@/components/shell/question-page'
import { Callout } from '@/components/ui/callout'
import { Copied } from '@/components/ui/copied'
import { formatMinute } from '@/lib/format'
import { isClosed } from '@/lib/takedowns/status'
import type { TrackingView } from '@/lib/takedowns/tracking'
import { LeavePage } from '../../urgent/leave-page'
import { WhereItStands } from './where-it-stands'

/**
 * The private page of what only safety officers see. Somebody may look over its reader's shoulder: until they open the details, it
 * says that there is a message and where it stands, not what it is about.
 */
export function QuietPage({
  view,
  done,
  first,
  others,
  children,
}: {
  view: TrackingView
  /** What its reader did here last. */
  done: { of: string; deed: string | null }
  first: boolean
  /** The pages of what was sent with it, to be kept like this one. */
  others: readonly string[]
  children: ReactNode
}) {
  const t = useT('urgent.track')
  return (
    <>
      <Messages areas={['urgent']}>
        <LeavePage />
      </Messages>
      <QuestionPage
        title={t('heading', { reference: view.reference })}
        lead={
          <WhereItStands {...done} arrived={first}>
            <Standing view={view} />
          </WhereItStands>
        }
      >
        <div className="flex flex-col gap-10">
          {first ? <Keep url={view.url} others={others} /> : null}
          <details className="text-base">
            <summary className="link inline-block cursor-pointer py-3">{t('details')}</summary>
            <div className="mt-6 flex flex-col gap-10">{children}</div>
          </details>
          {first ? null : <Keep url={view.url} others={others} />}
        </div>
      </QuestionPage>
    </>
  )
}

function Standing({ view: { status, dueAt } }: { view: TrackingView }) {
  const t = useT('urgent.track')
  const locale = useLocale()
  if (status === 'needs_info' || status === 'needs_identity') return <p>{t('status.asked')}</p>
  if (status === 'withdrawn') return <p>{t('status.withdrawn')}</p>
  if (isClosed(status)) return <p>{t('status.answered')}</p>
  return (
    <p>
      {dueAt
        ? t('status.received', { by: t('by', { date: formatMinute(dueAt, locale) }) })
        : t('status.receivedOnly')}
    </p>
  )
}

function Keep({ url, others }: { url: string; others: readonly string[] }) {
  const t = useT('urgent.track')
  return (
    <div className="no-print">
      <Callout tone="note" title={t('keep')}>
        <p>{t('keepText')}</p>
        <Address url={url} />
        {others.length > 0 ? (
          <>
            <p className="mt-4">{t('others')}</p>
            {others.map((other) => (
              <Address key={other} url={other} />
            ))}
          </>
        ) : null}
      </Callout>
    </div>
  )
}

function Address({ url }: { url: string }) {
  const t = useT('urgent.track')
  return (
    <div className="mt-2">
      <Copied text={url} subject={t('address')} />
    </div>
  )
}
