import type { Metadata } from 'next'
import { ActionButton } from '@/components/form/action-button'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { LinkButton } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Timestamp } from '@/components/ui/timestamp'
import type { Member } from '@/lib/auth/actor'
import { can, datasetsWhere } from '@/lib/auth/permissions'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetOptions } from '@/lib/datasets/options'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { roleLabel } from '@/lib/people/labels'
import { ownAccount } from '@/lib/people/queries'
import { ownOffers } from '@/lib/volunteers/queries'
import { changePasswordAction, signOutAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('account.own')
  return { title: t('title') }
}

/** Whether they see cases of any dataset; officers do in all. */
const casesOf = (actor: Member) =>
  can(actor, 'restricted.handle') || datasetsWhere(actor, 'case.view').length > 0

export default async function AccountPage() {
  const actor = await requireMemberPage(paths.account())
  const [account, datasets, offers, t, tField, tState] = await Promise.all([
    ownAccount(actor.id),
    datasetOptions(),
    ownOffers(actor),
    getT('account.own'),
    getT('account.field'),
    getT('join.state'),
  ])
  const roles = [
    ...actor.site.map(roleLabel),
    ...datasets.flatMap(({ id, name }) =>
      (actor.roles[id] ?? []).map((role) => t('roleIn', { role: roleLabel(role), dataset: name })),
    ),
  ]
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            {casesOf(actor) ? (
              <LinkButton href={paths.queueSettings()} kind="quiet">
                {t('whatISee')}
              </LinkButton>
            ) : null}
            <LinkButton href={paths.accountKeys()} kind="quiet">
              {t('keys')}
            </LinkButton>
            <ActionButton action={signOutAction} fields={{}} pendingLabel={t('signingOut')}>
              {t('signOut')}
            </ActionButton>
          </>
        }
      />
      <DescriptionList
        items={[
          { term: t('name'), detail: account?.name },
          { term: tField('email'), detail: account?.email },
          { term: t('publicName'), detail: t('publicNameIs', { pseudonym: account?.pseudonym ?? '' }) },
          { term: t('roles'), detail: roles.length > 0 ? roles.join(', ') : t('noRoles') },
          ...offers.map(({ dataset, state, at }) => ({
            term: t('offer', { dataset }),
            detail: t.rich('offerState', { state: tState(state), time: () => <Timestamp at={at} /> }),
          })),
        ]}
      />
      {account?.hasPassword ? (
        <Section title={t('password.title')}>
          <div className="max-w-md">
            <Form action={changePasswordAction}>
              <TextField
                name="current"
                label={t('password.current')}
                type="password"
                autoComplete="current-password"
                required
              />
              <TextField
                name="password"
                label={t('password.new')}
                hint={tField('twelve')}
                type="password"
                autoComplete="new-password"
                required
              />
              <TextField
                name="repeat"
                label={t('password.repeat')}
                type="password"
                autoComplete="new-password"
                required
              />
              <SubmitButton>{t('password.submit')}</SubmitButton>
            </Form>
          </div>
        </Section>
      ) : null}
    </>
  )
}
