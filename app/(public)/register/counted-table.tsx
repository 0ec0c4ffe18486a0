import { useT } from '#i18n'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import type { CountedMonth } from '@/lib/register/queries'

/** Months with what is only counted in them. */
export function CountedTable({ months }: { months: readonly CountedMonth[] }) {
  const t = useT('register.counted')
  const said = (n: number | null) => (n === null ? t('few') : t('about', { n }))
  return (
    <>
      <p className="mb-3 max-w-prose text-sm text-ink-soft">{t('text')}</p>
      {months.length === 0 ? (
        <p className="text-sm text-ink">{t('none')}</p>
      ) : (
        <Table caption={t('caption')}>
          <TableHead>
            <Th>{t('month')}</Th>
            <Th align="end">{t('privacy')}</Th>
            <Th align="end">{t('restricted')}</Th>
          </TableHead>
          <TableBody>
            {months.map(({ month, privacy, restricted }) => (
              <Tr key={month}>
                <Td className="font-medium">{month}</Td>
                <Td label={t('privacy')} align="end">
                  {said(privacy)}
                </Td>
                <Td label={t('restricted')} align="end">
                  {said(restricted)}
                </Td>
              </Tr>
            ))}
          </TableBody>
        </Table>
      )}
    </>
  )
}
