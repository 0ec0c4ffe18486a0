import { ActionButton } from '@/components/form/action-button'
import { Link } from '@/components/ui/link'
import { Count } from '@/components/ui/number'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import type { Member } from '@/lib/auth/actor'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { hiddenPerDay } from '@/lib/review/report-limit'
import { reportersInSight } from '@/lib/review/reporters-in-sight'
import { hideReportedAction } from './actions'

/** Who reported more than their reports hide, for safety officers. Nothing at all for anybody else, and nothing while there is nobody. */
export async function InSightFirst({ actor }: { actor: Member }) {
  const rows = await reportersInSight(actor)
  if (rows.length === 0) return null
  const t = await getT('urgent.inSight')
  return (
    <Section title={t('title')}>
      <p className="mb-3 max-w-prose text-ink-soft">{t('lead', { most: await hiddenPerDay() })}</p>
      <p className="mb-3 max-w-prose text-ink-soft">
        {t.rich('person', {
          link: (words) => (
            <Link href={paths.team()} className="link">
              {words}
            </Link>
          ),
        })}
      </p>
      <Table caption={t('caption')}>
        <TableHead>
          <Th>{t('by')}</Th>
          <Th>{t('datasets')}</Th>
          <Th align="end">{t('items')}</Th>
          <Th align="end">{t('since')}</Th>
          <Th className="sm:ps-6">{t('hideHead')}</Th>
        </TableHead>
        <TableBody>
          {rows.map(({ personId, by, datasets, items, since, first }) => (
            <Tr key={personId}>
              <Td>
                <Link href={paths.reviewCase(first.dataset, first.caseId)} className="link">
                  {by}
                </Link>
              </Td>
              <Td label={t('datasets')}>{datasets.join(', ')}</Td>
              <Td label={t('items')} align="end">
                <Count value={items} />
              </Td>
              <Td label={t('since')} align="end">
                <Timestamp at={since} />
              </Td>
              <Td className="sm:ps-6">
                <ActionButton
                  action={hideReportedAction}
                  fields={{ personId }}
                  size="sm"
                  pendingLabel={t('hiding')}
                >
                  {t('hideAll', { by })}
                </ActionButton>
              </Td>
            </Tr>
          ))}
        </TableBody>
      </Table>
    </Section>
  )
}
