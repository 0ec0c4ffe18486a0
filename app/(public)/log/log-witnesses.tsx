import { useT } from '#i18n'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import type { WitnessView } from '@/lib/log/queries'

/** Who else has signed that the log only grew, how far, and who is silent. */
export function LogWitnesses({ witnesses }: { witnesses: readonly WitnessView[] }) {
  const t = useT('log.witnesses')
  return (
    <>
      <p className="mb-4 max-w-prose text-ink-soft">{t('lead')}</p>
      <Table caption={t('title')}>
        <TableHead>
          <Th>{t('witness')}</Th>
          <Th>{t('state')}</Th>
          <Th align="end">{t('size')}</Th>
          <Th align="end">{t('last')}</Th>
        </TableHead>
        <TableBody>
          {witnesses.map(({ name, vkey, size, answeredAt, failingSince }) => (
            <Tr key={vkey}>
              <Td className="wrap-anywhere">{name}</Td>
              <Td label={t('state')}>
                {failingSince ? (
                  <span className="flex flex-wrap items-center gap-x-2">
                    <StatusBadge progress="attention">{t('silent')}</StatusBadge>
                    <span className="text-ink-soft">
                      {t.rich('since', { when: () => <Timestamp at={failingSince} /> })}
                    </span>
                  </span>
                ) : answeredAt ? (
                  <StatusBadge progress="done">{t('signs')}</StatusBadge>
                ) : (
                  <StatusBadge progress="waiting">{t('notAsked')}</StatusBadge>
                )}
              </Td>
              <Td label={t('size')} align="end">
                {size === 0 ? '–' : t('entries', { n: size })}
              </Td>
              <Td label={t('last')} align="end">
                {answeredAt ? <Timestamp at={answeredAt} /> : '–'}
              </Td>
            </Tr>
          ))}
        </TableBody>
      </Table>
    </>
  )
}
