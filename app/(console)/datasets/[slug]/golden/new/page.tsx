import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { cannotNominate } from '@/lib/golden/nominate'
import { goldenOfCase } from '@/lib/golden/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { paths } from '@/lib/paths'
import { caseView } from '@/lib/review/case-view'
import { NominateForm } from './nominate-form'

export const metadata: Metadata = { title: 'New check' }

/** What is expected of whoever is given this case, and why. */
export default async function GoldenNewPage({
  params,
  searchParams,
}: PageProps<'/datasets/[slug]/golden/new'>) {
  const { slug } = await params
  const caseId = (await searchParams)['case']
  const from = typeof caseId === 'string' ? caseId : ''
  const actor = await requireMemberPage(paths.goldenNew(slug, from))
  const dataset = await orNotFound(datasetBySlug(slug))
  const header = (
    <PageHeader
      title="New check"
      trail={[
        { href: paths.dataset(slug), label: dataset.name },
        { href: paths.golden(slug), label: 'Checks' },
      ]}
      lead="Choose a case that shows a rule of the policy clearly. A check that good reviewers get wrong teaches nobody anything."
    />
  )
  const denied = cannot(actor, 'golden.edit', dataset.id)
  if (denied)
    return (
      <>
        {header}
        <EmptyState title="You cannot make checks here">{denied}</EmptyState>
      </>
    )
  const view = await orNotFound(caseView(actor, slug, from))
  const made = await goldenOfCase(dataset.id, view.id)
  if (made) redirect(paths.goldenItem(slug, made))
  const unfit = cannotNominate(view)
  return (
    <>
      {header}
      <p className="mb-5 text-sm">
        From the{' '}
        <Link href={paths.reviewCase(slug, view.id)} className="link">
          case {view.digest.slice(0, 10)}…
        </Link>
        , {view.categoryLabel.toLowerCase()}
      </p>
      {unfit || !view.inForce ? (
        <Callout tone="warn" title="This case cannot become a check">
          {unfit}
        </Callout>
      ) : (
        <NominateForm view={view} decided={view.inForce} />
      )}
    </>
  )
}
