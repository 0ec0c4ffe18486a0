import type { ReactNode } from 'react'
import { useLocale, useT } from '#i18n'
import { Badge } from '@/components/ui/badge'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { formatDate } from '@/lib/format'
import type { HostView } from '@/lib/fulfilment/hosts'

/** A place beside this one where the dataset can be had, and what of it was cleaned. `open`: in place of a day, for a part that was not. */
export function PlaceChecklist({
  host: { name, kind, address, items },
  open,
}: {
  host: Pick<HostView, 'name' | 'kind' | 'address' | 'items'>
  open: (item: HostView['items'][number]['item']) => ReactNode
}) {
  const t = useT('fulfilment')
  const locale = useLocale()
  return (
    <>
      <p className="mb-2">
        {name} <Badge>{t(`kind.${kind}`)}</Badge>{' '}
        <span className="font-mono text-sm wrap-anywhere text-ink-soft">{address}</span>
      </p>
      <Table caption={t('hosts.caption', { name })}>
        <TableHead>
          <Th>{t('hosts.part')}</Th>
          <Th align="end">{t('hosts.done')}</Th>
        </TableHead>
        <TableBody>
          {items.map(({ item, doneOn }) => (
            <Tr key={item}>
              <Td>{t(`item.${item}`)}</Td>
              <Td label={t('hosts.done')} align="end">
                {doneOn === null ? (
                  open(item)
                ) : (
                  <StatusBadge progress="done">{formatDate(new Date(doneOn), false, locale)}</StatusBadge>
                )}
              </Td>
            </Tr>
          ))}
        </TableBody>
      </Table>
    </>
  )
}
