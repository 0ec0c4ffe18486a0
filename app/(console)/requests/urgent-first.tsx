import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/page-header'
import { Count } from '@/components/ui/number'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import type { Member } from '@/lib/auth/actor'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { urgentRequests } from '@/lib/urgent/queries'

/** What a safety officer looks at before anything else. Nothing at all for anybody else, and nothing while there is none. */
export async function UrgentFirst({ actor }: { actor: Member }) {
  const rows = await urgentRequests(actor)
  if (rows.length === 0) return null
  const t = await getT('urgent.officer')
  return (
    <Section title={t('title')}>
      <p className="mb-3 max-w-prose text-ink-soft">{t('lead')}</p>
      <Table caption={t('caption')}>
        <TableHead>
          <Th>{t('report')}</Th>
          <Th>{t('about')}</Th>
          <Th>{t('dataset')}</Th>
          <Th align="end">{t('open')}</Th>
          <Th align="end">{t('due')}</Th>
        </TableHead>
        <TableBody>
          {rows.map(({ id, reference, about, dataset, open, waits, dueAt }) => (
            <Tr key={id}>
              <Td>
                <Link href={paths.request(id)} className="link font-mono">
                  {reference}
                </Link>
              </Td>
              <Td label={t('about')}>{t(about)}</Td>
              <Td label={t('dataset')}>{dataset}</Td>
              <Td label={t('open')} align="end">
                {waits ? (
                  <StatusBadge progress="attention">{t('waits')}</StatusBadge>
                ) : (
                  <Count value={open} />
                )}
              </Td>
              <Td label={t('due')} align="end">
                {dueAt ? <Timestamp at={dueAt} /> : <span className="text-ink-faint">–</span>}
              </Td>
            </Tr>
          ))}
        </TableBody>
      </Table>
    </Section>
  )
}
