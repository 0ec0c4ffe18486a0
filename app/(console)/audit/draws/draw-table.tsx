import { useT } from '#i18n'
import { AutoRefresh } from '@/components/ui/auto-refresh'
import { Link } from '@/components/ui/link'
import { Count } from '@/components/ui/number'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import type { DrawView } from '@/lib/audit-draw/queries'
import { paths } from '@/lib/paths'

export function DrawTable({ draws }: { draws: readonly DrawView[] }) {
  const t = useT('audit.table')
  return (
    <>
      {draws.some(({ made }) => made === null) ? <AutoRefresh seconds={2} /> : null}
      <Table caption={t('caption')}>
        <TableHead>
          <Th>{t('dataset')}</Th>
          <Th align="end">{t('entries')}</Th>
          <Th align="end">{t('drawn')}</Th>
          <Th align="end">{t('opened')}</Th>
          <Th>{t('state')}</Th>
          <Th align="end">{t('announced')}</Th>
        </TableHead>
        <TableBody>
          {draws.map((draw) => (
            <Tr key={draw.id}>
              <Td>
                <Link href={paths.draw(draw.id)} className="link">
                  {draw.dataset?.name ?? t('everywhere')}
                </Link>
              </Td>
              <Td label={t('entries')} align="end">
                {t('range', { from: draw.from, to: draw.to })}
              </Td>
              <Td label={t('drawn')} align="end">
                {draw.made ? <Count value={draw.drawn} /> : '–'}
              </Td>
              <Td label={t('opened')} align="end">
                {draw.made ? <Count value={draw.opened} /> : '–'}
              </Td>
              <Td label={t('state')}>
                <DrawState draw={draw} />
              </Td>
              <Td label={t('announced')} align="end">
                <Timestamp at={draw.createdAt} />
              </Td>
            </Tr>
          ))}
        </TableBody>
      </Table>
    </>
  )
}

/** Waiting for what settles it, to be read until a day, or read. */
export function DrawState({ draw: { made, witness, drawn, opened } }: { draw: DrawView }) {
  const t = useT('audit.state')
  if (!made)
    return (
      <StatusBadge progress="waiting">
        {witness === null ? t('waitsForCheckpoint') : t('waitsFor', { witness })}
      </StatusBadge>
    )
  if (opened >= drawn) return <StatusBadge progress="done">{t('read')}</StatusBadge>
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <StatusBadge progress="attention">{t('toRead')}</StatusBadge>
      <span className="text-ink-soft">
        {t.rich('until', { day: () => <Timestamp at={made.dueAt} show="date" /> })}
      </span>
    </span>
  )
}
