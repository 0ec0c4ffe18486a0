import { useLocale, useT } from '#i18n'
import { Link } from '@/components/ui/link'
import { Count } from '@/components/ui/number'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { formatDate } from '@/lib/format'
import { paths } from '@/lib/paths'
import type { PublicEntry } from '@/lib/register/queries'

/** `names`: of the datasets, by slug. */
export function RegisterTable({
  entries,
  names,
}: {
  entries: readonly PublicEntry[]
  names: ReadonlyMap<string, string>
}) {
  const t = useT('register')
  const label = useT('labels.takedownKind')
  const locale = useLocale()
  const day = (text: string) => formatDate(new Date(text), true, locale)
  return (
    <Table caption={t('table.caption')}>
      <TableHead>
        <Th>{t('table.request')}</Th>
        <Th>{t('table.dataset')}</Th>
        <Th align="end">{t('table.named')}</Th>
        <Th>{t('table.outcome')}</Th>
        <Th>{t('table.standing')}</Th>
        <Th align="end">{t('table.decided')}</Th>
        <Th align="end">{t('table.published')}</Th>
      </TableHead>
      <TableBody>
        {entries.map(({ id, notice, now, standing, published }) => (
          <Tr key={id}>
            <Td>
              <Link href={paths.registerEntry(id)} className="link">
                {notice ? label(notice.kind) : t('table.rescinded')}
              </Link>
            </Td>
            <Td label={t('table.dataset')}>
              {notice ? (names.get(notice.dataset) ?? notice.dataset) : <None />}
            </Td>
            <Td label={t('table.named')} align="end">
              {notice ? <Count value={notice.targets} /> : <None />}
            </Td>
            <Td label={t('table.outcome')}>
              {notice ? t(`outcome.${now?.outcome ?? notice.outcome}`) : <None />}
              {now ? <span className="text-ink-soft">{` ${t('table.changed')}`}</span> : null}
            </Td>
            <Td label={t('table.standing')}>{t(`standing.${standing}`)}</Td>
            <Td label={t('table.decided')} align="end" className="whitespace-nowrap">
              {notice ? day(notice.decided) : <None />}
            </Td>
            <Td label={t('table.published')} align="end" className="whitespace-nowrap">
              {day(published)}
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}

const None = () => <span className="text-ink-faint">–</span>
