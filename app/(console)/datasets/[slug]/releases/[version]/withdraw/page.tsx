import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { useT } from '#i18n'
import { RadioField } from '@/components/form/choice-fields'
import { TextareaField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { NOTICE_KINDS } from '@/lib/releases/labels'
import { releaseByVersion, type ReleaseView } from '@/lib/releases/queries'
import { withdrawAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('releases.withdraw')
  return { title: t('tab') }
}

export default async function WithdrawPage({
  params,
}: PageProps<'/datasets/[slug]/releases/[version]/withdraw'>) {
  const { slug, version } = await params
  const t = await getT('releases.withdraw')
  const actor = await requireMemberPage(paths.releaseWithdraw(slug, version))
  const release = (await releaseByVersion(slug, version)) ?? notFound()
  const denied = cannot(actor, 'release.publish', release.dataset.id)
  const left = NOTICE_KINDS.filter((kind) => release.notices.every((said) => said.kind !== kind))
  return (
    <>
      <PageHeader
        title={t('title', { release: release.name })}
        lead={t('lead')}
        trail={[
          { href: paths.dataset(slug), label: release.dataset.name },
          { href: paths.release(slug, release.name), label: release.name },
        ]}
      />
      {denied ? (
        <EmptyState title={t('denied')}>{denied}</EmptyState>
      ) : release.removed || left.length === 0 ? (
        <EmptyState title={t('gone.title')}>{t('gone.text')}</EmptyState>
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
  const t = useT('releases')
  return (
    <div className="max-w-form">
      <Form action={withdrawAction}>
        <input type="hidden" name="datasetId" value={release.dataset.id} />
        <input type="hidden" name="version" value={release.version} />
        <input type="hidden" name="profile" value={release.profile} />
        <RadioField
          name="kind"
          legend={t('withdraw.kind')}
          options={kinds.map((kind) => ({
            value: kind,
            label: t(`notice.${kind}.choice`),
            hint: t(`notice.${kind}.effect`),
          }))}
        />
        <TextareaField
          name="reason"
          label={t('withdraw.reason')}
          hint={t('withdraw.reasonHint')}
          rows={3}
          required
        />
        <TextField
          name="confirm"
          label={t('withdraw.confirm', { release: release.name })}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <SubmitButton kind="danger" pendingLabel={t('withdraw.submitting')}>
          {t('withdraw.submit')}
        </SubmitButton>
      </Form>
    </div>
  )
}
