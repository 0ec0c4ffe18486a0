import type { Metadata } from 'next'
import { Visible } from '@/components/item/visible'
import { DescriptionList, type Detail } from '@/components/ui/description-list'
import { PageHeader, Section } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { Timeline } from '@/components/ui/timeline'
import { Timestamp } from '@/components/ui/timestamp'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { orNotFound } from '@/lib/http/or-not-found'
import { paths } from '@/lib/paths'
import { policyOf } from '@/lib/policies/queries'
import { questionsOf } from '@/lib/takedowns/kinds'
import { KIND, PROGRESS, STATUS } from '@/lib/takedowns/labels'
import { requestView, type RequestView } from '@/lib/takedowns/queries'
import { describeEvent } from './describe-event'
import { TargetTable } from './target-table'
import { WhatIsToCome } from './what-is-to-come'

export const metadata: Metadata = { title: 'Takedown request' }

export default async function RequestPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireMemberPage(paths.request(id))
  const request = await orNotFound(requestView(actor, id))
  return (
    <>
      <PageHeader
        trail={[{ href: paths.requests(), label: 'Takedown requests' }]}
        title={`Request ${request.reference}`}
        badges={<StatusBadge progress={PROGRESS[request.status]}>{STATUS[request.status]}</StatusBadge>}
        lead={`${KIND[request.kind]}, about ${request.dataset}. It names ${request.summary || 'nothing any more'}.`}
      />
      <div className="grid gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div>
          <Section title="What it names">
            <TargetTable slug={request.slug} targets={request.targets} />
          </Section>
          {request.undecided > 0 ? (
            <WhatIsToCome
              request={request}
              denied={cannot(actor, 'takedown.handle', request.datasetId)}
              reasons={await reasonsToDecide(request)}
            />
          ) : null}
          <Section title="What they say">
            <WhatTheySay request={request} />
          </Section>
        </div>
        <div>
          <Section title="Time">
            <DescriptionList items={times(request)} />
          </Section>
          <Section title="History">
            <Timeline
              label="What happened to this request"
              entries={request.events.map(({ id: key, at, ...event }) => ({
                key,
                title: describeEvent(event),
                when: <Timestamp at={at} />,
              }))}
            />
          </Section>
        </div>
      </div>
    </>
  )
}

async function reasonsToDecide({ datasetId, category }: RequestView) {
  const { reasons } = await policyOf(datasetId)
  return reasons.filter((reason) => reason.category === category)
}

function WhatTheySay({ request: { kind, contact, attestations } }: { request: RequestView }) {
  if (!contact) return <p className="text-sm text-ink-soft">Who asked and what they wrote has been erased.</p>
  const answers = questionsOf(kind).map(({ name, label, options }): Detail => {
    const said =
      name === 'name' ? contact.name : name === 'email' ? contact.email : (contact.answers[name] ?? '')
    const chosen = options?.find(({ value }) => value === said)?.label
    return { term: label.replace(' (optional)', ''), detail: chosen ?? <Said text={said} /> }
  })
  const declared = attestations.map(({ key, text }): Detail => ({
    term: 'Declared',
    detail: <span key={key}>{text}</span>,
  }))
  return (
    <>
      <DescriptionList items={[...answers, ...declared]} />
      <p className="mt-3 text-sm text-ink-soft">
        Only leads and maintainers of this dataset see who asks. Use it for this request and for nothing else.
      </p>
    </>
  )
}

function Said({ text }: { text: string }) {
  return text === '' ? (
    <span className="text-ink-soft">Left empty</span>
  ) : (
    <span className="whitespace-pre-wrap">
      <Visible text={text} />
    </span>
  )
}

function times({ submittedAt, confirmedAt, dueAt, closedAt }: RequestView): Detail[] {
  return [
    { term: 'Sent', detail: <Timestamp at={submittedAt} show="date" /> },
    ...(confirmedAt ? [{ term: 'Confirmed', detail: <Timestamp at={confirmedAt} show="date" /> }] : []),
    ...(dueAt ? [{ term: 'Answer due', detail: <Timestamp at={dueAt} show="date" /> }] : []),
    ...(closedAt ? [{ term: 'Closed', detail: <Timestamp at={closedAt} show="date" /> }] : []),
  ]
}
