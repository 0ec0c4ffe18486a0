import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { Badge } from '@/components/ui/badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { roleLabel } from '@/lib/people/labels'
import type { TeamMember } from '@/lib/people/queries'
import { disablePersonAction, enablePersonAction, revokeRoleAction } from './actions'

export function TeamTable({ team }: { team: TeamMember[] }) {
  const t = useT('team')
  return (
    <Table caption={t('table.caption')}>
      <TableHead>
        <Th>{t('table.person')}</Th>
        <Th>{t('publicName')}</Th>
        <Th>{t('roles')}</Th>
        <Th>{t('table.account')}</Th>
      </TableHead>
      <TableBody>
        {team.map((member) => (
          <Tr key={member.id}>
            <Td label={t('table.person')}>
              <div>
                <span className="font-medium">{member.name}</span>
                <br />
                <span className="wrap-anywhere text-ink-soft">{member.email}</span>
              </div>
            </Td>
            <Td label={t('publicName')}>{member.pseudonym}</Td>
            <Td label={t('roles')}>
              <Roles member={member} />
            </Td>
            <Td label={t('table.account')}>
              {member.disabled ? <Badge tone="bad">{t('table.disabled')}</Badge> : null}
              <ActionButton
                action={member.disabled ? enablePersonAction : disablePersonAction}
                fields={{ personId: member.id }}
                kind="quiet"
                size="sm"
              >
                {t.rich(`table.${member.disabled ? 'enable' : 'disable'}`, { name: member.name, hidden })}
              </ActionButton>
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}

function Roles({ member }: { member: TeamMember }) {
  const t = useT('team')
  if (member.roles.length === 0) return <span className="text-ink-soft">{t('table.none')}</span>
  return (
    <ul className="flex flex-col gap-1 max-sm:gap-3">
      {member.roles.map(({ role, dataset }) => (
        <li key={`${role} ${dataset}`} className="flex flex-wrap items-center gap-x-2">
          <Badge>{roleLabel(role)}</Badge>
          {dataset}
          <ActionButton
            action={revokeRoleAction}
            fields={{ email: member.email, role, dataset: dataset ?? '' }}
            kind="quiet"
            size="sm"
          >
            {t.rich(dataset === null ? 'table.takeAway' : 'table.takeAwayIn', {
              role: roleLabel(role),
              dataset: dataset ?? '',
              name: member.name,
              hidden,
            })}
          </ActionButton>
        </li>
      ))}
    </ul>
  )
}

const hidden = (words: ReactNode) => <span className="sr-only">{words}</span>
