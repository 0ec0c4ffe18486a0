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
import { paths } from '@/lib/paths'
import { policyOf } from '@/lib/policies/queries'
import { formatReasons } from '@/lib/policies/reason-lines'
import { publishPolicyAction } from './actions'

export const metadata: Metadata = { title: 'New policy version' }

export default async function PolicyEditPage({ params }: PageProps<'/datasets/[slug]/policy/edit'>) {
  const { slug } = await params
  const actor = await requireMemberPage(paths.policyEdit(slug))
  const dataset = await orNotFound(datasetBySlug(slug))
  const policy = await policyOf(dataset.id)
  const denied = cannot(actor, 'policy.edit', dataset.id)
  return (
    <>
      <PageHeader
        title="New policy version"
        trail={[
          { href: paths.dataset(slug), label: dataset.name },
          { href: paths.policy(slug), label: 'Policy' },
        ]}
        lead="A version is never edited: this makes the next one. Decisions keep the version they were made under, and nothing is reopened by itself."
      />
      {denied ? (
        <EmptyState title="You cannot change this policy">{denied}</EmptyState>
      ) : (
        <div className="max-w-prose">
          <Form action={publishPolicyAction}>
            <input type="hidden" name="dataset" value={slug} />
            <input type="hidden" name="basedOn" value={policy.id} />
            <ShowNow />
            <TextareaField
              name="text"
              label="Policy"
              hint="# begins a heading, ## a section, an empty line a paragraph."
              defaultValue={policy.text}
              rows={24}
              required
            />
            <TextareaField
              name="reasons"
              label="Reason codes"
              hint="One on each line: code | category | actions | ground | guidance. The first action is the usual one."
              defaultValue={formatReasons(policy.reasons)}
              rows={16}
              required
            />
            <SubmitButton pendingLabel="Publishing…">Put in force</SubmitButton>
          </Form>
        </div>
      )}
    </>
  )
}
