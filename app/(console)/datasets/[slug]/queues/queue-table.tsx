import Link from 'next/link'
import { ActionButton } from '@/components/form/action-button'
import { Badge } from '@/components/ui/badge'
import { DialogButton } from '@/components/ui/dialog'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { formatCount, formatPlural } from '@/lib/format'
import { paths } from '@/lib/paths'
import { ACTION } from '@/lib/review/labels'
import { conditionsInWords, type Queue, quorumInWords, takesEverything } from '@/lib/review/queue-rules'
import type { CountedQueue } from '@/lib/review/shift'
import { moveQueueAction, retireQueueAction } from './actions'

/** The queues in the order in which they are tried, with what can be done to each. */
export function QueueTable({
  slug,
  datasetId,
  queues,
  labels,
}: {
  slug: string
  datasetId: string
  queues: readonly CountedQueue[]
  labels: ReadonlyMap<string, string>
}) {
  const catchesAll = queues.findIndex(({ rules }) => takesEverything(rules))
  const catchers = queues.filter(({ rules }) => takesEverything(rules)).length
  return (
    <Table caption="Queues in the order in which they are tried">
      <TableHead>
        <Th align="end">Place</Th>
        <Th>Queue</Th>
        <Th>Takes</Th>
        <Th>Decided by</Th>
        <Th align="end">Open</Th>
        <Th>
          <span className="sr-only">Change</span>
        </Th>
      </TableHead>
      <TableBody>
        {queues.map(({ rules, open, capped }, i) => (
          <Tr key={rules.id}>
            <Td label="Place" align="end">
              {i + 1}
            </Td>
            <Td label="Queue">
              <Link href={paths.datasetQueue(slug, rules.id)} className="link font-medium">
                {rules.name}
              </Link>
            </Td>
            <Td label="Takes">
              <div>
                {conditionsInWords(rules, labels)}
                {catchesAll >= 0 && i > catchesAll ? (
                  <span className="mt-1 block">
                    <Badge tone="warn">never reached</Badge>
                  </span>
                ) : null}
              </div>
            </Td>
            <Td label="Decided by">
              <div>
                {quorumInWords(rules)}
                {furtherRules(rules).map((rule) => (
                  <span key={rule} className="block text-ink-soft">
                    {rule}
                  </span>
                ))}
              </div>
            </Td>
            <Td label="Open" align="end">
              {formatCount(open)}
              {capped ? '+' : ''}
            </Td>
            <Td align="end">
              <div className="flex flex-wrap gap-1 sm:justify-end">
                {i > 0 ? <Move datasetId={datasetId} queue={rules} by="up" from={i + 1} /> : null}
                {i < queues.length - 1 ? (
                  <Move datasetId={datasetId} queue={rules} by="down" from={i + 1} />
                ) : null}
                {takesEverything(rules) && catchers === 1 ? null : (
                  <Retire datasetId={datasetId} queue={rules} open={open} capped={capped} />
                )}
              </div>
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}

/** Not of the only queue without conditions: something must catch what is left. */
function Retire({
  datasetId,
  queue,
  open,
  capped,
}: {
  datasetId: string
  queue: Queue
  open: number
  capped: boolean
}) {
  return (
    <DialogButton
      size="sm"
      kind="quiet"
      label={
        <>
          Retire<span className="sr-only"> {queue.name}</span>
        </>
      }
      title={`Retire “${queue.name}”`}
    >
      <p>
        {open === 0
          ? 'No case is open in it.'
          : `${formatPlural(open, 'open case')}${capped ? ' or more' : ''} will go to the next queue that takes them.`}{' '}
        What was decided in it stays as it is.
      </p>
      <ActionButton
        action={retireQueueAction}
        fields={{ datasetId, queueId: queue.id }}
        kind="danger"
        pendingLabel="Retiring…"
      >
        Retire this queue
      </ActionButton>
    </DialogButton>
  )
}

function Move({
  datasetId,
  queue,
  by,
  from,
}: {
  datasetId: string
  queue: Queue
  by: 'up' | 'down'
  from: number
}) {
  return (
    <ActionButton
      action={moveQueueAction}
      fields={{ datasetId, queueId: queue.id, by, from: String(from) }}
      size="sm"
      kind="quiet"
      pendingLabel="Moving…"
    >
      <span aria-hidden>{by === 'up' ? '↑' : '↓'}</span>
      <span className="sr-only">
        Move {queue.name} {by}
      </span>
    </ActionButton>
  )
}

function furtherRules({ blind, actions, dueHours, audience, covered }: Queue): string[] {
  return [
    audience === 'lead' ? 'leads only' : null,
    blind ? null : 'in the open: later reviewers see earlier votes',
    actions ? `only: ${actions.map((action) => ACTION[action].verb.toLowerCase()).join(', ')}` : null,
    dueHours ? `due after ${dueIn(dueHours)}` : null,
    covered ? 'texts covered until asked for' : null,
  ].filter((rule) => rule !== null)
}

const dueIn = (hours: number) =>
  hours % 24 === 0 ? formatPlural(hours / 24, 'day') : formatPlural(hours, 'hour')
