import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { AutoRefresh } from '@/components/ui/auto-refresh'
import { buttonClass } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/page-header'
import { ProgressBar } from '@/components/ui/progress-bar'
import { UNDO_HOURS } from '@/lib/bulk/labels'
import type { BulkView } from '@/lib/bulk/queries'
import { formatRate } from '@/lib/format'
import { retold } from '@/lib/i18n/kept'
import { paths } from '@/lib/paths'
import { cancelBulkAction, goOnWithBulkAction, undoBulkAction } from '../actions'
import { SkippedList } from './skipped-list'
import { Terms } from './terms'

/** How far it came, what became of its cases, and the ways to stop it or take it back. */
export function Carried({ view }: { view: BulkView }) {
  const t = useT('bulk')
  const { datasetId, id, state, stopped, counts, decided, kind } = view
  const fields = { datasetId, bulkId: id }
  const left = view.total - sampled(view) - reached(view)
  return (
    <>
      {/* Said once, when it has ended: a progress that speaks every two seconds is in the way. */}
      <p role="status" className="sr-only">
        {state === 'running' ? null : t(`state.${state}`)}
      </p>
      {state === 'running' ? (
        <Section title={t('carried.progress')}>
          <Progress view={view} />
          <AutoRefresh seconds={2} />
          {view.stuck ? (
            <div className="mt-4">
              <Callout tone="warn" title={t('carried.stoppedTitle')}>
                {t('carried.failed')}
              </Callout>
            </div>
          ) : null}
          <div className="mt-4 flex flex-wrap gap-3">
            {view.stuck ? (
              <ActionButton
                action={goOnWithBulkAction}
                fields={fields}
                kind="primary"
                pendingLabel={t('carried.goingOn')}
              >
                {t('carried.goOn')}
              </ActionButton>
            ) : null}
            <ActionButton action={cancelBulkAction} fields={fields} pendingLabel={t('carried.cancelling')}>
              {t('carried.cancel')}
            </ActionButton>
          </div>
        </Section>
      ) : null}
      {stopped ? (
        <Callout tone="warn" title={t('carried.stoppedTitle')}>
          {t('carried.stopped', { why: retold(stopped) })}
        </Callout>
      ) : null}
      <Section title={t('carried.results')}>
        <p className="mb-3">
          {t.rich(kind === 'undo' ? 'carried.takenBack' : 'carried.decided', {
            n: decided,
            more: counts.skipped.length === 0 ? 'no' : 'yes',
            b: (words) => <strong>{words}</strong>,
          })}{' '}
          {left > 0 ? t('carried.notReached', { n: left }) : null}
        </p>
        <Terms view={view} />
        <SkippedList skipped={counts.skipped} />
        <a href={paths.bulkResults(view.slug, id)} download className={buttonClass({})}>
          {t('carried.csv')}
        </a>
      </Section>
      {state === 'running' ? null : <TakeBack view={view} />}
    </>
  )
}

function TakeBack({ view }: { view: BulkView }) {
  const t = useT('bulk')
  const { kind, undoes, slug, undoneBy, undoable, datasetId, id } = view
  if (kind === 'undo')
    return undoes ? (
      <p className="mt-6 text-sm">{t.rich('undo.of', { link: linkTo(paths.bulk(slug, undoes)) })}</p>
    ) : null
  return (
    <Section title={t('undo.title')}>
      {undoneBy ? (
        <p className="mb-3 text-sm">{t.rich('undo.done', { link: linkTo(paths.bulk(slug, undoneBy)) })}</p>
      ) : null}
      {view.allUndone ? null : undoable ? (
        <>
          <p className="mb-3 max-w-prose text-sm text-ink-soft">
            {t('undo.text', { hours: String(UNDO_HOURS) })}
          </p>
          <ActionButton
            action={undoBulkAction}
            fields={{ datasetId, bulkId: id }}
            pendingLabel={t('looking')}
          >
            {t('undo.action')}
          </ActionButton>
        </>
      ) : (
        <p className="text-sm text-ink-soft">
          {view.decided === 0 ? t('undo.nothing') : t('undo.over', { hours: String(UNDO_HOURS) })}
        </p>
      )}
    </Section>
  )
}

const reached = ({ decided, skipped }: BulkView) => decided + skipped
const sampled = ({ sample }: BulkView) => sample?.cases.length ?? 0

function linkTo(href: string) {
  return function To(words: ReactNode) {
    return (
      <Link href={href} className="link">
        {words}
      </Link>
    )
  }
}

function Progress({ view }: { view: BulkView }) {
  const t = useT('bulk.carried')
  const total = view.total - sampled(view)
  const perSecond = speedOf(view)
  return (
    <ProgressBar
      label={t(view.kind === 'undo' ? 'takingBack' : 'deciding')}
      done={reached(view)}
      total={total}
      amount={t('amount', { done: reached(view), n: total })}
      rate={perSecond > 0 ? formatRate(perSecond, t('unit')) : undefined}
      secondsLeft={perSecond > 0 ? (total - reached(view)) / perSecond : null}
    />
  )
}

function speedOf(view: BulkView): number {
  const seconds = view.startedAt ? (Date.now() - view.startedAt.getTime()) / 1000 : 0
  return seconds > 0 ? reached(view) / seconds : 0
}
