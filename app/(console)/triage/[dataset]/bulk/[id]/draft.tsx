import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/page-header'
import type { BulkView } from '@/lib/bulk/queries'
import { paths } from '@/lib/paths'
import { discardBulkAction, startBulkAction } from '../actions'
import { LookTable } from './look-table'
import { SkippedList } from './skipped-list'
import { TallyTable } from './tally-table'
import { Terms } from './terms'

/** What would happen now, some of it to look at, and the button that makes it happen. */
export function Draft({ view }: { view: BulkView }) {
  const t = useT('bulk')
  const labels = useT('labels.action')
  const { counts, datasetId, id, kind, action } = view
  const fields = { datasetId, bulkId: id }
  const queue = view.selection.kind === 'filter' ? view.selection.queue : null
  const n = counts.willDecide
  return (
    <>
      <Section title={t('draft.title')}>
        <p role="status" className="mb-3">
          {kind === 'undo' || action === null
            ? t.rich('draft.undo', { n, b: strong })
            : t.rich('draft.decide', { n, b: strong, action: labels(`${action}.verb`).toLowerCase() })}{' '}
          {counts.skipped.length === 0 ? t('draft.noneSkipped') : null}
        </p>
        <Terms view={view} />
        {queue !== null ? (
          <p className="mb-3 text-sm">
            {t.rich('draft.filter', {
              link: (words) => (
                <Link href={paths.triageQueue(queue)} className="link">
                  {words}
                </Link>
              ),
            })}
          </p>
        ) : null}
        <SkippedList skipped={counts.skipped} would />
        {view.beyond > 0 ? (
          <Callout tone="note" title={t('draft.beyondTitle', { n: view.beyond })}>
            {t('draft.beyond', { total: view.total })}
          </Callout>
        ) : null}
        <div className="mt-4 grid gap-6 md:grid-cols-3">
          <TallyTable caption={t('draft.byCategory')} head={t('head.category')} tallies={counts.categories} />
          <TallyTable caption={t('draft.byDetector')} head={t('head.detector')} tallies={counts.detectors} />
          <TallyTable caption={t('draft.byQueue')} head={t('head.queue')} tallies={counts.queues} />
        </div>
      </Section>
      {view.look.length > 0 ? (
        <Section title={t('draft.look')}>
          <LookTable rows={view.look} />
        </Section>
      ) : null}
      <div className="mt-8 flex flex-wrap items-start gap-3">
        <ActionButton
          action={startBulkAction}
          fields={fields}
          kind={action === 'keep' || action === 'label' || kind === 'undo' ? 'primary' : 'danger'}
          pendingLabel={t('draft.starting')}
          disabledReason={view.denied}
        >
          {t(kind === 'undo' ? 'draft.startUndo' : 'draft.start', { n })}
        </ActionButton>
        <ActionButton
          action={discardBulkAction}
          fields={fields}
          kind="quiet"
          pendingLabel={t('draft.discarding')}
        >
          {t('draft.discard')}
        </ActionButton>
      </div>
    </>
  )
}

const strong = (words: ReactNode) => <strong>{words}</strong>
