import { useT } from '#i18n'
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
  const t = useT('queue.list')
  const { datasetId, name, queues, recused } = dataset
  const blocked = recused ? t('recused') : null
  const any = queues.some(({ open }) => open > 0)
  return (
    <Section
      title={name}
      actions={
        <ActionButton
          action={startShiftAction}
          fields={{ datasetId, queueId: 'all' }}
          kind="primary"
          pendingLabel={t('takingNext')}
          disabledReason={blocked ?? (any ? null : t('nothingOpen'))}
        >
          {t('next')}
        </ActionButton>
      }
    >
      <Table caption={t('caption', { dataset: name })}>
        <TableHead>
          <Th>{t('queue')}</Th>
          <Th>{t('decidedBy')}</Th>
          <Th align="end">{t('open')}</Th>
          <Th>{t('oldest')}</Th>
          <Th>
            <span className="sr-only">{t('begin')}</span>
          </Th>
        </TableHead>
        <TableBody>
          {queues.map((queue) => (
            <Tr key={queue.id}>
              <Td label={t('queue')} className="font-medium">
                {queue.name}
              </Td>
              <Td label={t('decidedBy')}>
                {queue.blind ? queue.rule : t('inTheOpen', { rule: queue.rule })}
              </Td>
              <Td label={t('open')} align="end">
                <OpenCount queue={queue} />
              </Td>
              <Td label={t('oldest')}>{queue.oldest ? <Timestamp at={queue.oldest} /> : '–'}</Td>
              <Td align="end">
                {queue.open > 0 && !blocked ? (
                  <ActionButton
                    action={startShiftAction}
                    fields={{ datasetId, queueId: queue.id }}
                    size="sm"
                    pendingLabel={t('taking')}
                  >
                    {t.rich('nextOf', {
                      queue: queue.name,
                      hidden: (words) => <span className="sr-only">{words}</span>,
                    })}
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
  const t = useT('queue.list')
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-2">
      {queue.overdue > 0 ? <Badge tone="bad">{t('overdue', { n: queue.overdue })}</Badge> : null}
      {queue.dueSoon > 0 ? <Badge tone="warn">{t('due', { n: queue.dueSoon })}</Badge> : null}
      <span>
        {formatCount(queue.open)}
        {queue.capped ? '+' : ''}
      </span>
    </span>
  )
}
