import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { Badge } from '@/components/ui/badge'
import { DialogButton } from '@/components/ui/dialog'
import { Link } from '@/components/ui/link'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { formatCount } from '@/lib/format'
import { paths } from '@/lib/paths'
import { conditionsInWords, type Queue, quorumInWords, takesEverything } from '@/lib/review/queue-rules'
import type { CountedQueue } from '@/lib/review/shift'
import { moveQueueAction, retireQueueAction } from './actions'

/** The queues in the order in which they are tried, with what can be done to each. */
export function QueueTable({
  slug,
  datasetId,
  queues,
}: {
  slug: string
  datasetId: string
  queues: readonly CountedQueue[]
}) {
  const t = useT('queues.page.table')
  const list = useT('queue.list')
  const catchesAll = queues.findIndex(({ rules }) => takesEverything(rules))
  const catchers = queues.filter(({ rules }) => takesEverything(rules)).length
  return (
    <Table caption={t('caption')}>
      <TableHead>
        <Th align="end">{t('place')}</Th>
        <Th>{list('queue')}</Th>
        <Th>{t('takes')}</Th>
        <Th>{list('decidedBy')}</Th>
        <Th align="end">{list('open')}</Th>
        <Th>
          <span className="sr-only">{t('change')}</span>
        </Th>
      </TableHead>
      <TableBody>
        {queues.map(({ rules, open, capped }, i) => (
          <Tr key={rules.id}>
            <Td label={t('place')} align="end">
              {i + 1}
            </Td>
            <Td label={list('queue')}>
              <Link href={paths.datasetQueue(slug, rules.id)} className="link font-medium">
                {rules.name}
              </Link>
            </Td>
            <Td label={t('takes')}>
              <div>
                {conditionsInWords(rules)}
                {catchesAll >= 0 && i > catchesAll ? (
                  <span className="mt-1 block">
                    <Badge tone="warn">{t('unreached')}</Badge>
                  </span>
                ) : null}
              </div>
            </Td>
            <Td label={list('decidedBy')}>
              <div>
                {quorumInWords(rules)}
                <FurtherRules queue={rules} />
              </div>
            </Td>
            <Td label={list('open')} align="end">
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
  const t = useT('queues.page.retire')
  return (
    <DialogButton
      size="sm"
      kind="quiet"
      label={t.rich('label', {
        queue: queue.name,
        hidden: (words) => <span className="sr-only">{words}</span>,
      })}
      title={t('title', { queue: queue.name })}
    >
      <p>{open === 0 ? t('empty') : t(capped ? 'casesOrMore' : 'cases', { n: open })}</p>
      <ActionButton
        action={retireQueueAction}
        fields={{ datasetId, queueId: queue.id }}
        kind="danger"
        pendingLabel={t('doing')}
      >
        {t('do')}
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
  const t = useT('queues.page.move')
  return (
    <ActionButton
      action={moveQueueAction}
      fields={{ datasetId, queueId: queue.id, by, from: String(from) }}
      size="sm"
      kind="quiet"
      pendingLabel={t('doing')}
    >
      <span aria-hidden>{by === 'up' ? '↑' : '↓'}</span>
      <span className="sr-only">{t(by, { queue: queue.name })}</span>
    </ActionButton>
  )
}

function FurtherRules({ queue: { blind, actions, dueHours, audience, covered } }: { queue: Queue }) {
  const t = useT('queues.page.further')
  const act = useT('queues.changes.action')
  const rules = [
    audience === 'lead' ? t('leadsOnly') : null,
    blind ? null : t('inTheOpen'),
    actions ? t('only', { actions: actions.map((action) => act(action)).join(', ') }) : null,
    dueHours
      ? dueHours % 24 === 0
        ? t('dueDays', { n: dueHours / 24 })
        : t('dueHours', { n: dueHours })
      : null,
    covered ? t('covered') : null,
  ].filter((rule) => rule !== null)
  return rules.map((rule) => (
    <span key={rule} className="block text-ink-soft">
      {rule}
    </span>
  ))
}
