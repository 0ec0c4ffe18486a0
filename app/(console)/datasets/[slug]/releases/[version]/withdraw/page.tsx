import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RadioField } from '@/components/form/choice-fields'
import { TextareaField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { cannot } from '@/lib/auth/permissions'
import { requireMemberPage } from '@/lib/auth/session'
import { paths } from '@/lib/paths'
import { NOTICE, NOTICE_KINDS } from '@/lib/releases/labels'
import { releaseByVersion, type ReleaseView } from '@/lib/releases/queries'
import { withdrawAction } from './actions'

export const metadata: Metadata = { title: 'Withdraw a release' }

export default async function WithdrawPage({
  params,
}: PageProps<'/datasets/[slug]/releases/[version]/withdraw'>) {
  const { slug, version } = await params
  const actor = await requireMemberPage(paths.releaseWithdraw(slug, version))
  const release = (await releaseByVersion(slug, version)) ?? notFound()
  const denied = cannot(actor, 'release.publish', release.dataset.id)
  const left = NOTICE_KINDS.filter((kind) => release.notices.every((said) => said.kind !== kind))
  return (
    <>
      <PageHeader
        title={`Withdraw ${release.name}`}
        lead="A release is never changed. What is said of it afterwards stands on its page and in the log, and whoever asks whether their copy is current hears it. It is not taken back; the next release is the answer."
        trail={[
          { href: paths.dataset(slug), label: release.dataset.name },
          { href: paths.release(slug, release.name), label: release.name },
        ]}
      />
      {denied ? (
        <EmptyState title="You cannot withdraw releases here">{denied}</EmptyState>
      ) : release.removed || left.length === 0 ? (
        <EmptyState title="Its files are gone already">
          There is nothing more to say of this release.
        </EmptyState>
      ) : (
        <WithdrawForm release={release} kinds={left} />
      )}
    </>
  )
}

function WithdrawForm({
  release,
  kinds,
}: {
  release: ReleaseView
  kinds: readonly (typeof NOTICE_KINDS)[number][]
}) {
  return (
    <div className="max-w-form">
      <Form action={withdrawAction}>
        <input type="hidden" name="datasetId" value={release.dataset.id} />
        <input type="hidden" name="version" value={release.version} />
        <input type="hidden" name="profile" value={release.profile} />
        <RadioField
          name="kind"
          legend="What is said of it"
          options={kinds.map((kind) => ({
            value: kind,
            label: NOTICE[kind].choice,
            hint: NOTICE[kind].effect,
          }))}
        />
        <TextareaField
          name="reason"
          label="Why"
          hint="Everybody reads it on the page of the release. Name no person; nothing of it stands in the log."
          rows={3}
          required
        />
        <TextField
          name="confirm"
          label={`Type ${release.name} to confirm`}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <SubmitButton kind="danger" pendingLabel="Recording…">
          Withdraw it
        </SubmitButton>
      </Form>
    </div>
  )
}
