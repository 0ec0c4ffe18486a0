import type { Metadata } from 'next'
import { ActionButton } from '@/components/form/action-button'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { LinkButton } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Timestamp } from '@/components/ui/timestamp'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetOptions } from '@/lib/datasets/options'
import { paths } from '@/lib/paths'
import { roleLabel } from '@/lib/people/labels'
import { ownAccount } from '@/lib/people/queries'
import { STATE } from '@/lib/volunteers/labels'
import { ownOffers } from '@/lib/volunteers/queries'
import { changePasswordAction, signOutAction } from './actions'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const actor = await requireMemberPage(paths.account())
  const [account, datasets, offers] = await Promise.all([
    ownAccount(actor.id),
    datasetOptions(),
    ownOffers(actor),
  ])
  const roles = [
    ...actor.site.map(roleLabel),
    ...datasets.flatMap(({ id, name }) =>
      (actor.roles[id] ?? []).map((role) => `${roleLabel(role)} of ${name}`),
    ),
  ]
  return (
    <>
      <PageHeader
        title="Your account"
        actions={
          <>
            <LinkButton href={paths.accountKeys()} kind="quiet">
              Keys
            </LinkButton>
            <ActionButton action={signOutAction} fields={{}} pendingLabel="Signing out…">
              Sign out
            </ActionButton>
          </>
        }
      />
      <DescriptionList
        items={[
          { term: 'Name', detail: account?.name },
          { term: 'E-mail address', detail: account?.email },
          { term: 'Public name', detail: `${account?.pseudonym}: what others see beside your decisions` },
          { term: 'Roles', detail: roles.length > 0 ? roles.join(', ') : 'none yet' },
          ...offers.map(({ dataset, state, at }) => ({
            term: `Offer to review ${dataset}`,
            detail: (
              <>
                {STATE[state]} (sent <Timestamp at={at} />)
              </>
            ),
          })),
        ]}
      />
      {account?.hasPassword ? (
        <Section title="Change your password">
          <div className="max-w-md">
            <Form action={changePasswordAction}>
              <TextField
                name="current"
                label="Current password"
                type="password"
                autoComplete="current-password"
                required
              />
              <TextField
                name="password"
                label="New password"
                hint="At least 12 characters."
                type="password"
                autoComplete="new-password"
                required
              />
              <TextField
                name="repeat"
                label="New password again"
                type="password"
                autoComplete="new-password"
                required
              />
              <SubmitButton>Change it and sign in again</SubmitButton>
            </Form>
          </div>
        </Section>
      ) : null}
    </>
  )
}
