import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { useT } from '#i18n'
import { QuestionPage } from '@/components/shell/question-page'
import { Callout } from '@/components/ui/callout'
import { Copied } from '@/components/ui/copied'
import { Link } from '@/components/ui/link'
import { StatusBadge } from '@/components/ui/status-badge'
import { say } from '@/lib/i18n/say'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { PROGRESS } from '@/lib/takedowns/labels'
import { isOutcome, outcomeSummary, redressOf, whatFollows } from '@/lib/takedowns/outcome'
import { isForATime } from '@/lib/takedowns/rights'
import { isToken } from '@/lib/takedowns/tokens'
import { trackingView, type TrackingView } from '@/lib/takedowns/tracking'
import { maintainersSee } from '@/lib/takedowns/who-reads'
import { Answered, isNothing } from './answered'
import { ClockLines } from './clock-lines'
import { ContestForm } from './contest-form'
import { Fulfilment } from './fulfilment'
import { NamedTargets } from './named-targets'
import { OtherSide } from './other-side'
import { Part } from './part'
import { QuietPage } from './quiet-page'
import { Restriction } from './restriction'
import { SentFiles } from './sent-files'
import { Standing } from './standing'
import { Steps } from './steps'
import { WhereItStands } from './where-it-stands'
import { WithdrawForm } from './withdraw-form'

/** The tab says no more of one request than of another. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('takedowns.track')
  return { title: t('title'), robots: { index: false, follow: false }, referrer: 'strict-origin' }
}

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<{ first?: string; also?: string | string[]; named?: string | string[] }>
}

export default async function TrackPage({ params, searchParams }: Props) {
  const [{ token }, { first, also, named }] = await Promise.all([params, searchParams])
  const view = await trackingView(token)
  if (!view) notFound()
  const [t, label, rights] = await Promise.all([getT('takedowns'), getT('labels'), getT('rights.track')])
  if (view.restricted)
    return (
      <QuietPage view={view} done={lastDeed(view)} first={first !== undefined} others={pagesIn(also)}>
        <Whole token={token} view={view} named={named} />
      </QuietPage>
    )
  return (
    <QuestionPage
      title={t('track.heading', { reference: view.reference })}
      lead={
        <WhereItStands {...lastDeed(view)} arrived={first !== undefined}>
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {label(`takedownKind.${view.kind}`)} · {view.dataset}
            <span className="sr-only">{':\u00a0'}</span>
            <StatusBadge progress={PROGRESS[view.status]}>
              {isNothing(view) ? rights('nothing') : label(`takedownStatus.${view.status}`)}
            </StatusBadge>
          </span>
        </WhereItStands>
      }
    >
      <div className="flex flex-col gap-10">
        {first ? <KeepThisLink url={view.url} /> : null}
        <Whole token={token} view={view} named={named} />
        {first ? null : <KeepThisLink url={view.url} />}
      </div>
    </QuestionPage>
  )
}

/** Addresses of the pages of what was sent with it, of an address that anybody may have written: none but pages like this one. */
const pagesIn = (also: unknown): string[] =>
  typeof also === 'string'
    ? also.split('.').flatMap((token) => (isToken(token) ? [env().url + paths.takedownTrack(token)] : []))
    : []

/** What its reader did here last: when it changes, they have just done it, and are thanked in words. */
function lastDeed({ status, events }: TrackingView): { of: string; deed: string | null } {
  const deed = events.findLast(({ type }) => type === 'withdrawn' || isThanked(type))
  return {
    of: `${status} ${deed?.id ?? ''}`,
    deed: deed && isThanked(deed.type) ? say(THANKED[deed.type]) : null,
  }
}

const THANKED = {
  appealed: 'takedowns.track.contest.done',
  info_given: 'process.track.sent',
  identity_proven: 'process.track.proven',
  answer_accepted: 'rights.track.statement.done',
} as const
const isThanked = (type: string): type is keyof typeof THANKED => Object.hasOwn(THANKED, type)

/** All there is to know about a request, and to do. */
function Whole({ token, view, named }: { token: string; view: TrackingView; named: unknown }) {
  const t = useT('takedowns')
  return (
    <>
      <Standing token={token} view={view} />
      <Answered token={token} view={view} named={named} />
      <Outcome view={view} />
      <Restriction view={view} />
      <Part title={t('steps.title')}>
        <div className="mb-4">
          <ClockLines clocks={view.clocks.lines} />
        </div>
        <Steps view={view} />
      </Part>
      <Fulfilment token={token} />
      {isNothing(view) ? null : (
        <Part title={t('track.named')}>
          <NamedTargets {...view} token={token} asked={named} />
        </Part>
      )}
      <SentFiles files={view.files} />
      <OtherSide token={token} />
      {view.mayContest ? (
        <Part title={t('track.contest.title')}>
          <ContestForm token={token} />
        </Part>
      ) : null}
      <Part title={t('track.who.title')}>
        <WhatIsPublic kind={view.kind} right={view.right} restricted={view.restricted} />
      </Part>
      {view.mayWithdraw ? (
        <Part title={t('track.withdraw.title')}>
          <WithdrawForm token={token} />
        </Part>
      ) : null}
    </>
  )
}

function KeepThisLink({ url }: { url: string }) {
  const t = useT('takedowns.track.keep')
  return (
    <div className="no-print">
      <Callout tone="note" title={t('title')}>
        <p>
          {t.rich('text', {
            again: (words) => (
              <Link href={paths.takedowns({ what: 'asked', then: 'follow' })} className="link">
                {words}
              </Link>
            ),
          })}
        </p>
        <div className="mt-2">
          <Copied text={url} subject={t('address')} />
        </div>
      </Callout>
    </div>
  )
}

function Outcome({ view }: { view: TrackingView }) {
  const { kind, regime, right, status: now, events, mayContest, later, redress } = view
  const t = useT('takedowns.track')
  const all = useT('takedowns')
  // What was decided stays to be read when it has been carried out.
  const status = now === 'closed' ? events.findLast(({ data }) => isOutcome(data.outcome))?.data.outcome : now
  if (now === 'no_match')
    return (
      <Part title={all('steps.noMatch')}>
        <div className="flex flex-col gap-3 text-base">
          <p>{all('steps.noMatchText')}</p>
          <p>{redress}</p>
        </div>
      </Part>
    )
  if (redress) return <p className="text-base">{redress}</p>
  if (!isOutcome(status)) return null
  const keptOut = Number(events.findLast(({ type }) => type === 'appeal_decided')?.data.keptOut ?? 0)
  return (
    <Part title={t('outcome')}>
      <div className="flex flex-col gap-3 text-base">
        <p>{kind === 'complaint' ? t(`complaint.${status}`) : outcomeSummary(say, status)}</p>
        {keptOut > 0 ? <p>{all('keptOutByRules', { n: keptOut })}</p> : null}
        <p>{whatFollows(say, status, { later, right })}</p>
        <p>{redressOf(say, { kind, regime }, mayContest ? 'below' : null)}</p>
      </div>
    </Part>
  )
}

function WhatIsPublic({ kind, right, restricted }: Pick<TrackingView, 'kind' | 'right' | 'restricted'>) {
  const t = useT('takedowns.track.who')
  const readers = useT('takedowns.readers')
  return (
    <ul className="flex list-disc flex-col gap-2 ps-6 text-base">
      {restricted ? (
        <li>{t('restricted')}</li>
      ) : (
        <>
          <li>{t('public')}</li>
          <li>{t('reviewers')}</li>
          <li>{readers('who')}</li>
          <li>{readers(maintainersSee(kind))}</li>
        </>
      )}
      <li>{t('erased')}</li>
      {(kind === 'copyright' || isForATime({ right })) && !restricted ? <li>{t('kept')}</li> : null}
    </ul>
  )
}
