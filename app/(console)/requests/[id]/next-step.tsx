import type { ReactNode } from 'react'
import { useLocale, useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { Visible } from '@/components/item/visible'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { formatDate } from '@/lib/format'
import { say } from '@/lib/i18n/say'
import type { LookAgain } from '@/lib/other-side/look-again'
import { paths } from '@/lib/paths'
import { nameOf } from '@/lib/takedowns/elements'
import { isAnswering } from '@/lib/takedowns/kinds'
import type { ProcessView } from '@/lib/takedowns/process-view'
import type { RequestView } from '@/lib/takedowns/queries'
import { agreeAction, answerUnfoundAction, resumeAction, seenAction } from './actions'
import { GiveNobody } from './give-nobody'
import { GivenCopy } from './given-copy'
import { lookAgainAction } from './other-side/actions'
import { OwnerAnswer } from './owner-answer'
import { ToAnswer } from './to-answer'

type Props = {
  request: RequestView
  view: ProcessView
  /** Why the reader does not handle it; undefined for who does. */
  denied: string | undefined
  /** Why they do not answer it: they asked it themselves. */
  own: string | undefined
  /** What a complaint names could be looked for now; null where it was, or is being. */
  again: LookAgain | null
  /** Who reads, and whether they may be the second person, or answer for the maintainers. */
  reader: { id: string; maySecond: boolean; mayAnswer: boolean }
}

/** What to do next, in words, with one button for it. */
export function NextStep(props: Props) {
  const t = useT('process.next')
  const statement = useT('process.statement')
  return (
    <section aria-label={t('title')} className="mb-10">
      <Callout tone="note" title={t('title')}>
        <div className="flex flex-col items-start gap-3">
          <What {...props} />
          {props.view.wasStated ? (
            <Link href={paths.requestStatement(props.request.id)} className="link">
              {statement('title')}
            </Link>
          ) : null}
          {props.denied && !props.reader.maySecond && !props.reader.mayAnswer ? (
            <p className="text-ink-soft">{props.denied}</p>
          ) : null}
        </div>
      </Callout>
    </section>
  )
}

function What({ request, view, denied, own, again, reader }: Props) {
  const t = useT('process.next')
  const process = useT('process')
  const locale = useLocale()
  const date = (at: Date | undefined) => (at ? formatDate(at, false, locale) : '')
  const { id: requestId, slug } = request
  const asked = view.asked && { asked: date(view.asked.at), closes: date(view.asked.closes) }
  if (view.awaited) return <Second requestId={requestId} awaited={view.awaited} reader={reader} own={own} />
  switch (request.status) {
    case 'received':
      return again ? <Again requestId={requestId} again={again} /> : <p>{t('received')}</p>
    case 'needs_info':
      return (
        <Words reminded={view.wasReminded}>
          {asked
            ? t('needs_info', { ...asked, what: view.missing.map((one) => nameOf(say, one)).join('; ') })
            : null}
        </Words>
      )
    case 'needs_identity': {
      return (
        <>
          <Words reminded={view.wasReminded}>
            {asked && view.method
              ? t('needs_identity', { ...asked, how: process(`proof.name.${view.method}`) })
              : null}
          </Words>
          {view.toSee && !denied && own ? <p className="text-ink-soft">{own}</p> : null}
          {view.toSee && !denied && !own ? (
            <>
              {view.toSee.where ? <PageToSee {...view.toSee} /> : null}
              <ActionButton
                action={seenAction}
                fields={{ requestId }}
                kind="primary"
                pendingLabel={t('recording')}
              >
                {t('seen')}
              </ActionButton>
              {view.toSee.where ? null : <p className="text-sm text-ink-soft">{t('seenHint')}</p>}
            </>
          ) : null}
        </>
      )
    }
    case 'owner_notified':
      return (
        <>
          <p>{t('owner_notified', { until: date(view.owner?.dueAt) })}</p>
          {reader.mayAnswer ? (
            <OwnerAnswer requestId={requestId} extended={Boolean(view.owner?.extendedAt)} />
          ) : null}
        </>
      )
    case 'duplicate':
      return <p>{t('duplicate', { reference: view.duplicateOf })}</p>
    case 'on_hold':
      return (
        <>
          <p>
            {t('on_hold', {
              why: process(`heldShort.${view.heldFor === 'litigation' ? 'litigation' : 'court_order'}`),
            })}
          </p>
          {denied ? null : (
            <ActionButton
              action={resumeAction}
              fields={{ requestId }}
              kind="primary"
              pendingLabel={t('releasing')}
            >
              {t('release')}
            </ActionButton>
          )}
        </>
      )
    case 'countered':
      return <p>{t('countered')}</p>
    case 'actioned':
    case 'partially_actioned':
      return <p>{t(isAnswering(request.kind) ? 'nothing' : 'actioned')}</p>
    case 'under_review':
      if (request.kind === 'complaint')
        return (
          <>
            <p>{t('complaint')}</p>
            {again ? <Again requestId={requestId} again={again} /> : null}
          </>
        )
      if (isAnswering(request.kind)) return <p>{t('counter')}</p>
      if (view.answer && request.openCases === 0)
        return <ToAnswer request={request} answer={view.answer} mayRead={!denied || reader.maySecond} />
      if (request.openCases > 0)
        return (
          <>
            <p>{t('cases', { n: request.openCases })}</p>
            <GiveNobody right={request.right} />
            {view.openCase && !denied ? (
              <LinkButton href={paths.reviewCase(slug, view.openCase)} kind="primary">
                {t('toCase')}
              </LinkButton>
            ) : null}
            {view.toLook ? (
              <p>
                {t.rich('alsoLook', {
                  link: (words) => (
                    <Link href={paths.requestReach(requestId)} className="link">
                      {words}
                    </Link>
                  ),
                })}
              </p>
            ) : null}
          </>
        )
      if (view.toLook)
        return (
          <>
            <p>{t('look')}</p>
            {denied ? null : (
              <LinkButton href={paths.requestReach(requestId)} kind="primary">
                {t('toLook')}
              </LinkButton>
            )}
          </>
        )
      if (view.unfound)
        return (
          <>
            <p>{t('unfound')}</p>
            <Link href={paths.requestReach(requestId)} className="link">
              {t('lookForText')}
            </Link>
            {denied ? null : (
              <ActionButton
                action={answerUnfoundAction}
                fields={{ requestId }}
                kind="primary"
                pendingLabel={t('agreeing')}
                disabledReason={own ?? null}
              >
                {t('sayUnfound')}
              </ActionButton>
            )}
          </>
        )
      return <p>{request.undecided > 0 ? t('toCome') : t('settling')}</p>
    case 'answered':
      return (
        <>
          <p>{t(view.answer?.told?.recalled ? 'calledBack' : 'nothing')}</p>
          {view.answer?.told?.kind === 'copy' ? (
            <GivenCopy requestId={requestId} told={view.answer.told} denied={denied} />
          ) : null}
        </>
      )
    default:
      return <p>{t('nothing')}</p>
  }
}

/** Nothing looks for what a complaint names, and until that is over nobody can dismiss it. */
function Again({ requestId, again: { why, denied } }: { requestId: string; again: LookAgain }) {
  const t = useT('process.next')
  return (
    <>
      <p>{t(why === 'failed' ? 'lookFailed' : 'lookWaits')}</p>
      {denied === undefined ? (
        <ActionButton action={lookAgainAction} fields={{ requestId }} pendingLabel={t('lookingAgain')}>
          {t('lookAgain')}
        </ActionButton>
      ) : null}
    </>
  )
}

/** We could not read it there ourselves: whoever handles it can look. */
function PageToSee({ where, what }: { where: string; what: string }) {
  const t = useT('process.next')
  return (
    <div className="text-sm wrap-anywhere">
      <p>{t('seePage')}</p>
      <a href={where} className="link" target="_blank" rel="noopener noreferrer nofollow">
        <Visible text={where} />
      </a>
      <p className="mt-1">
        <code className="font-mono">{what}</code>
      </p>
    </div>
  )
}

function Words({ children, reminded }: { children: ReactNode; reminded: boolean }) {
  const t = useT('process.next')
  return (
    <p>
      {children} {reminded ? t('reminded') : null}
    </p>
  )
}

function Second({
  requestId,
  awaited,
  reader,
  own,
}: {
  requestId: string
  awaited: NonNullable<ProcessView['awaited']>
  reader: Props['reader']
  own: Props['own']
}) {
  const t = useT('process.next')
  const errors = useT('process.errors')
  const label = useT('labels.takedownStatus')
  const { eventId, outcome, firstBy } = awaited
  return (
    <>
      <p>{t('second', { outcome: label(outcome) })}</p>
      {reader.maySecond ? (
        <>
          <p className="text-ink-soft">{t('lookFirst')}</p>
          <ActionButton
            action={agreeAction}
            fields={{ requestId, eventId }}
            kind="primary"
            pendingLabel={t('agreeing')}
            disabledReason={own ?? (firstBy.includes(reader.id) ? errors('youDecided') : null)}
          >
            {t('agree')}
          </ActionButton>
        </>
      ) : null}
    </>
  )
}
