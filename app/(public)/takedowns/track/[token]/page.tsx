import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { QuestionPage } from '@/components/shell/question-page'
import { Callout } from '@/components/ui/callout'
import { CopyButton } from '@/components/ui/copy-button'
import { StatusBadge } from '@/components/ui/status-badge'
import { Timeline } from '@/components/ui/timeline'
import { KIND, PROGRESS, STATUS } from '@/lib/takedowns/labels'
import { isOutcome, OUTCOME_SUMMARY, redressOf, whatFollows } from '@/lib/takedowns/outcome'
import { trackingView, type TrackingView } from '@/lib/takedowns/tracking'
import { ContestForm } from './contest-form'
import { NamedTargets } from './named-targets'
import { stepsOf } from './steps'
import { WithdrawForm } from './withdraw-form'

export const metadata: Metadata = {
  title: 'Your request',
  robots: { index: false, follow: false },
  referrer: 'strict-origin',
}

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ first?: string }> }

export default async function TrackPage({ params, searchParams }: Props) {
  const [{ token }, { first }] = await Promise.all([params, searchParams])
  const view = await trackingView(token)
  if (!view) notFound()
  return (
    <QuestionPage
      title={`Your request ${view.reference}`}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {KIND[view.kind]} · {view.dataset}{' '}
          <StatusBadge progress={PROGRESS[view.status]}>{STATUS[view.status]}</StatusBadge>
        </span>
      }
    >
      <div className="flex flex-col gap-10">
        {first ? <KeepThisLink url={view.url} /> : null}
        <Part title="Where it stands">
          <Timeline label="What happened to this request" entries={stepsOf(view)} />
        </Part>
        <Outcome view={view} />
        <Part title="What you named">
          <NamedTargets targets={view.targets} />
        </Part>
        {view.mayContest ? (
          <Part title="If you do not agree">
            <ContestForm token={token} />
          </Part>
        ) : null}
        <Part title="Who sees what">
          <WhatIsPublic restricted={view.restricted} />
        </Part>
        {view.mayWithdraw ? (
          <Part title="Withdraw the request">
            <WithdrawForm token={token} />
          </Part>
        ) : null}
        {first ? null : <KeepThisLink url={view.url} />}
      </div>
    </QuestionPage>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-4 text-xl">{title}</h2>
      {children}
    </section>
  )
}

function KeepThisLink({ url }: { url: string }) {
  return (
    <div className="no-print">
      <Callout tone="note" title="Keep the address of this page">
        <p>
          Who has it sees this request and can withdraw it. It is in the mail we have sent you; we cannot make
          another.
        </p>
        <p className="mt-2 flex flex-wrap items-center gap-2">
          <code className="font-mono text-sm wrap-anywhere">{url}</code>
          <CopyButton text={url} subject="the address of this page" />
        </p>
      </Callout>
    </div>
  )
}

function Outcome({ view: { kind, status, mayContest } }: { view: TrackingView }) {
  if (!isOutcome(status)) return null
  return (
    <Part title="The outcome">
      <div className="flex flex-col gap-3 text-base">
        <p>{OUTCOME_SUMMARY[status]}</p>
        <p>{whatFollows(kind, status)}</p>
        <p>{redressOf(kind, mayContest ? 'below' : null)}</p>
      </div>
    </Part>
  )
}

function WhatIsPublic({ restricted }: { restricted: boolean }) {
  return (
    <ul className="flex list-disc flex-col gap-2 ps-6 text-base">
      {restricted ? (
        <li>
          Only the safety officers of this instance see this request. The public log shows that something
          happened, not what.
        </li>
      ) : (
        <>
          <li>
            Public: the log shows that there is a request about this dataset, and the hour of each step.
          </li>
          <li>Reviewers of the dataset see the items, and that a request asks about them. Not who asks.</li>
          <li>Leads and maintainers of the dataset see what you wrote, your name and your address.</li>
        </>
      )}
      <li>Your name, your address and your words are stored encrypted and erased after a year.</li>
    </ul>
  )
}
