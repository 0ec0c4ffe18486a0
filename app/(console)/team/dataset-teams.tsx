import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { paths } from '@/lib/paths'
import { roleLabel } from '@/lib/people/labels'
import type { DatasetTeam } from '@/lib/people/queries'
import { dismissReviewerAction } from './actions'

/** For everybody but admins: who else looks after their datasets, by public name. */
export function DatasetTeams({ teams, children }: { teams: DatasetTeam[]; children: ReactNode }) {
  const t = useT('team')
  return (
    <>
      <PageHeader title={t('title')} lead={t('own.lead')} />
      {children}
      {teams.length === 0 ? (
        <EmptyState title={t('own.none')}>
          {t.rich('own.noneText', {
            link: (words) => (
              <Link href={paths.join()} className="link">
                {words}
              </Link>
            ),
          })}
        </EmptyState>
      ) : null}
      {teams.map((team) => (
        <Section key={team.id} title={team.dataset}>
          <Table caption={t('own.caption', { dataset: team.dataset })}>
            <TableHead>
              <Th>{t('publicName')}</Th>
              <Th>{t('roles')}</Th>
              {team.dismisses ? (
                <Th align="end">
                  <span className="sr-only">{t('own.change')}</span>
                </Th>
              ) : null}
            </TableHead>
            <TableBody>
              {team.people.map(({ id, pseudonym, roles }) => (
                <Tr key={pseudonym}>
                  <Td label={t('publicName')}>{pseudonym}</Td>
                  <Td label={t('roles')}>{roles.map(roleLabel).join(', ')}</Td>
                  {team.dismisses ? (
                    <Td align="end">
                      {id !== null && roles.includes('reviewer') ? (
                        <ActionButton
                          action={dismissReviewerAction}
                          fields={{ personId: id, datasetId: team.id }}
                          kind="quiet"
                          size="sm"
                        >
                          {t.rich('own.dismiss', { name: pseudonym, dataset: team.dataset, hidden })}
                        </ActionButton>
                      ) : null}
                    </Td>
                  ) : null}
                </Tr>
              ))}
            </TableBody>
          </Table>
        </Section>
      ))}
    </>
  )
}

const hidden = (words: ReactNode) => <span className="sr-only">{words}</span>
