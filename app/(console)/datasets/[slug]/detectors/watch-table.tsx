import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { Count } from '@/components/ui/number'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { formatPercent } from '@/lib/format'
import { PROGRESS } from '@/lib/throttle/labels'
import type { WatchView } from '@/lib/throttle/queries'
import { letGoOnAction } from './actions'

/** Every version of a detector that has looked at the dataset, and what it came to while it was watched. */
export function WatchTable({
  datasetId,
  watches,
  denied,
}: {
  datasetId: string
  watches: readonly WatchView[]
  /** Why the reader settles none of them. */
  denied: string | null
}) {
  const t = useT('detectors')
  return (
    <Table caption={t('table.caption')}>
      <TableHead>
        <Th>{t('table.detector')}</Th>
        <Th>{t('table.version')}</Th>
        <Th>{t('table.state')}</Th>
        <Th align="end">{t('table.rows')}</Th>
        <Th align="end">{t('table.found')}</Th>
        <Th className="sm:ps-6">{t('table.settled')}</Th>
      </TableHead>
      <TableBody>
        {watches.map((watch) => (
          <Tr key={`${watch.detector} ${watch.version}`}>
            <Td className="font-medium">{watch.detector}</Td>
            <Td label={t('table.version')}>{watch.version}</Td>
            <Td label={t('table.state')}>
              <StatusBadge progress={PROGRESS[watch.state]}>{t(`state.${watch.state}`)}</StatusBadge>
            </Td>
            <Td label={t('table.rows')} align="end">
              {watch.rowsSeen > 0 ? <Count value={watch.rowsSeen} /> : '–'}
            </Td>
            <Td label={t('table.found')} align="end">
              {watch.rowsSeen > 0 ? formatPercent(watch.rowsHit / watch.rowsSeen) : '–'}
            </Td>
            <Td label={t('table.settled')} className="sm:ps-6">
              <Settled watch={watch} datasetId={datasetId} denied={denied} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}

function Settled({
  watch,
  datasetId,
  denied,
}: {
  watch: WatchView
  datasetId: string
  denied: string | null
}) {
  const { detector, version, state, settledAt, settledBy } = watch
  const t = useT('detectors.table')
  const when = () => (settledAt ? <Timestamp at={settledAt} /> : null)
  return (
    <div className="min-w-0">
      {settledAt
        ? settledBy
          ? t.rich('by', { name: settledBy, when })
          : t.rich('byVersion', { when })
        : '–'}
      {state === 'dropped' && settledBy ? (
        <ActionButton
          action={letGoOnAction}
          fields={{ datasetId, detector, version }}
          size="sm"
          kind="quiet"
          disabledReason={denied}
        >
          {t('again')}
        </ActionButton>
      ) : null}
    </div>
  )
}
