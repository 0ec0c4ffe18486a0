import { ActionButton } from '@/components/form/action-button'
import { Count } from '@/components/ui/number'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { formatPercent } from '@/lib/format'
import { PROGRESS, STATE } from '@/lib/throttle/labels'
import type { WatchView } from '@/lib/throttle/queries'
import { letGoOnAction } from './actions'

/** Every version of a detector that has looked at the dataset, and what it came to while it was watched. */
export function WatchTable({ datasetId, watches }: { datasetId: string; watches: readonly WatchView[] }) {
  return (
    <Table caption="Detectors">
      <TableHead>
        <Th>Detector</Th>
        <Th>Version</Th>
        <Th>State</Th>
        <Th align="end">Rows watched</Th>
        <Th align="end">Found something in</Th>
        <Th className="sm:ps-6">Settled</Th>
      </TableHead>
      <TableBody>
        {watches.map((watch) => (
          <Tr key={`${watch.detector} ${watch.version}`}>
            <Td className="font-medium">{watch.detector}</Td>
            <Td label="Version">{watch.version}</Td>
            <Td label="State">
              <StatusBadge progress={PROGRESS[watch.state]}>{STATE[watch.state].toLowerCase()}</StatusBadge>
            </Td>
            <Td label="Rows watched" align="end">
              {watch.rowsSeen > 0 ? <Count value={watch.rowsSeen} /> : '–'}
            </Td>
            <Td label="Found something in" align="end">
              {watch.rowsSeen > 0 ? formatPercent(watch.rowsHit / watch.rowsSeen) : '–'}
            </Td>
            <Td label="Settled" className="sm:ps-6">
              <Settled watch={watch} datasetId={datasetId} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}

function Settled({ watch, datasetId }: { watch: WatchView; datasetId: string }) {
  const { detector, version, state, settledAt, settledBy } = watch
  return (
    <>
      {settledAt ? (
        <>
          {settledBy ? `by ${settledBy}, ` : 'by a newer version, '}
          <Timestamp at={settledAt} />
        </>
      ) : (
        '–'
      )}
      {state === 'dropped' && settledBy ? (
        <ActionButton action={letGoOnAction} fields={{ datasetId, detector, version }} size="sm" kind="quiet">
          Use it again
        </ActionButton>
      ) : null}
    </>
  )
}
