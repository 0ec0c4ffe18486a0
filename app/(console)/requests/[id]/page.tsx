import type { Metadata } from 'next'
import { useT } from '#i18n'
import { Visible } from '@/components/item/visible'
import { DescriptionList, type Detail } from '@/components/ui/description-list'
import { PageHeader, Section } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { Timeline } from '@/components/ui/timeline'
import { Timestamp } from '@/components/ui/timestamp'
import type { Member } from '@/lib/auth/actor'
import { cannot } from '@/lib/auth/cannot'
import { can } from '@/lib/auth/permissions'
import { requireMemberPage } from '@/lib/auth/session'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT, translatorFor } from '@/lib/i18n/server'
import { againOf } from '@/lib/other-side/look-again'
import { paths } from '@/lib/paths'
import { policyOf } from '@/lib/policies/queries'
import { questionsOf } from '@/lib/takedowns/kinds'
import { optionsIn } from '@/lib/takedowns/question'
import { PROGRESS } from '@/lib/takedowns/labels'
import { askedByYou } from '@/lib/takedowns/own-request'
import { processView } from '@/lib/takedowns/process-view'
import { requestView, type RequestView } from '@/lib/takedowns/queries'
import { cannotReject } from '@/lib/takedowns/reject'
import { may } from '@/lib/takedowns/status'
import { ClocksPanel } from './clocks-panel'
import { describeEvent } from './describe-event'
import { Files } from './files'
import { Fulfilment } from './fulfilment'
import { NextStep } from './next-step'
import { OtherSteps } from './other-steps'
import { OwnerSaid } from './owner-answer'
import { OtherSide } from './other-side'
import { Publicity } from './publicity'
import { Reservations } from './reservations'
import { ReachPanel } from './reach-panel'
import { Restriction } from './restriction'
import { TargetTable } from './target-table'
import { UrgentPanel } from './urgent/urgent-panel'
import { cameUrgently, UrgentSaid } from './urgent/urgent-said'
import { WhatIsToCome } from './what-is-to-come'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('requests.request')
  return { title: t('title') }
}

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function RequestPage({ params, searchParams }: Props) {
  const [{ id }, { named }] = await Promise.all([params, searchParams])
  const actor = await requireMemberPage(paths.request(id))
  const request = await orNotFound(requestView(actor, id))
  const [t, event, label] = await Promise.all([getT('requests'), getT('requests.event'), getT('labels')])
  const view = await processView(request)
  const denied = cannot(
    actor,
    request.restricted ? 'restricted.handle' : 'takedown.handle',
    request.datasetId,
  )
  const own = await askedByYou(actor, request.id)
  const { dataset, summary } = request
  const kind = label(`takedownKind.${request.kind}`)
  return (
    <>
      <PageHeader
        trail={[{ href: paths.requests(), label: t('title') }]}
        title={t('request.heading', { reference: request.reference })}
        badges={
          <StatusBadge progress={PROGRESS[request.status]}>
            {label(`takedownStatus.${request.status}`)}
          </StatusBadge>
        }
        lead={
          summary
            ? t('request.names', { kind, dataset, summary })
            : t('request.namesNothing', { kind, dataset })
        }
      />
      <div className="grid gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div>
          <NextStep
            request={request}
            view={view}
            denied={denied}
            own={own}
            again={await againOf(actor, request)}
            reader={readerOf(actor, request)}
          />
          {request.restricted ? <UrgentPanel request={request} /> : null}
          <Section title={t('request.named')}>
            <TargetTable {...request} asked={named} />
          </Section>
          <ClocksPanel
            requestId={request.id}
            denied={cannot(
              actor,
              request.restricted ? 'restricted.handle' : 'takedown.handle',
              request.datasetId,
            )}
          />
          {request.restricted ? null : (
            <ReachPanel requestId={request.id} isOpen={may(request.status, 'act')} />
          )}
          {request.undecided > 0 ? (
            <WhatIsToCome
              request={request}
              denied={cannot(actor, 'takedown.handle', request.datasetId) ?? own}
              reasons={await reasonsToDecide(request)}
            />
          ) : null}
          <Section title={t('request.said')}>
            {cameUrgently(request) ? <UrgentSaid request={request} /> : <WhatTheySay request={request} />}
          </Section>
          <Files request={request} />
          <OwnerSaid answer={view.owner?.answer ?? null} />
          {denied ? null : (
            <OtherSteps request={request} view={view} denied={await cannotReject(actor, request.id)} />
          )}
          <Restriction request={request} lift={view.lift} denied={denied ?? own} />
          <Fulfilment request={request} />
          <OtherSide actor={actor} request={request} />
          <Reservations request={request} denied={denied} />
          <Publicity actor={actor} request={request} />
        </div>
        <div>
          <Section title={t('request.time')}>
            <Times request={request} />
          </Section>
          <Section title={t('request.history')}>
            <Timeline
              label={t('request.historyLabel')}
              entries={request.events.map(({ id: key, at, ...happened }) => ({
                key,
                title: describeEvent(event, request.kind, happened),
                when: <Timestamp at={at} />,
                children: <Wrote words={view.words.get(key)} />,
              }))}
            />
          </Section>
        </div>
      </div>
    </>
  )
}

/** What the reader may do that is not handling: to be the second person, or to answer for the maintainers. */
const readerOf = (actor: Member, { datasetId, restricted }: RequestView) => ({
  id: actor.id,
  maySecond: can(actor, 'takedown.agree') || can(actor, 'takedown.handle', datasetId),
  mayAnswer: !restricted && can(actor, 'takedown.answer', datasetId),
})

function Wrote({ words }: { words: string | undefined }) {
  const t = useT('process')
  if (words === undefined) return null
  return (
    <span className="whitespace-pre-wrap text-ink-soft">
      <Visible text={t('wrote', { text: words })} />
    </span>
  )
}

async function reasonsToDecide({ datasetId, category }: RequestView) {
  const { reasons } = await policyOf(datasetId)
  return reasons.filter((reason) => reason.category === category)
}

function WhatTheySay({ request }: { request: RequestView }) {
  const { kind, contact, attestations, declaredIn, readsWho } = request
  const t = useT('requests.request')
  const form = useT('takedowns.forms')
  if (!contact) return <p className="text-sm text-ink-soft">{t(readsWho ? 'erased' : 'notForYou')}</p>
  // The words that were read: in the language in which they were declared.
  const declaration = translatorFor(declaredIn, 'takedowns.attestations')
  const answers = questionsOf(kind).map((question): Detail => {
    const { name, label } = question
    const said =
      name === 'name' ? contact.name : name === 'email' ? contact.email : (contact.answers[name] ?? '')
    const chosen = optionsIn(question, said)
    return {
      term: contact.asked?.[name] ? <span lang={declaredIn}>{contact.asked[name]}</span> : form(label),
      detail:
        chosen.length > 0 ? (
          chosen.map((option) => (
            <span key={option.value} className="block">
              {form(option.label)}
            </span>
          ))
        ) : (
          <Said text={said} />
        ),
    }
  })
  const declared = attestations.map(({ key, wording }): Detail => ({
    term: t('declared'),
    detail: (
      <span key={key} lang={declaredIn}>
        {declaration(`${wording}.text`)}
      </span>
    ),
  }))
  return (
    <>
      <DescriptionList items={[...answers, ...declared]} />
      <p className="mt-3 text-sm text-ink-soft">{t('confidential')}</p>
    </>
  )
}

function Said({ text }: { text: string }) {
  const t = useT('requests.request')
  return text === '' ? (
    <span className="text-ink-soft">{t('empty')}</span>
  ) : (
    <span className="whitespace-pre-wrap">
      <Visible text={text} />
    </span>
  )
}

function Times({ request: { submittedAt, confirmedAt, dueAt, closedAt } }: { request: RequestView }) {
  const t = useT('requests.request')
  const times = [
    { term: t('sent'), at: submittedAt },
    { term: t('confirmed'), at: confirmedAt },
    { term: t('due'), at: dueAt },
    { term: t('closed'), at: closedAt },
  ]
  return (
    <DescriptionList
      items={times.flatMap(({ term, at }): Detail[] =>
        at ? [{ term, detail: <Timestamp at={at} show="date" /> }] : [],
      )}
    />
  )
}
