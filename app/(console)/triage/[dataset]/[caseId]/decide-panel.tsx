import Link from 'next/link'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Timestamp } from '@/components/ui/timestamp'
import { formatPlural } from '@/lib/format'
import { paths } from '@/lib/paths'
import type { CaseView } from '@/lib/review/case-view'
import { passageTypes } from '@/lib/review/judged'
import { ACTION, KIND, SCOPE } from '@/lib/review/labels'
import { quorumInWords } from '@/lib/review/queue-rules'
import { Contest, Grounds } from './contest'
import { decideAction, overrideAction } from './actions'
import { DecideForm } from './decide-form'
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
  const again = view.status === 'decided'
  // A lead decides directly when asked to, and where there is no slot for their vote.
  const asLead = !again && !view.cannotOverride && (direct !== null || view.cannotDecide !== undefined)
  const reasons = again || asLead ? view.policy.reasons : votable(view)
  const denied = again ? view.cannotOverride : asLead ? undefined : view.cannotDecide
  return (
    <section
      // Another form begins at its top.
      key={direct ? 'direct' : 'vote'}
      aria-labelledby="decide-heading"
      className="flex flex-col gap-4 lg:sticky lg:top-5 lg:max-h-[calc(100dvh-7.5rem)] lg:scroll-pb-16 lg:overflow-y-auto lg:pe-1"
    >
      <h2 id="decide-heading" className="text-lg">
        {again ? 'Decided' : 'Decide'}
      </h2>
      <InForce view={view} />
      <Contest view={view} />
      {again ? null : <Round view={view} />}
      <Grounds view={view} />
      {denied ? (
        <Denied reason={denied} again={again} nextHref={nextHref} />
      ) : reasons.length === 0 ? (
        <NoReason view={view} />
      ) : (
        <DecideForm
          key={`${view.id} ${view.round} ${view.inForce?.id ?? ''}`}
          action={again || asLead ? overrideAction : decideAction}
          hidden={{
            datasetId: view.datasetId,
            caseId: view.id,
            round: String(view.round),
            policyVersionId: view.policy.id,
            findings: view.findingsVersion,
            supersedes: view.inForce?.id ?? '',
            queue,
          }}
          submitLabel={again ? 'Supersede the decision' : asLead ? 'Decide as a lead' : 'Submit'}
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
          reach={
            direct ?? (again || asLead ? { territories: view.dataset.territories, sources: null } : undefined)
          }
        />
      )}
      {direct || view.cannotOverride ? null : (
        <p className="text-sm text-ink-soft">
          As a lead you can also{' '}
          <Link href={paths.reviewCaseDirect(view.dataset.slug, view.id, queue)} className="link">
            decide about where it comes from
            {view.dataset.territories.length > 0 ? ', or for some places only' : ''}
          </Link>
          .
        </p>
      )}
    </section>
  )
}

/** Who decides this case, how far they are, and what the reader may know of it. */
function Round({ view }: { view: CaseView }) {
  const { stage, appealed, votes } = view
  const words =
    stage === 'adjudication'
      ? 'The reviewers did not agree: a lead who has not voted decides.'
      : stage === 'escalation'
        ? 'A reviewer asked for a lead, who decides.'
        : view.slots > 1
          ? `Decided by ${quorumInWords(view)}. ${votes.cast === 0 ? 'No review' : formatPlural(votes.cast, 'review')} so far${
              !votes.blind ? '.' : '; what others chose stays hidden until the case is decided.'
            }`
          : null
  if (!words && !appealed && votes.shown.length === 0) return null
  return (
    <div className="flex flex-col gap-2 text-sm text-ink-soft">
      <p>
        {appealed ? 'This is an appeal: nobody who took part in the earlier decision decides it. ' : ''}
        {words}
      </p>
      {votes.shown.length > 0 ? (
        <ul aria-label="Reviews so far" className="flex flex-col gap-1">
          {votes.shown.map((vote) => (
            <li key={vote.id}>
              <span className="font-medium text-ink">{ACTION[vote.action].verb}</span> by {vote.by}, reason{' '}
              <code className="font-mono text-xs">{vote.reasonCode}</code>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

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
  const none = view.policy.reasons.length === 0
  return (
    <Callout
      tone="warn"
      title={
        none
          ? `The policy has no reason for ${view.categoryLabel.toLowerCase()}`
          : 'What this queue allows has no reason in the policy'
      }
    >
      {none ? 'A lead can add one in the' : 'A lead can change the queue, or the'}{' '}
      <Link href={paths.policy(view.dataset.slug)} className="link">
        policy
      </Link>
      .
    </Callout>
  )
}

function InForce({ view: { inForce, status } }: { view: CaseView }) {
  if (!inForce) return null
  return (
    <Callout
      tone={status === 'decided' ? 'good' : 'warn'}
      title={
        status === 'decided'
          ? `Already decided by ${inForce.by}: ${ACTION[inForce.action].past}`
          : `Open again. Until it is decided anew it stays ${ACTION[inForce.action].past}.`
      }
    >
      <Timestamp at={inForce.at} show="full" />, {KIND[inForce.kind]}, reason{' '}
      <code className="font-mono text-xs">{inForce.reasonCode}</code>.
      {inForce.scope === 'content' ? '' : ` It holds for ${SCOPE[inForce.scope]}.`}
      {inForce.territories ? ` It holds in ${inForce.territories.join(', ')} only.` : ''}
      {inForce.ended ? ' The exclusion it made was ended since, so nothing is left out by it.' : ''}
      {status === 'decided' ? '' : ' Something new was found, or a person asked.'}
    </Callout>
  )
}

function Denied({ reason, again, nextHref }: { reason: string; again: boolean; nextHref: string | null }) {
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-sm text-ink-soft">{again ? `A decision is never edited. ${reason}` : reason}</p>
      {nextHref ? (
        <LinkButton href={nextHref} kind="primary">
          Next case
        </LinkButton>
      ) : null}
    </div>
  )
}
