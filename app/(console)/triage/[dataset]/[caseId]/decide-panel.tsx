import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/components/ui/link'
import { Timestamp } from '@/components/ui/timestamp'
import { categoryInText } from '@/lib/detection/category-name'
import { paths } from '@/lib/paths'
import type { CaseView } from '@/lib/review/case-view'
import { passageTypes } from '@/lib/review/judged'
import { quorumInWords } from '@/lib/review/queue-rules'
import { awayFrom, shiftOf } from '@/lib/review/paths'
import { isOwnChoice } from '@/lib/review/voters'
import { Contest, Grounds } from './contest'
import { decideAction, overrideAction } from './actions'
import { CaseKeys } from './case-keys'
import { DecideForm } from './decide-form'
import { CommandKey } from './key'
import type { Reachable } from './reach-fields'

/** The decision that holds, and the form for the one to come: a vote on an open case, a lead's word on a decided one. */
export function DecidePanel({
  view,
  queue,
  nextHref,
  direct,
}: {
  view: CaseView
  queue: string
  nextHref: string | null
  /** A lead asked to decide directly, and how far that can reach. */
  direct: Reachable | null
}) {
  const t = useT('caseFile.decide')
  const again = view.status === 'decided'
  // A lead decides directly when asked to, and where there is no slot for their vote.
  const asLead = !again && !view.cannotOverride && (direct !== null || view.cannotDecide !== undefined)
  const decides = again || asLead
  const shift = shiftOf(queue)
  const reasons = decides ? view.policy.reasons : votable(view)
  const denied = again ? view.cannotOverride : asLead ? undefined : view.cannotDecide
  return (
    <section
      // Another form begins at its top.
      key={direct ? 'direct' : 'vote'}
      aria-labelledby="decide-heading"
      className="flex flex-col gap-4 lg:sticky lg:top-5 lg:max-h-[calc(100dvh-7.5rem)] lg:scroll-pb-16 lg:overflow-y-auto lg:pe-1"
    >
      <h2 id="decide-heading" className="text-lg">
        {again ? t('decided') : t('title')}
      </h2>
      <InForce view={view} />
      <Contest view={view} />
      {again ? null : <Round view={view} />}
      <Grounds view={view} />
      {asLead && !direct && view.bar ? (
        <p className="text-sm text-ink-soft">{t('directInstead', { reason: view.cannotDecide ?? '' })}</p>
      ) : null}
      {denied ? (
        <Denied
          reason={denied}
          again={again}
          nextHref={nextHref}
          settingsHref={
            !again && isOwnChoice(view.bar)
              ? paths.queueSettings(paths.reviewCase(view.dataset.slug, view.id, queue))
              : null
          }
        />
      ) : reasons.length === 0 ? (
        <NoReason view={view} />
      ) : (
        <DecideForm
          key={`${view.id} ${view.round} ${view.inForce?.id ?? ''}`}
          action={decides ? overrideAction : decideAction}
          kind={decides ? 'decision' : 'vote'}
          on={{
            datasetId: view.datasetId,
            caseId: view.id,
            href: (direct ? paths.reviewCaseDirect : paths.reviewCase)(view.dataset.slug, view.id, queue),
            claimed: view.claimed || decides,
          }}
          then={
            nextHref ??
            (decides && shift !== null
              ? { datasetId: view.datasetId, dataset: view.dataset.slug, caseId: view.id, shift }
              : awayFrom(queue))
          }
          restricted={view.restricted}
          hidden={{
            datasetId: view.datasetId,
            caseId: view.id,
            round: String(view.round),
            policyVersionId: view.policy.id,
            findings: view.findingsVersion,
            supersedes: view.inForce?.id ?? '',
            queue,
          }}
          submitLabel={again ? t('supersede') : asLead ? t('asLead') : t('submit')}
          reasons={reasons}
          policy={{
            number: view.policy.number,
            text: view.policy.text,
            href: paths.policy(view.dataset.slug),
          }}
          passages={{
            types: passageTypes(
              view.category,
              view.flags.filter(({ category }) => category === view.category).map(({ type }) => type),
            ),
            category: view.category,
          }}
          nextHref={nextHref}
          reach={direct ?? (decides ? { territories: view.dataset.territories, sources: null } : undefined)}
        />
      )}
      {denied || reasons.length === 0 ? <CaseKeys nextHref={nextHref} /> : null}
      {direct || view.cannotOverride ? null : (
        <p className="text-sm text-ink-soft">
          {t.rich(view.dataset.territories.length > 0 ? 'alsoPlaces' : 'also', {
            link: (words) => (
              <Link
                href={paths.reviewCaseDirect(view.dataset.slug, view.id, queue)}
                className="link"
                data-direct
              >
                {words}
              </Link>
            ),
          })}{' '}
          <CommandKey of="direct" />
        </p>
      )}
    </section>
  )
}

/** Who decides this case, how far they are, and what the reader may know of it. */
function Round({ view }: { view: CaseView }) {
  const t = useT('caseFile.decide')
  const labels = useT('labels')
  const { stage, appealed, votes } = view
  const words =
    stage === 'adjudication'
      ? t('adjudication')
      : stage === 'escalation'
        ? t('escalation')
        : view.slots > 1
          ? t(votes.blind ? 'quorumBlind' : 'quorum', { quorum: quorumInWords(view), cast: votes.cast })
          : null
  if (!words && !appealed && votes.shown.length === 0) return null
  return (
    <div className="flex flex-col gap-2 text-sm text-ink-soft">
      <p>
        {appealed ? t('appealed') : ''} {words}
      </p>
      {stage === 'review' && votes.missed > 0 ? <p>{t('missed', { missed: votes.missed })}</p> : null}
      {votes.shown.length > 0 ? (
        <ul aria-label={t('reviews')} className="flex flex-col gap-1">
          {votes.shown.map((vote) => (
            <li key={vote.id}>
              {t.rich('review', {
                action: (words) => <span className="font-medium text-ink">{words}</span>,
                done: labels(`action.${vote.action}.verb`),
                by: vote.by,
                reason: vote.reasonCode,
                code: asCode,
              })}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

const asCode = (words: ReactNode) => <code className="font-mono text-xs">{words}</code>

/** The reasons a reviewer can give here, with what the queue of the case leaves of their actions. */
function votable({ policy, actions, stage }: CaseView): CaseView['policy']['reasons'] {
  if (!actions || stage !== 'review') return policy.reasons
  return policy.reasons
    .map((reason) => ({
      ...reason,
      actions: reason.actions.filter((action) => actions.some((allowed) => allowed === action)),
    }))
    .filter((reason) => reason.actions.length > 0)
}

function NoReason({ view }: { view: CaseView }) {
  const t = useT('caseFile.decide')
  const none = view.policy.reasons.length === 0
  return (
    <Callout
      tone="warn"
      title={none ? t('noReason', { category: categoryInText(view.category) }) : t('noReasonHere')}
    >
      {t.rich(none ? 'noReasonText' : 'noReasonHereText', {
        link: (words) => (
          <Link href={paths.policy(view.dataset.slug)} className="link">
            {words}
          </Link>
        ),
      })}
    </Callout>
  )
}

function InForce({ view: { inForce, status } }: { view: CaseView }) {
  const t = useT('caseFile.decide')
  const labels = useT('labels')
  if (!inForce) return null
  const action = labels(`action.${inForce.action}.past`)
  return (
    <Callout
      tone={status === 'decided' ? 'good' : 'warn'}
      title={status === 'decided' ? t('inForce', { by: inForce.by, action }) : t('openAgain', { action })}
    >
      {t.rich('how', {
        at: () => <Timestamp at={inForce.at} show="full" />,
        kind: labels(`decisionKind.${inForce.kind}`),
        reason: inForce.reasonCode,
        code: asCode,
      })}
      {inForce.scope === 'content' ? '' : ` ${t('scope', { scope: labels(`scope.${inForce.scope}`) })}`}
      {inForce.territories ? ` ${t('places', { places: inForce.territories.join(', ') })}` : ''}
      {inForce.ended ? ` ${t('ended')}` : ''}
      {status === 'decided' ? '' : ` ${t('why')}`}
    </Callout>
  )
}

function Denied({
  reason,
  again,
  nextHref,
  settingsHref,
}: {
  reason: string
  again: boolean
  nextHref: string | null
  /** Where they can change it themselves. */
  settingsHref: string | null
}) {
  const t = useT('caseFile')
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-sm text-ink-soft">{again ? t('decide.neverEdited', { reason }) : reason}</p>
      {settingsHref ? <LinkButton href={settingsHref}>{t('decide.whatISee')}</LinkButton> : null}
      {nextHref ? (
        <LinkButton href={nextHref} kind="primary">
          {t('nextCase')}
        </LinkButton>
      ) : null}
    </div>
  )
}
