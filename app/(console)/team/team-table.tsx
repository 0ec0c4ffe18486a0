import { ActionButton } from '@/components/form/action-button'
import { Badge } from '@/components/ui/badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { roleLabel } from '@/lib/people/labels'
import type { TeamMember } from '@/lib/people/queries'
import { disablePersonAction, enablePersonAction, revokeRoleAction } from './actions'

export function TeamTable({ team }: { team: TeamMember[] }) {
  return (
    <Table caption="Accounts with their roles">
      <TableHead>
        <Th>Person</Th>
        <Th>Public name</Th>
        <Th>Roles</Th>
        <Th>Account</Th>
      </TableHead>
      <TableBody>
        {team.map((member) => (
          <Tr key={member.id}>
            <Td label="Person">
              <div>
                <span className="font-medium">{member.name}</span>
                <br />
                <span className="wrap-anywhere text-ink-soft">{member.email}</span>
              </div>
            </Td>
            <Td label="Public name">{member.pseudonym}</Td>
            <Td label="Roles">
              <Roles member={member} />
            </Td>
            <Td label="Account">
              {member.disabled ? <Badge tone="bad">Disabled</Badge> : null}
              <ActionButton
                action={member.disabled ? enablePersonAction : disablePersonAction}
                fields={{ personId: member.id }}
                kind="quiet"
                size="sm"
              >
                {member.disabled ? 'Enable' : 'Disable'} <span className="sr-only">{member.name}</span>
              </ActionButton>
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}

function Roles({ member }: { member: TeamMember }) {
  if (member.roles.length === 0) return <span className="text-ink-soft">none</span>
  return (
    <ul className="flex flex-col gap-1">
      {member.roles.map(({ role, dataset }) => (
        <li key={`${role} ${dataset}`} className="flex flex-wrap items-center gap-2">
          <Badge>{roleLabel(role)}</Badge>
          {dataset}
          <ActionButton
            action={revokeRoleAction}
            fields={{ email: member.email, role, dataset: dataset ?? '' }}
            kind="quiet"
            size="sm"
          >
            Take away{' '}
            <span className="sr-only">
              {roleLabel(role)} {dataset} from {member.name}
            </span>
          </ActionButton>
        </li>
      ))}
    </ul>
  )
}
