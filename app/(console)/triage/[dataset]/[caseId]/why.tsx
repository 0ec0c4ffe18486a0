import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { Visible } from '@/components/item/visible'
import { Badge } from '@/components/ui/badge'
import { CategoryBadge } from '@/components/ui/category-badge'
import { Link } from '@/components/ui/link'
import { Severity } from '@/components/ui/severity'
import { Timestamp } from '@/components/ui/timestamp'
import { formatScore } from '@/lib/format'
import { paths } from '@/lib/paths'
import type { CaseFlag } from '@/lib/review/case-facts'
import type { CaseView } from '@/lib/review/case-view'
import type { Neighbour } from '@/lib/review/neighbours'
import type { CaseRequest } from '@/lib/takedowns/queries'
import { Neighbours } from './neighbours'
import { Part } from './part'

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
  const t = useT('caseFile.why')
  const labels = useT('labels')
  const own = view.flags.filter((flag) => flag.category === view.category)
  const others = view.flags.filter((flag) => flag.category !== view.category)
  return (
    <div className="flex flex-col gap-6 text-sm">
      <Part title={t('title')}>
        <Requests requests={requests} />
        {view.ofSources ? (
          <p className="text-ink-soft">{t('ofSources', { scope: labels('scope.source') })}</p>
        ) : null}
        <Due view={view} />
        <Flags flags={own} />
        <Priority view={view} />
        {view.queue ? (
          <p className="text-ink-soft">{t('queue', { queue: view.queue.name, why: view.queue.why })}</p>
        ) : null}
      </Part>
      {others.length > 0 ? (
        <Part title={t('others')}>
          <Flags flags={others} />
        </Part>
      ) : null}
      <OtherCases view={view} queue={queue} />
      <EarlierDecisions view={view} />
      <Neighbours slug={view.dataset.slug} near={near} place={view.occurrences[0]} />
      <AboutDataset dataset={view.dataset} />
      <Part title={t('history')}>
        <Some all={view.history}>
          {(entries) => (
            <ol className="flex flex-col gap-2">
              {entries.map((entry) => (
                <li key={entry.key} className="wrap-anywhere">
                  <Visible text={entry.text} />{' '}
                  <span className="text-ink-faint">
                    <Timestamp at={entry.at} />
                  </span>
                </li>
              ))}
            </ol>
          )}
        </Some>
      </Part>
    </div>
  )
}

function Requests({ requests }: { requests: readonly CaseRequest[] }) {
  const t = useT('caseFile.why')
  return requests.map(({ id, kind, reference, status, dueAt }) => {
    const said = {
      reference,
      status: t(`requestStatus.${status}`),
      link: (words: ReactNode) => (
        <Link href={paths.request(id)} className="link">
          {words}
        </Link>
      ),
    }
    return (
      <p key={id} className="rounded-md bg-warn-soft px-3 py-2">
        <span className="font-medium">{t(`asked.${kind}`)}</span>
        <br />
        {dueAt
          ? t.rich('requestDue', { ...said, at: () => <Timestamp at={dueAt} /> })
          : t.rich('request', said)}
      </p>
    )
  })
}

function Due({ view: { status, dueAt, overdue } }: { view: CaseView }) {
  const t = useT('caseFile.why')
  if (status !== 'open' || dueAt === null) return null
  return (
    <p className={overdue ? 'rounded-md bg-bad-soft px-3 py-2 text-bad' : 'text-ink-soft'}>
      {t.rich(overdue ? 'overdue' : 'due', {
        full: () => <Timestamp at={dueAt} show="date" />,
        at: () => <Timestamp at={dueAt} />,
      })}
    </p>
  )
}

const SHOWN = 12

/** The first of a list; the others are folded, so that what comes after them is not far away. */
function Some<One>({
  all,
  children,
}: {
  all: readonly One[]
  children: (some: readonly One[]) => ReactNode
}) {
  const t = useT('caseFile.why')
  const rest = all.slice(SHOWN)
  return (
    <>
      {children(all.slice(0, SHOWN))}
      {rest.length > 0 ? (
        <details>
          <summary className="text-ink-soft">{t('more', { n: rest.length })}</summary>
          <div className="mt-2">{children(rest)}</div>
        </details>
      ) : null}
    </>
  )
}

function Flags({ flags }: { flags: readonly CaseFlag[] }) {
  const t = useT('caseFile.why')
  if (flags.length === 0) return <p className="text-ink-soft">{t('noFlag')}</p>
  return <Some all={flags}>{(some) => <FlagList flags={some} />}</Some>
}

function FlagList({ flags }: { flags: readonly CaseFlag[] }) {
  const t = useT('caseFile.why')
  return (
    <ul className="flex flex-col gap-2">
      {flags.map((flag) => (
        <li key={flag.id} className="flex flex-col gap-0.5">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <CategoryBadge
              category={flag.category}
              label={<span className="wrap-anywhere whitespace-normal">{flag.type}</span>}
            />
            <span title={t('score')}>{formatScore(flag.score)}</span>
            <Severity level={levelOf(flag.severity)} />
          </span>
          <span className="wrap-anywhere text-ink-soft">
            {t.rich(`source.${flag.source}`, {
              version: flag.version,
              by: () => <Visible text={flag.by} />,
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}

const levelOf = (severity: number): 1 | 2 | 3 | 4 =>
  severity === 1 || severity === 3 || severity === 4 ? severity : 2

function Priority({ view }: { view: CaseView }) {
  const t = useT('caseFile.why')
  return (
    <details>
      <summary className="text-ink-soft">{t('priority', { priority: String(view.priority) })}</summary>
      <ul className="mt-1 flex flex-col gap-0.5 ps-4 text-ink-soft">
        {view.priorityParts.map((part) => (
          <li key={part.what}>{t('part', { points: String(part.points), what: part.what })}</li>
        ))}
      </ul>
    </details>
  )
}

function OtherCases({ view, queue }: { view: CaseView; queue: string }) {
  const t = useT('caseFile')
  if (view.otherCases.length === 0) return null
  return (
    <Part title={t('why.otherCases')}>
      {view.otherCases.map((other) => (
        <p key={other.id} className="flex flex-wrap items-center gap-2">
          <Link href={paths.reviewCase(view.dataset.slug, other.id, queue)} className="link">
            {other.categoryLabel}
          </Link>
          <Badge>{t(other.status)}</Badge>
        </p>
      ))}
    </Part>
  )
}

/** Also those of the item's other categories: the outcome of the item is the strongest of those in force. */
function EarlierDecisions({ view }: { view: CaseView }) {
  const t = useT('caseFile.why')
  const labels = useT('labels')
  if (view.decisions.length === 0) return null
  const superseded = new Set(view.decisions.map((decision) => decision.supersedes))
  const inForce = view.decisions.filter(({ id }) => !superseded.has(id))
  const isOfAll = inForce.every(({ scope }) => scope === 'content')
  return (
    <Part title={t('decisions')}>
      <p className="text-ink-soft">
        {t.rich(isOfAll ? 'together' : 'togetherBut', {
          action: labels(`action.${view.outcome}.past`),
          strong: (words) => <strong>{words}</strong>,
        })}
      </p>
      <ul className="flex flex-col gap-2">
        {view.decisions.map((decision) => (
          <li key={decision.id} className={superseded.has(decision.id) ? 'text-ink-faint' : undefined}>
            {t.rich('decision', {
              action: (words) => <span className="font-medium">{words}</span>,
              done: labels(`action.${decision.action}.past`),
              by: decision.by,
              at: () => <Timestamp at={decision.at} />,
            })}
            <br />
            {decision.categoryLabel}, <code className="font-mono text-xs">{decision.reasonCode}</code>
            {decision.scope === 'content' ? '' : `, ${labels(`scope.${decision.scope}`)}`}
            {decision.territories ? `, ${t('onlyIn', { places: decision.territories.join(', ') })}` : ''}
            {superseded.has(decision.id) ? `, ${t('superseded')}` : ''}
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** What its maintainers say of the dataset, folded: who reviews one every day has read it. Links open beside the case, which stays claimed. */
function AboutDataset({ dataset }: { dataset: CaseView['dataset'] }) {
  const t = useT('caseFile.why.dataset')
  const { name, description, homepage, licence } = dataset
  return (
    <details>
      <summary className="font-medium">{t('title')}</summary>
      <div className="mt-2 flex flex-col gap-2">
        <p className="font-medium">
          <Visible text={name} />
        </p>
        <p className="wrap-anywhere text-ink-soft">
          {description === '' ? t('noDescription') : <Visible text={description} />}
        </p>
        <p className="wrap-anywhere">{t('licence', { licence })}</p>
        {homepage ? (
          <p className="wrap-anywhere">
            {t.rich('homepage', {
              link: () => (
                <a href={homepage} target="_blank" rel="noreferrer nofollow" className="link">
                  {homepage}
                </a>
              ),
            })}
          </p>
        ) : null}
      </div>
    </details>
  )
}
