import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { categoryInText } from '@/lib/detection/category-name'
import { cannotNominate } from '@/lib/golden/nominate'
import { goldenOfCase } from '@/lib/golden/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { caseView } from '@/lib/review/case-view'
import { NominateForm } from './nominate-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('golden')
  return { title: t('new.title') }
}

/** What is expected of whoever is given this case, and why. */
export default async function GoldenNewPage({
  params,
  searchParams,
}: PageProps<'/datasets/[slug]/golden/new'>) {
  const { slug } = await params
  const caseId = (await searchParams)['case']
  const from = typeof caseId === 'string' ? caseId : ''
  const actor = await requireMemberPage(paths.goldenNew(slug, from))
  const [dataset, t] = await Promise.all([orNotFound(datasetBySlug(slug)), getT('golden')])
  const header = (
    <PageHeader
      title={t('new.title')}
      trail={[
        { href: paths.dataset(slug), label: dataset.name },
        { href: paths.golden(slug), label: t('title') },
      ]}
      lead={t('new.lead')}
    />
  )
  const denied = cannot(actor, 'golden.edit', dataset.id)
  if (denied)
    return (
      <>
        {header}
        <EmptyState title={t('new.denied')}>{denied}</EmptyState>
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
        {t.rich('new.from', {
          digest: view.digest.slice(0, 10),
          category: categoryInText(view.category),
          case: (words) => (
            <Link href={paths.reviewCase(slug, view.id)} className="link">
              {words}
            </Link>
          ),
        })}
      </p>
      {unfit || !view.inForce ? (
        <Callout tone="warn" title={t('new.unfit')}>
          {unfit}
        </Callout>
      ) : (
        <NominateForm view={view} decided={view.inForce} />
      )}
    </>
  )
}
