import { useT } from '#i18n'
import { AutoRefresh } from '@/components/ui/auto-refresh'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { BASIS_CODES } from '@/lib/erasure/labels'
import type { erasures } from '@/lib/erasure/queries'

type Row = Awaited<ReturnType<typeof erasures>>[number]

export function ErasureTable({ rows }: { rows: readonly Row[] }) {
  const t = useT('erasures')
  return (
    <>
      {rows.some(({ state }) => state !== 'done') ? <AutoRefresh seconds={2} /> : null}
      <Table caption={t('table.caption')}>
        <TableHead>
          <Th>{t('table.what')}</Th>
          <Th>{t('table.dataset')}</Th>
          <Th>{t('table.basis')}</Th>
          <Th>{t('table.by')}</Th>
          <Th>{t('table.state')}</Th>
          <Th align="end">{t('table.at')}</Th>
        </TableHead>
        <TableBody>
          {rows.map(({ id, digest, reference, dataset, basis, by, state, error, createdAt }) => (
            <Tr key={id}>
              <Td>
                {digest ? (
                  <span>
                    {t.rich('table.text', {
                      start: digest.slice(0, 12),
                      digest: (start) => <span className="font-mono">{start}</span>,
                    })}
                  </span>
                ) : (
                  t('table.request', { reference: reference ?? '' })
                )}
              </Td>
              <Td label={t('table.dataset')}>{dataset}</Td>
              <Td label={t('table.basis')}>
                <Basis code={basis} />
              </Td>
              <Td label={t('table.by')}>{by}</Td>
              <Td label={t('table.state')}>
                <StatusBadge progress={state === 'done' ? 'done' : 'waiting'}>
                  {t(`state.${state}`)}
                </StatusBadge>
                {error ? <span className="block text-ink-soft">{error}</span> : null}
              </Td>
              <Td label={t('table.at')} align="end">
                <Timestamp at={createdAt} />
              </Td>
            </Tr>
          ))}
        </TableBody>
      </Table>
    </>
  )
}

/** A code that an older list has and this product does not is shown as it is. */
function Basis({ code }: { code: string }) {
  const t = useT('erasures.basis')
  const known = BASIS_CODES.find((basis) => basis === code)
  return known ? t(known) : code
}
