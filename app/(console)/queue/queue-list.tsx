import { ActionButton } from '@/components/form/action-button'
import { Badge } from '@/components/ui/badge'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { formatCount } from '@/lib/format'
import type { DatasetQueues, QueueView } from '@/lib/review/shift'
import { startShiftAction } from './actions'

/** The queues of one dataset, in the order in which their cases are served. */
export function QueueList({ dataset }: { dataset: DatasetQueues }) {
  const { datasetId, name, queues, recused } = dataset
  const blocked = recused ? 'You declared a conflict of interest here.' : null
  const any = queues.some(({ open }) => open > 0)
  return (
    <Section
      title={name}
      actions={
        <ActionButton
          action={startShiftAction}
          fields={{ datasetId, queueId: 'all' }}
          kind="primary"
          pendingLabel="Taking the next case…"
          disabledReason={blocked ?? (any ? null : 'Nothing is open.')}
        >
          Next case of all queues
        </ActionButton>
      }
    >
      <Table caption={`Queues of ${name}`}>
        <TableHead>
          <Th>Queue</Th>
          <Th>Decided by</Th>
          <Th align="end">Open</Th>
          <Th>Oldest</Th>
          <Th>
            <span className="sr-only">Begin</span>
          </Th>
        </TableHead>
        <TableBody>
          {queues.map((queue) => (
            <Tr key={queue.id}>
              <Td label="Queue" className="font-medium">
                {queue.name}
              </Td>
              <Td label="Decided by">
                {queue.rule}
                {queue.blind ? '' : ', in the open'}
              </Td>
              <Td label="Open" align="end">
                <OpenCount queue={queue} />
              </Td>
              <Td label="Oldest">{queue.oldest ? <Timestamp at={queue.oldest} /> : '–'}</Td>
              <Td align="end">
                {queue.open > 0 && !blocked ? (
                  <ActionButton
                    action={startShiftAction}
                    fields={{ datasetId, queueId: queue.id }}
                    size="sm"
                    pendingLabel="Taking…"
                  >
                    Next case<span className="sr-only"> of {queue.name}</span>
                  </ActionButton>
                ) : null}
              </Td>
            </Tr>
          ))}
        </TableBody>
      </Table>
    </Section>
  )
}

function OpenCount({ queue }: { queue: QueueView }) {
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-2">
      {queue.dueSoon > 0 ? <Badge tone="warn">{formatCount(queue.dueSoon)} due today</Badge> : null}
      <span>
        {formatCount(queue.open)}
        {queue.capped ? '+' : ''}
      </span>
    </span>
  )
}
