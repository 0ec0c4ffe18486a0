import type { ReactNode } from 'react'
import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { paths } from '@/lib/paths'
import { roleLabel } from '@/lib/people/labels'
import type { DatasetTeam } from '@/lib/people/queries'

/** For everybody but admins: who else looks after their datasets, by public name. */
export function DatasetTeams({ teams, children }: { teams: DatasetTeam[]; children: ReactNode }) {
  return (
    <>
      <PageHeader
        title="Team"
        lead="Who looks after your datasets, by the name the public sees. Admins give and take roles."
      />
      {children}
      {teams.length === 0 ? (
        <EmptyState title="You have no role in a dataset yet">
          You can{' '}
          <Link href={paths.join()} className="link">
            offer to review
          </Link>
          , or ask an admin of this instance.
        </EmptyState>
      ) : null}
      {teams.map((team) => (
        <Section key={team.dataset} title={team.dataset}>
          <Table caption={`People with a role in ${team.dataset}`}>
            <TableHead>
              <Th>Public name</Th>
              <Th>Roles</Th>
            </TableHead>
            <TableBody>
              {team.people.map(({ pseudonym, roles }) => (
                <Tr key={pseudonym}>
                  <Td label="Public name">{pseudonym}</Td>
                  <Td label="Roles">{roles.map(roleLabel).join(', ')}</Td>
                </Tr>
              ))}
            </TableBody>
          </Table>
        </Section>
      ))}
    </>
  )
}
