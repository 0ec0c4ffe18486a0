import type { Metadata } from 'next'
import Link from 'next/link'
import { SelectField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { Timestamp } from '@/components/ui/timestamp'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { formatPlural } from '@/lib/format'
import { orNotFound } from '@/lib/http/or-not-found'
import { paths } from '@/lib/paths'
import { sourceReasons } from '@/lib/review/source-reasons'
import { SOURCE } from '@/lib/suppression/labels'
import { type ExclusionView, exclusionView } from '@/lib/takedowns/exclusions'
import { reasonName } from '@/lib/policies/reason-name'
import { endRuleAction } from '../actions'

export const metadata: Metadata = { title: 'Standing exclusion' }

export default async function ExclusionPage({ params }: PageProps<'/datasets/[slug]/exclusions/[id]'>) {
  const { slug, id } = await params
  const actor = await requireMemberPage(paths.exclusion(slug, id))
  const dataset = await orNotFound(datasetBySlug(slug))
  const denied = cannot(actor, 'takedown.view', dataset.id)
  const exclusion = denied ? null : await orNotFound(exclusionView(actor, dataset.id, id))
  const cannotEnd = cannot(actor, 'source.decide', dataset.id)
  return (
    <>
      <PageHeader
        title="Standing exclusion"
        trail={[
          { href: paths.dataset(slug), label: dataset.name },
          { href: paths.exclusions(slug), label: 'Standing exclusions' },
        ]}
        badges={
          exclusion ? (
            <StatusBadge progress={exclusion.endedAt ? 'held' : 'done'}>
              {exclusion.endedAt ? 'ended' : 'in force'}
            </StatusBadge>
          ) : null
        }
      />
      {exclusion ? <Facts slug={slug} exclusion={exclusion} /> : null}
      {denied ? <EmptyState title="You cannot see this">{denied}</EmptyState> : null}
      {exclusion && !exclusion.endedAt ? (
        <Section title="End it">
          {cannotEnd ? (
            <p className="text-ink-soft">{cannotEnd}</p>
          ) : (
            <EndForm
              datasetId={dataset.id}
              ruleId={exclusion.id}
              reasons={await sourceReasons(dataset.id, 'keep', exclusion.category)}
              label={exclusion.categoryLabel}
            />
          )}
        </Section>
      ) : null}
    </>
  )
}

function Facts({ slug, exclusion }: { slug: string; exclusion: ExclusionView }) {
  return (
    <DescriptionList
      items={[
        {
          term: 'About',
          detail: `${SOURCE[exclusion.kind]}; which one is stored as a fingerprint that nobody can read back`,
        },
        {
          term: 'Holds',
          detail: exclusion.territories
            ? `in ${exclusion.territories.join(', ')}, and in releases for the world`
            : 'everywhere',
        },
        {
          term: 'Decided',
          detail: (
            <>
              <Timestamp at={exclusion.since} show="full" /> by {exclusion.by}, {exclusion.categoryLabel},{' '}
              <code className="font-mono text-xs">{exclusion.reasonCode}</code>
            </>
          ),
        },
        ...(exclusion.caseId
          ? [
              {
                term: 'Case',
                detail: (
                  <Link href={paths.reviewCase(slug, exclusion.caseId)} className="link">
                    The case it was decided in
                  </Link>
                ),
              },
            ]
          : []),
        ...(exclusion.request
          ? [
              {
                term: 'Request',
                detail: (
                  <Link href={paths.request(exclusion.request.id)} className="link">
                    {exclusion.request.reference}
                  </Link>
                ),
              },
            ]
          : []),
        { term: 'Last import', detail: `${formatPlural(exclusion.items, 'item')} flagged` },
        ...(exclusion.endedAt
          ? [{ term: 'Ended', detail: <Timestamp at={exclusion.endedAt} show="full" /> }]
          : []),
      ]}
    />
  )
}

function EndForm({
  datasetId,
  ruleId,
  reasons,
  label,
}: {
  datasetId: string
  ruleId: string
  reasons: readonly { code: string; label: string }[]
  label: string
}) {
  if (reasons.length === 0)
    return (
      <p className="max-w-prose text-ink-soft">
        The policy has no reason to keep what is about {label.toLowerCase()}, so this cannot be ended. Add one
        to the policy first.
      </p>
    )
  return (
    <div className="max-w-form">
      <p className="mb-4">
        Its rows come back with the next release, unless something else holds them. That is a decision, with a
        reason, and stands in the log. It can be kept out again, by somebody who knows which source it was.
      </p>
      <Form action={endRuleAction}>
        <input type="hidden" name="datasetId" value={datasetId} />
        <input type="hidden" name="ruleId" value={ruleId} />
        <SelectField
          name="reasonCode"
          label="Reason"
          placeholder="Choose a reason"
          options={reasons.map((reason) => ({
            value: reason.code,
            label: reasonName(reason),
          }))}
          required
        />
        <SubmitButton kind="danger" pendingLabel="Recording…">
          End the exclusion
        </SubmitButton>
      </Form>
    </div>
  )
}
