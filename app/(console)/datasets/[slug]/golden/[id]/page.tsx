import type { Metadata } from 'next'
import Link from 'next/link'
import { ActionButton } from '@/components/form/action-button'
import { Callout } from '@/components/ui/callout'
import { CategoryBadge } from '@/components/ui/category-badge'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Timestamp } from '@/components/ui/timestamp'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { GOLDEN_STATUS } from '@/lib/golden/labels'
import { goldenItemOf, type GoldenView } from '@/lib/golden/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { paths } from '@/lib/paths'
import { ACTION } from '@/lib/review/labels'
import { confirmGoldenAction } from '../actions'
import { AnswersTable } from './answers-table'
import { Retire } from './retire'

export const metadata: Metadata = { title: 'Check' }

/** One golden item: what it expects, what was answered, and the way to take it back. */
export default async function GoldenItemPage({ params }: PageProps<'/datasets/[slug]/golden/[id]'>) {
  const { slug, id } = await params
  const actor = await requireMemberPage(paths.goldenItem(slug, id))
  const dataset = await orNotFound(datasetBySlug(slug))
  const trail = [
    { href: paths.dataset(slug), label: dataset.name },
    { href: paths.golden(slug), label: 'Checks' },
  ]
  const denied = cannot(actor, 'golden.edit', dataset.id)
  if (denied)
    return (
      <>
        <PageHeader title="Check" trail={trail} />
        <EmptyState title="You cannot see this check">{denied}</EmptyState>
      </>
    )
  const item = await orNotFound(goldenItemOf(actor, dataset.id, id))
  return (
    <>
      <PageHeader
        title={`Check ${item.digest.slice(0, 10)}…`}
        trail={trail}
        badges={<CategoryBadge category={item.category} label={item.categoryLabel} />}
      />
      <State item={item} datasetId={dataset.id} own={item.nominatedBy === actor.id} />
      <DescriptionList items={factsOf(slug, item)} />
      <Section title="Answers">
        {item.answers.length === 0 ? (
          <p className="text-sm text-ink-soft">Nobody has been given it to the end yet.</p>
        ) : (
          <AnswersTable answers={item.answers} />
        )}
      </Section>
      {item.retired ? null : <Retire datasetId={dataset.id} goldenId={item.id} answered={item.answered} />}
    </>
  )
}

function State({ item, datasetId, own }: { item: GoldenView; datasetId: string; own: boolean }) {
  const { status, retired, confirmed } = item
  const words = GOLDEN_STATUS[status]
  return (
    <div className="mb-6 flex flex-col gap-3">
      <Callout tone={status === 'served' ? 'good' : 'warn'} title={`This check is ${words.label}`}>
        {words.says}
        {retired ? (
          <>
            {' '}
            {retired.by} took it back <Timestamp at={retired.at} />: {retired.note ?? 'the text was erased.'}
          </>
        ) : null}
      </Callout>
      {retired || confirmed ? null : (
        <ActionButton
          action={confirmGoldenAction}
          fields={{ datasetId, goldenId: item.id }}
          disabledReason={own ? 'You made it: another lead confirms it.' : null}
          pendingLabel="Confirming…"
        >
          Confirm it
        </ActionButton>
      )}
    </div>
  )
}

function factsOf(slug: string, item: GoldenView) {
  return [
    { term: 'Best answer', detail: item.actions.slice(0, 1).map((action) => ACTION[action].verb) },
    ...(item.actions.length > 1
      ? [
          {
            term: 'Also right',
            detail: item.actions
              .slice(1)
              .map((action) => ACTION[action].verb)
              .join(', '),
          },
        ]
      : []),
    { term: 'Right reasons', detail: item.reasons.length > 0 ? item.reasons.join(', ') : 'any' },
    {
      term: 'Passages',
      detail: item.judgesPassages
        ? `have to match those of the decision by ${Math.round(item.leastOverlap * 100)} %`
        : 'are not judged',
    },
    {
      term: 'Why',
      detail: (
        <span className="wrap-anywhere whitespace-pre-line">
          {item.rationale ?? 'Erased with the text it was about.'}
        </span>
      ),
    },
    {
      term: 'Made',
      detail: (
        <>
          by {item.by} <Timestamp at={item.at} />, under policy version {item.policyNumber}
        </>
      ),
    },
    ...(item.confirmed
      ? [
          {
            term: 'Confirmed',
            detail: (
              <>
                by {item.confirmed.by} <Timestamp at={item.confirmed.at} />
              </>
            ),
          },
        ]
      : []),
    {
      term: 'Case',
      detail: (
        <Link href={paths.reviewCase(slug, item.caseId)} className="link">
          the case it was made of
        </Link>
      ),
    },
  ]
}
