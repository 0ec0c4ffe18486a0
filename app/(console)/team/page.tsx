import type { Metadata } from 'next'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/components/ui/link'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Timestamp } from '@/components/ui/timestamp'
import { can } from '@/lib/auth/permissions'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetOptions } from '@/lib/datasets/options'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { roleLabel } from '@/lib/people/labels'
import { unhandled } from '@/lib/people/members'
import { datasetTeams, listTeam, recentRoleChanges } from '@/lib/people/queries'
import { offersFor } from '@/lib/volunteers/queries'
import { DatasetTeams } from './dataset-teams'
import { CreateAccount, GrantRole } from './forms'
import { TeamTable } from './team-table'
import { Volunteers } from './volunteers'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('team')
  return { title: t('title') }
}

export default async function TeamPage({ searchParams }: PageProps<'/team'>) {
  const actor = await requireMemberPage(paths.team())
  const [offers, { answered }] = await Promise.all([offersFor(actor), searchParams])
  const volunteers = <Volunteers {...offers} done={answered} />
  if (!can(actor, 'people.manage'))
    return <DatasetTeams teams={await datasetTeams(actor)}>{volunteers}</DatasetTeams>
  const [team, changes, datasets, missing, t, senders, viewing] = await Promise.all([
    listTeam(actor),
    recentRoleChanges(actor),
    datasetOptions(),
    unhandled(),
    getT('team'),
    getT('senders'),
    getT('viewing.site'),
  ])
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <p className="mb-6 flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <Link href={paths.senders()} className="link">
          {senders('title')}
        </Link>
        <Link href={paths.siteViewing()} className="link">
          {viewing('title')}
        </Link>
        <Link href={paths.reportLimit()} className="link">
          {t('reportLimit.title')}
        </Link>
      </p>
      <div className="mb-10 flex flex-col gap-3 empty:hidden">
        {missing.restricted ? <Callout tone="warn">{t('unhandled.restricted')}</Callout> : null}
        {missing.datasets.length > 0 ? (
          <Callout tone="warn">
            {t('unhandled.datasets', {
              n: missing.datasets.length,
              names: missing.datasets.map((name) => t('unhandled.name', { name })).join(', '),
            })}
          </Callout>
        ) : null}
      </div>
      {volunteers}
      <Section title={t('accounts')}>
        <TeamTable team={team} />
      </Section>
      <div className="mt-10 grid gap-x-10 gap-y-10 lg:grid-cols-2 [&>section]:mt-0">
        <Section title={t('grant.title')}>
          <GrantRole datasets={datasets} />
        </Section>
        <Section title={t('make.title')}>
          <CreateAccount />
        </Section>
      </div>
      <Section title={t('changes.title')}>
        {changes.length === 0 ? <p className="text-sm text-ink-soft">{t('changes.none')}</p> : null}
        <ul className="flex flex-col gap-1 text-sm">
          {changes.map((change) => (
            <li key={change.id}>
              {t.rich(
                `changes.${change.change === 'granted' ? 'granted' : 'revoked'}${change.dataset === null ? '' : 'In'}`,
                {
                  person: change.person,
                  role: roleLabel(change.role),
                  dataset: change.dataset ?? '',
                  time: () => <Timestamp at={change.at} />,
                },
              )}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
