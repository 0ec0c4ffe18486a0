import type { Metadata } from 'next'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Timestamp } from '@/components/ui/timestamp'
import { can } from '@/lib/auth/permissions'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetOptions } from '@/lib/datasets/options'
import { paths } from '@/lib/paths'
import { roleLabel } from '@/lib/people/labels'
import { datasetTeams, listTeam, recentRoleChanges } from '@/lib/people/queries'
import { offersFor } from '@/lib/volunteers/queries'
import { DatasetTeams } from './dataset-teams'
import { CreateAccount, GrantRole } from './forms'
import { TeamTable } from './team-table'
import { Volunteers } from './volunteers'

export const metadata: Metadata = { title: 'Team' }

export default async function TeamPage({ searchParams }: PageProps<'/team'>) {
  const actor = await requireMemberPage(paths.team())
  const [offers, { answered }] = await Promise.all([offersFor(actor), searchParams])
  const volunteers = <Volunteers {...offers} done={answered} />
  if (!can(actor, 'people.manage'))
    return <DatasetTeams teams={await datasetTeams(actor)}>{volunteers}</DatasetTeams>
  const [team, changes, datasets] = await Promise.all([
    listTeam(actor),
    recentRoleChanges(actor),
    datasetOptions(),
  ])
  return (
    <>
      <PageHeader
        title="Team"
        lead="Who has an account, and what they may do. A change holds from the person’s next click."
      />
      {volunteers}
      <Section title="Accounts">
        <TeamTable team={team} />
      </Section>
      <div className="mt-10 grid gap-x-10 gap-y-10 lg:grid-cols-2 [&>section]:mt-0">
        <Section title="Give a role">
          <GrantRole datasets={datasets} />
        </Section>
        <Section title="Make an account">
          <CreateAccount />
        </Section>
      </div>
      <Section title="Latest changes">
        {changes.length === 0 ? (
          <p className="text-sm text-ink-soft">No role has been given or taken away yet.</p>
        ) : null}
        <ul className="flex flex-col gap-1 text-sm">
          {changes.map((change) => (
            <li key={change.id}>
              <Timestamp at={change.at} />: {change.person}{' '}
              {change.change === 'granted' ? 'became' : 'is no longer'} {roleLabel(change.role)}
              {change.dataset ? ` of ${change.dataset}` : ''}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
