import type { Metadata } from 'next'
import { TextareaField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { ShowNow } from '@/components/form/show-now'
import { SubmitButton } from '@/components/form/submit-button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { policyOf } from '@/lib/policies/queries'
import { formatReasons } from '@/lib/policies/reason-lines'
import { publishPolicyAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('policies.edit')
  return { title: t('title') }
}

export default async function PolicyEditPage({ params }: PageProps<'/datasets/[slug]/policy/edit'>) {
  const [{ slug }, t] = await Promise.all([params, getT('policies.edit')])
  const actor = await requireMemberPage(paths.policyEdit(slug))
  const dataset = await orNotFound(datasetBySlug(slug))
  const policy = await policyOf(dataset.id)
  const denied = cannot(actor, 'policy.edit', dataset.id)
  return (
    <>
      <PageHeader
        title={t('title')}
        trail={[
          { href: paths.dataset(slug), label: dataset.name },
          { href: paths.policy(slug), label: t('trail') },
        ]}
        lead={t('lead')}
      />
      {denied ? (
        <EmptyState title={t('denied')}>{denied}</EmptyState>
      ) : (
        <div className="max-w-prose">
          <Form action={publishPolicyAction}>
            <input type="hidden" name="dataset" value={slug} />
            <input type="hidden" name="basedOn" value={policy.id} />
            <ShowNow />
            <TextareaField
              name="text"
              label={t('text.label')}
              hint={t('text.hint')}
              defaultValue={policy.text}
              rows={24}
              required
            />
            <TextareaField
              name="reasons"
              label={t('reasons.label')}
              hint={t('reasons.hint')}
              defaultValue={formatReasons(policy.reasons)}
              rows={16}
              required
            />
            <SubmitButton pendingLabel={t('publishing')}>{t('publish')}</SubmitButton>
          </Form>
        </div>
      )}
    </>
  )
}
