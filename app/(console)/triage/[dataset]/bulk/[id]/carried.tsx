import Link from 'next/link'
import { ActionButton } from '@/components/form/action-button'
import { AutoRefresh } from '@/components/ui/auto-refresh'
import { buttonClass } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/page-header'
import { ProgressBar } from '@/components/ui/progress-bar'
import { STATE, UNDO_HOURS } from '@/lib/bulk/labels'
import type { BulkView } from '@/lib/bulk/queries'
import { formatCount, formatPlural, formatRate } from '@/lib/format'
import { paths } from '@/lib/paths'
import { cancelBulkAction, undoBulkAction } from '../actions'
import { SkippedList } from './skipped-list'

/** How far it came, what became of its cases, and the ways to stop it or take it back. */
export function Carried({ view }: { view: BulkView }) {
  const { datasetId, id, state, stopped, counts, decided, kind } = view
  const fields = { datasetId, bulkId: id }
  return (
    <>
      {/* Said once, when it has ended: a progress that speaks every two seconds is in the way. */}
      <p role="status" className="sr-only">
        {state === 'running' ? null : STATE[state]}
      </p>
      {state === 'running' ? (
        <Section title="Progress">
          <ProgressBar {...progressOf(view)} />
          <AutoRefresh seconds={2} />
          <div className="mt-4">
            <ActionButton action={cancelBulkAction} fields={fields} pendingLabel="Cancelling…">
              Cancel the rest
            </ActionButton>
          </div>
        </Section>
      ) : null}
      {stopped ? (
        <Callout tone="warn" title="It stopped before its last case">
          {stopped} What was decided by then stays; prepare the rest again.
        </Callout>
      ) : null}
      <Section title="Results">
        <p className="mb-3">
          <strong>{formatPlural(decided, 'case')}</strong> {kind === 'undo' ? 'taken back' : 'decided'}
          {counts.skipped.length === 0 ? '.' : ','}{' '}
          {reached(view) < view.total - sampled(view)
            ? `${formatCount(view.total - sampled(view) - reached(view))} not reached.`
            : null}
        </p>
        <SkippedList skipped={counts.skipped} />
        <a href={paths.bulkResults(view.slug, id)} download className={buttonClass({})}>
          Results as CSV
        </a>
      </Section>
      {state === 'running' ? null : <TakeBack view={view} />}
    </>
  )
}

function TakeBack({ view }: { view: BulkView }) {
  const { kind, undoes, slug, undoneBy, undoable, datasetId, id } = view
  if (kind === 'undo')
    return undoes ? (
      <p className="mt-6 text-sm">
        It took back{' '}
        <Link href={paths.bulk(slug, undoes)} className="link">
          this bulk decision
        </Link>
        .
      </p>
    ) : null
  return (
    <Section title="Take it back">
      {undoneBy ? (
        <p className="mb-3 text-sm">
          <Link href={paths.bulk(slug, undoneBy)} className="link">
            It was taken back
          </Link>
          , as far as its decisions still stood.
        </p>
      ) : null}
      {undoable ? (
        <>
          <p className="mb-3 max-w-prose text-sm text-ink-soft">
            For {UNDO_HOURS} hours. Each case gets the outcome back that it had before, and is open again.
            What others decided since stays, and so does what a release was made with.
          </p>
          <ActionButton action={undoBulkAction} fields={{ datasetId, bulkId: id }} pendingLabel="Looking…">
            Take it back…
          </ActionButton>
        </>
      ) : (
        <p className="text-sm text-ink-soft">
          {view.decided === 0
            ? 'It decided nothing.'
            : `The ${UNDO_HOURS} hours are over. Its decisions can be changed one by one.`}
        </p>
      )}
    </Section>
  )
}

const reached = ({ decided, skipped }: BulkView) => decided + skipped
const sampled = ({ sample }: BulkView) => sample?.cases.length ?? 0

function progressOf(view: BulkView) {
  const total = view.total - sampled(view)
  const seconds = view.startedAt ? (Date.now() - view.startedAt.getTime()) / 1000 : 0
  const perSecond = seconds > 0 ? reached(view) / seconds : 0
  return {
    label: view.kind === 'undo' ? 'Taking back' : 'Deciding',
    done: reached(view),
    total,
    amount: `${formatCount(reached(view))} of ${formatPlural(total, 'case')}`,
    rate: perSecond > 0 ? formatRate(perSecond, 'cases') : undefined,
    secondsLeft: perSecond > 0 ? (total - reached(view)) / perSecond : null,
  }
}
