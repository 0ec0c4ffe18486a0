import type { Metadata } from 'next'
import { useT } from '#i18n'
import { SelectField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader, Section } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { Timestamp } from '@/components/ui/timestamp'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { categoryInText, categoryName } from '@/lib/detection/category-name'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { sourceReasons } from '@/lib/review/source-reasons'
import { whyRecused } from '@/lib/review/voters'
import { type ExclusionView, exclusionView } from '@/lib/takedowns/exclusions'
import { reasonName } from '@/lib/policies/reason-name'
import { endRuleAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('suppression.one')
  return { title: t('title') }
}

export default async function ExclusionPage({ params }: PageProps<'/datasets/[slug]/exclusions/[id]'>) {
  const [{ slug, id }, t] = await Promise.all([params, getT('suppression')])
  const actor = await requireMemberPage(paths.exclusion(slug, id))
  const dataset = await orNotFound(datasetBySlug(slug))
  const denied = cannot(actor, 'takedown.view', dataset.id)
  const exclusion = denied ? null : await orNotFound(exclusionView(actor, dataset.id, id))
  const cannotEnd = cannot(actor, 'source.decide', dataset.id) ?? (await whyRecused(actor, dataset.id))
  return (
    <>
      <PageHeader
        title={t('one.title')}
        trail={[
          { href: paths.dataset(slug), label: dataset.name },
          { href: paths.exclusions(slug), label: t('title') },
        ]}
        badges={
          exclusion ? (
            <StatusBadge progress={exclusion.endedAt ? 'held' : 'done'}>
              {t(exclusion.endedAt ? 'state.ended' : 'state.inForce')}
            </StatusBadge>
          ) : null
        }
      />
      {exclusion ? <Facts slug={slug} exclusion={exclusion} /> : null}
      {denied ? <EmptyState title={t('one.denied')}>{denied}</EmptyState> : null}
      {exclusion && !exclusion.endedAt ? (
        <Section title={t('end.title')}>
          {cannotEnd ? (
            <p className="text-ink-soft">{cannotEnd}</p>
          ) : (
            <EndForm
              datasetId={dataset.id}
              ruleId={exclusion.id}
              reasons={await sourceReasons(dataset.id, 'keep', exclusion.category)}
              category={exclusion.category}
            />
          )}
        </Section>
      ) : null}
    </>
  )
}

function Facts({ slug, exclusion }: { slug: string; exclusion: ExclusionView }) {
  const t = useT('suppression')
  return (
    <DescriptionList
      items={[
        {
          term: t('about'),
          detail: t('one.about', { source: t(`source.${exclusion.kind}`) }),
        },
        {
          term: t('one.holds.term'),
          detail: exclusion.territories
            ? t('one.holds.places', { places: exclusion.territories.join(', ') })
            : t('one.holds.everywhere'),
        },
        {
          term: t('one.decided.term'),
          detail: t.rich('one.decided.detail', {
            when: () => <Timestamp at={exclusion.since} show="full" />,
            by: exclusion.by,
            category: categoryName(exclusion.category),
            reason: exclusion.reasonCode,
            code: (words) => <code className="font-mono text-xs">{words}</code>,
          }),
        },
        ...(exclusion.caseId
          ? [
              {
                term: t('one.case.term'),
                detail: (
                  <Link href={paths.reviewCase(slug, exclusion.caseId)} className="link">
                    {t('one.case.link')}
                  </Link>
                ),
              },
            ]
          : []),
        ...(exclusion.request
          ? [
              {
                term: t('one.request'),
                detail: (
                  <Link href={paths.request(exclusion.request.id)} className="link">
                    {exclusion.request.reference}
                  </Link>
                ),
              },
            ]
          : []),
        { term: t('one.lastImport.term'), detail: t('one.lastImport.detail', { items: exclusion.items }) },
        ...(exclusion.endedAt
          ? [{ term: t('one.ended'), detail: <Timestamp at={exclusion.endedAt} show="full" /> }]
          : []),
      ]}
    />
  )
}

function EndForm({
  datasetId,
  ruleId,
  reasons,
  category,
}: {
  datasetId: string
  ruleId: string
  reasons: readonly { code: string; label: string }[]
  category: string
}) {
  const t = useT('suppression')
  if (reasons.length === 0)
    return (
      <p className="max-w-prose text-ink-soft">{t('end.noReason', { category: categoryInText(category) })}</p>
    )
  return (
    <div className="max-w-form">
      <p className="mb-4">{t('end.lead')}</p>
      <Form action={endRuleAction}>
        <input type="hidden" name="datasetId" value={datasetId} />
        <input type="hidden" name="ruleId" value={ruleId} />
        <SelectField
          name="reasonCode"
          label={t('reason.label')}
          placeholder={t('reason.placeholder')}
          options={reasons.map((reason) => ({
            value: reason.code,
            label: reasonName(reason),
          }))}
          required
        />
        <SubmitButton kind="danger" pendingLabel={t('recording')}>
          {t('end.submit')}
        </SubmitButton>
      </Form>
    </div>
  )
}
