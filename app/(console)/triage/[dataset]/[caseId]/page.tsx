import { Suspense } from 'react'
import type { Metadata } from 'next'
import { useT } from '#i18n'
import { Messages } from '@/app/messages'
import { ActionButton } from '@/components/form/action-button'
import { LinkButton } from '@/components/ui/button'
import { CategoryBadge } from '@/components/ui/category-badge'
import { PageHeader } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { can } from '@/lib/auth/permissions'
import { requireMemberPage } from '@/lib/auth/session'
import { shiftCase } from '@/lib/golden/view'
import { orNotFound } from '@/lib/http/or-not-found'
import { listCategories } from '@/lib/flags/queries'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { reachOfCase } from '@/lib/review/case-sources'
import type { CaseView } from '@/lib/review/case-view'
import { parseFilters, queueOf } from '@/lib/review/filters'
import { neighbours } from '@/lib/review/neighbours'
import { nextInQueue } from '@/lib/review/next-case'
import { asQueue, awayFrom, shiftFrom } from '@/lib/review/paths'
import { hiddenPerDay } from '@/lib/review/report-limit'
import { hidesWithoutLimit } from '@/lib/review/restrict'
import { requestsOfCase } from '@/lib/takedowns/queries'
import { langOf } from '@/lib/text/language'
import { startShiftAction } from '../../../queue/actions'
import { DecidedNote } from '../../decided-note'
import { CaseHeading } from './case-heading'
import { CheckPanel } from './check-panel'
import { DecidePanel } from './decide-panel'
import { Item } from './item'
import { LeftInSight } from './left-in-sight'
import { Passages } from './passages'
import { Alike } from './alike'
import { Notes } from './notes'
import { Presence } from './presence'
import { ReportItem } from './report-item'
import { ClaimLost, ShiftBar } from './shift-bar'
import { MakeCheck } from './make-check'
import { ShiftFrame } from './shift-frame'
import { Why } from './why'
import { CommandKey } from './key'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('caseFile')
  return { title: t('title') }
}

/** Why it is here, the item, the decision. On a phone in the order in which one works: item, decision, why. */
export default async function CasePage({ params, searchParams }: PageProps<'/triage/[dataset]/[caseId]'>) {
  const { dataset, caseId } = await params
  const search = await searchParams
  const through = shiftFrom(search['shift'])
  const queue = through === null ? queueOf(parseFilters(search)) : asQueue(through)
  const actor = await requireMemberPage(paths.reviewCase(dataset, caseId, queue))
  const { view, check } = await orNotFound(shiftCase(actor, dataset, caseId))
  const shift = view.claimed && search['direct'] === undefined ? through : null
  const [t, requests, near, next, direct, categories] = await Promise.all([
    getT('caseFile'),
    requestsOfCase(actor, view),
    neighbours(view.datasetId, view.occurrences[0], actor),
    through !== null ? null : nextInQueue(actor, { queue, after: view }),
    search['direct'] === undefined ? null : reachOfCase(view),
    listCategories(),
  ])
  const nextHref = next && paths.reviewCase(next.dataset, next.caseId, queue)
  const page = (
    <div className="max-lg:pb-28">
      {check ? null : <DecidedNote done={search['done']} />}
      <ClaimLost />
      <PageHeader
        title={
          <CaseHeading
            of={view.id}
            words={t('heading', { category: view.categoryLabel, dataset: view.dataset.name })}
          />
        }
        trail={[
          through !== null
            ? { href: paths.queues(), label: t('queue') }
            : { href: paths.triageQueue(queue), label: t('triage') },
        ]}
        badges={<Badges view={view} />}
        actions={
          <>
            {shift ? (
              <ShiftBar />
            ) : through !== null ? (
              // They work through a queue and hold this case no more: it was answered, or its claim ran out.
              <span data-skip>
                <ActionButton
                  action={startShiftAction}
                  fields={{ datasetId: view.datasetId, queueId: through }}
                  size="sm"
                >
                  {t('nextCase')} <CommandKey of="skip" />
                </ActionButton>
              </span>
            ) : nextHref ? (
              <LinkButton href={nextHref} prefetch size="sm" data-skip>
                {t('skip')} <CommandKey of="skip" />
              </LinkButton>
            ) : null}
            {view.fields === null || check ? null : (
              <ReportItem
                datasetId={view.datasetId}
                caseId={view.id}
                categories={categories.filter(({ id }) => id !== view.category)}
                most={(await hidesWithoutLimit(actor, view.datasetId)) ? null : await hiddenPerDay()}
                queue={queue}
                away={nextHref ?? awayFrom(queue)}
              />
            )}
          </>
        }
      />
      <LeftInSight view={view} />
      <Presence key={`others ${view.id}`} datasetId={view.datasetId} caseId={view.id} />
      <Passages
        key={view.id}
        caseId={view.id}
        fields={fieldsOf(view)}
        found={view.passages}
        editable={view.protection === 'open' && view.fields !== null}
        look={view.look}
        lang={langOf(view.language)}
      >
        <div className="grid gap-x-7 gap-y-8 lg:grid-cols-[minmax(0,1fr)_19rem] xl:grid-cols-[13.5rem_minmax(0,1fr)_18rem] 2xl:grid-cols-[18rem_minmax(0,1fr)_20rem]">
          <div className="min-w-0 xl:col-start-2 xl:row-start-1">
            <Item view={view} queue={queue} />
            <Suspense>
              <Alike view={view} reader={actor} />
            </Suspense>
            <Suspense>
              <Notes view={view} actor={actor} />
            </Suspense>
          </div>
          <div className="min-w-0 lg:row-span-2 xl:col-start-3 xl:row-span-1 xl:row-start-1">
            {check ? (
              <CheckPanel check={check} />
            ) : (
              <DecidePanel view={view} queue={queue} nextHref={nextHref} direct={direct} />
            )}
            {can(actor, 'golden.edit', view.datasetId) ? <MakeCheck view={view} /> : null}
          </div>
          <div className="min-w-0 xl:col-start-1 xl:row-start-1">
            <Why view={view} queue={queue} requests={requests} near={near} />
          </div>
        </div>
      </Passages>
    </div>
  )
  return (
    <Messages areas={['checks', 'decide', 'keys', 'passages']}>
      {shift ? (
        <ShiftFrame key={view.id} at={{ datasetId: view.datasetId, dataset, caseId: view.id, shift }}>
          {page}
        </ShiftFrame>
      ) : (
        page
      )}
    </Messages>
  )
}

/** Where passages can be edited, the marks are made of them. */
const fieldsOf = ({ fields, protection }: CaseView) =>
  (fields ?? []).map((field) => (protection === 'open' ? { ...field, marks: [] } : field))

function Badges({ view }: { view: CaseView }) {
  const t = useT('caseFile')
  const labels = useT('labels')
  return (
    <>
      <CategoryBadge category={view.category} label={view.categoryLabel} />
      {view.status === 'decided' && view.inForce ? (
        <StatusBadge progress="done">{labels(`action.${view.inForce.action}.past`)}</StatusBadge>
      ) : (
        <StatusBadge progress="waiting">{view.inForce ? t('openAgain') : t('open')}</StatusBadge>
      )}
      {view.overdue ? <StatusBadge progress="refused">{t('overdue')}</StatusBadge> : null}
    </>
  )
}
