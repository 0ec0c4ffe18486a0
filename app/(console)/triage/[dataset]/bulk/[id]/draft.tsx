import Link from 'next/link'
import { ActionButton } from '@/components/form/action-button'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/page-header'
import type { BulkView } from '@/lib/bulk/queries'
import { formatCount, formatPlural } from '@/lib/format'
import { paths } from '@/lib/paths'
import { discardBulkAction, startBulkAction } from '../actions'
import { LookTable } from './look-table'
import { SkippedList } from './skipped-list'
import { TallyTable } from './tally-table'

/** What would happen now, some of it to look at, and the button that makes it happen. */
export function Draft({ view }: { view: BulkView }) {
  const { counts, datasetId, id, kind, action } = view
  const fields = { datasetId, bulkId: id }
  const willDecide = formatPlural(counts.willDecide, 'case')
  return (
    <>
      <Section title="What would happen">
        <p role="status" className="mb-3">
          <strong>{willDecide}</strong>{' '}
          {kind === 'undo'
            ? 'would have the outcome back that it had before, and be open again.'
            : `would be decided: ${action}.`}{' '}
          {counts.skipped.length === 0 ? 'None would be skipped.' : null}
        </p>
        {view.selection.kind === 'filter' ? (
          <p className="mb-3 text-sm">
            <Link href={paths.triageQueue(view.selection.queue)} className="link">
              The filter in the table
            </Link>
            : what it finds now may be more or fewer than the cases held here.
          </p>
        ) : null}
        <SkippedList skipped={counts.skipped} would />
        {view.beyond > 0 ? (
          <Callout tone="note" title={`${formatCount(view.beyond)} more match`}>
            One bulk decision takes the most urgent {formatCount(view.total)}. Prepare another one for the
            rest when this is done.
          </Callout>
        ) : null}
        <div className="mt-4 grid gap-6 md:grid-cols-3">
          <TallyTable caption="By category" tallies={counts.categories} />
          <TallyTable caption="By detector" tallies={counts.detectors} />
          <TallyTable caption="By queue" tallies={counts.queues} />
        </div>
      </Section>
      {view.look.length > 0 ? (
        <Section title="Some of them, by lot">
          <LookTable rows={view.look} />
        </Section>
      ) : null}
      <div className="mt-8 flex flex-wrap items-start gap-3">
        <ActionButton
          action={startBulkAction}
          fields={fields}
          kind={action === 'keep' || action === 'label' || kind === 'undo' ? 'primary' : 'danger'}
          pendingLabel="Starting…"
          disabledReason={view.denied}
        >
          {kind === 'undo' ? `Take ${willDecide} back` : `Decide ${willDecide}`}
        </ActionButton>
        <ActionButton action={discardBulkAction} fields={fields} kind="quiet" pendingLabel="Discarding…">
          Discard
        </ActionButton>
      </div>
    </>
  )
}
