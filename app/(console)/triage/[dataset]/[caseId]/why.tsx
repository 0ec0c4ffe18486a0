import type { ReactNode } from 'react'
import Link from 'next/link'
import { MarkedText } from '@/components/item/marked-text'
import { Visible } from '@/components/item/visible'
import { Badge } from '@/components/ui/badge'
import { CategoryBadge } from '@/components/ui/category-badge'
import { Count } from '@/components/ui/number'
import { Severity } from '@/components/ui/severity'
import { Timestamp } from '@/components/ui/timestamp'
import { formatScore } from '@/lib/format'
import { paths } from '@/lib/paths'
import type { CaseFlag } from '@/lib/review/case-facts'
import type { CaseView } from '@/lib/review/case-view'
import { ACTION, SCOPE, STATUS } from '@/lib/review/labels'
import type { Neighbour } from '@/lib/review/neighbours'
import type { CaseRequest } from '@/lib/takedowns/queries'

/** What brought the item here, what stands around it, and what happened to it before. */
export function Why({
  view,
  queue,
  requests,
  near,
}: {
  view: CaseView
  queue: string
  requests: readonly CaseRequest[]
  near: readonly Neighbour[]
}) {
  const own = view.flags.filter((flag) => flag.category === view.category)
  const others = view.flags.filter((flag) => flag.category !== view.category)
  return (
    <div className="flex flex-col gap-6 text-sm">
      <Part title="Why it is here">
        <Requests requests={requests} />
        {view.ofSources ? (
          <p className="text-ink-soft">
            Upheld, it holds for {SCOPE.source}, in later revisions too. The same words from elsewhere stay.
          </p>
        ) : null}
        <Flags flags={own} />
        <Priority view={view} />
        {view.queue ? (
          <p className="text-ink-soft">
            In the queue “{view.queue.name}” because {view.queue.why}.
          </p>
        ) : null}
      </Part>
      {others.length > 0 ? (
        <Part title="Also found in it">
          <Flags flags={others} />
        </Part>
      ) : null}
      <OtherCases view={view} queue={queue} />
      <EarlierDecisions view={view} />
      <Neighbours near={near} row={view.occurrences[0]?.row} />
      <Part title="History">
        <ol className="flex flex-col gap-2">
          {view.history.map((entry) => (
            <li key={entry.key} className="wrap-anywhere">
              <Visible text={entry.text} />{' '}
              <span className="text-ink-faint">
                <Timestamp at={entry.at} />
              </span>
            </li>
          ))}
        </ol>
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 text-sm">{title}</h2>
      <div className="flex flex-col gap-2">{children}</div>
    </section>
  )
}

function Requests({ requests }: { requests: readonly CaseRequest[] }) {
  return requests.map((request) => (
    <p key={request.id} className="rounded-md bg-warn-soft px-3 py-2">
      <span className="font-medium">A person asked: {request.kindLabel.toLowerCase()}</span>
      <br />
      <Link href={paths.request(request.id)} className="link">
        Request {request.reference}
      </Link>
      , {request.statusLabel.toLowerCase()}
      {request.dueAt ? (
        <>
          , due <Timestamp at={request.dueAt} />
        </>
      ) : null}
    </p>
  ))
}

const SOURCE: Record<CaseFlag['source'], string> = {
  detector: 'Detector',
  import: 'From outside:',
  report: 'Reported by a person:',
  takedown: 'Takedown:',
}

function Flags({ flags }: { flags: readonly CaseFlag[] }) {
  if (flags.length === 0) return <p className="text-ink-soft">No flag: a lead opened this case directly.</p>
  return (
    <ul className="flex flex-col gap-2">
      {flags.map((flag) => (
        <li key={flag.id} className="flex flex-col gap-0.5">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <CategoryBadge category={flag.category} label={flag.type} />
            <span title="Score of the finding, 0 to 1">{formatScore(flag.score)}</span>
            <Severity level={levelOf(flag.severity)} />
          </span>
          <span className="wrap-anywhere text-ink-soft">
            {SOURCE[flag.source]} <Visible text={flag.by} /> {flag.version}
          </span>
        </li>
      ))}
    </ul>
  )
}

const levelOf = (severity: number): 1 | 2 | 3 | 4 =>
  severity === 1 || severity === 3 || severity === 4 ? severity : 2

function Priority({ view }: { view: CaseView }) {
  return (
    <details>
      <summary className="text-ink-soft">Priority {view.priority}</summary>
      <ul className="mt-1 flex flex-col gap-0.5 ps-4 text-ink-soft">
        {view.priorityParts.map((part) => (
          <li key={part.what}>
            {part.points}: {part.what}
          </li>
        ))}
      </ul>
    </details>
  )
}

function OtherCases({ view, queue }: { view: CaseView; queue: string }) {
  if (view.otherCases.length === 0) return null
  return (
    <Part title="Other cases of this item">
      {view.otherCases.map((other) => (
        <p key={other.id} className="flex flex-wrap items-center gap-2">
          <Link href={paths.reviewCase(view.dataset.slug, other.id, queue)} className="link">
            {other.categoryLabel}
          </Link>
          <Badge>{STATUS[other.status].toLowerCase()}</Badge>
        </p>
      ))}
    </Part>
  )
}

/** Also those of the item's other categories: the outcome of the item is the strongest of those in force. */
function EarlierDecisions({ view }: { view: CaseView }) {
  if (view.decisions.length === 0) return null
  const superseded = new Set(view.decisions.map((decision) => decision.supersedes))
  const inForce = view.decisions.filter(({ id }) => !superseded.has(id))
  return (
    <Part title="Decisions on this text">
      <p className="text-ink-soft">
        Together they come to: <strong>{ACTION[view.outcome].past}</strong>
        {inForce.some(({ scope }) => scope !== 'content') ? ', but for the rows that are named' : ''}.
      </p>
      <ul className="flex flex-col gap-2">
        {view.decisions.map((decision) => (
          <li key={decision.id} className={superseded.has(decision.id) ? 'text-ink-faint' : undefined}>
            <span className="font-medium">{ACTION[decision.action].past}</span> by {decision.by}{' '}
            <Timestamp at={decision.at} />
            <br />
            {decision.categoryLabel}, <code className="font-mono text-xs">{decision.reasonCode}</code>
            {decision.scope === 'content' ? '' : `, ${SCOPE[decision.scope]}`}
            {decision.territories ? `, in ${decision.territories.join(', ')} only` : ''}
            {superseded.has(decision.id) ? ', superseded' : ''}
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Neighbours({ near, row }: { near: readonly Neighbour[]; row: number | undefined }) {
  if (near.length === 0) return null
  return (
    <Part title="Rows around it">
      <ol className="flex flex-col gap-2">
        {near.map((neighbour) => (
          <li key={neighbour.row} className="flex gap-3">
            <span
              className="shrink-0 text-ink-faint"
              title={
                row === undefined ? undefined : `${neighbour.row - row > 0 ? '+' : ''}${neighbour.row - row}`
              }
            >
              <Count value={neighbour.row} />
            </span>
            <span className="min-w-0">
              {neighbour.protection === 'restricted' ? (
                <span className="text-ink-faint">Withheld</span>
              ) : neighbour.protection === 'covered' ? (
                <span className="text-ink-faint">Covered</span>
              ) : (
                <span className="item-text line-clamp-3">
                  <MarkedText text={neighbour.text} marks={neighbour.marks} labels={false} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Part>
  )
}
