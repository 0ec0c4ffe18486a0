import type { Metadata } from 'next'
import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { Callout } from '@/components/ui/callout'
import { CategoryBadge } from '@/components/ui/category-badge'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Timestamp } from '@/components/ui/timestamp'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { categoryName } from '@/lib/detection/category-name'
import { goldenItemOf, type GoldenView } from '@/lib/golden/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { confirmGoldenAction } from '../actions'
import { AnswersTable } from './answers-table'
import { Retire } from './retire'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('golden')
  return { title: t('item.title') }
}

/** One golden item: what it expects, what was answered, and the way to take it back. */
export default async function GoldenItemPage({ params }: PageProps<'/datasets/[slug]/golden/[id]'>) {
  const { slug, id } = await params
  const actor = await requireMemberPage(paths.goldenItem(slug, id))
  const [dataset, t] = await Promise.all([orNotFound(datasetBySlug(slug)), getT('golden')])
  const trail = [
    { href: paths.dataset(slug), label: dataset.name },
    { href: paths.golden(slug), label: t('title') },
  ]
  const denied = cannot(actor, 'golden.edit', dataset.id)
  if (denied)
    return (
      <>
        <PageHeader title={t('item.title')} trail={trail} />
        <EmptyState title={t('item.denied')}>{denied}</EmptyState>
      </>
    )
  const item = await orNotFound(goldenItemOf(actor, dataset.id, id))
  return (
    <>
      <PageHeader
        title={t('item.heading', { digest: item.digest.slice(0, 10) })}
        trail={trail}
        badges={<CategoryBadge category={item.category} label={categoryName(item.category)} />}
      />
      <State item={item} datasetId={dataset.id} own={item.nominatedBy === actor.id} />
      <Facts slug={slug} item={item} />
      <Section title={t('item.answers')}>
        {item.answers.length === 0 ? (
          <p className="text-sm text-ink-soft">{t('item.noAnswers')}</p>
        ) : (
          <AnswersTable answers={item.answers} />
        )}
      </Section>
      {item.retired ? null : <Retire datasetId={dataset.id} goldenId={item.id} answered={item.answered} />}
    </>
  )
}

function State({ item, datasetId, own }: { item: GoldenView; datasetId: string; own: boolean }) {
  const t = useT('golden')
  const { status, retired, confirmed } = item
  return (
    <div className="mb-6 flex flex-col gap-3">
      <Callout
        tone={status === 'served' ? 'good' : 'warn'}
        title={t('item.state', { state: t(`status.${status}`) })}
      >
        {t(`says.${status}`)}
        {retired ? (
          <>
            {' '}
            {t.rich('item.takenBack', {
              by: retired.by,
              at: () => <Timestamp at={retired.at} />,
              note: retired.note ?? t('item.erased'),
            })}
          </>
        ) : null}
      </Callout>
      {retired || confirmed ? null : (
        <ActionButton
          action={confirmGoldenAction}
          fields={{ datasetId, goldenId: item.id }}
          disabledReason={own ? t('item.own') : null}
          pendingLabel={t('item.confirming')}
        >
          {t('item.confirm')}
        </ActionButton>
      )}
    </div>
  )
}

function Facts({ slug, item }: { slug: string; item: GoldenView }) {
  const t = useT('golden.item')
  const action = useT('labels.action')
  const [best, ...others] = item.actions.map((one) => action(`${one}.verb`))
  const { confirmed } = item
  const facts = [
    { term: t('best'), detail: best },
    ...(others.length > 0 ? [{ term: t('also'), detail: others.join(', ') }] : []),
    { term: t('reasons'), detail: item.reasons.length > 0 ? item.reasons.join(', ') : t('anyReason') },
    {
      term: t('passages'),
      detail: item.judgesPassages
        ? t('passagesJudged', { percent: String(Math.round(item.leastOverlap * 100)) })
        : t('passagesFree'),
    },
    {
      term: t('why'),
      detail: <span className="wrap-anywhere whitespace-pre-line">{item.rationale ?? t('whyErased')}</span>,
    },
    {
      term: t('made'),
      detail: t.rich('madeBy', {
        by: item.by,
        at: () => <Timestamp at={item.at} />,
        version: String(item.policyNumber),
      }),
    },
    ...(confirmed
      ? [
          {
            term: t('confirmed'),
            detail: t.rich('confirmedBy', { by: confirmed.by, at: () => <Timestamp at={confirmed.at} /> }),
          },
        ]
      : []),
    {
      term: t('case'),
      detail: (
        <Link href={paths.reviewCase(slug, item.caseId)} className="link">
          {t('caseLink')}
        </Link>
      ),
    },
  ]
  return <DescriptionList items={facts} />
}
