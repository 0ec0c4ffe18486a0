import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireMemberPage } from '@/lib/auth/session'
import { getT } from '@/lib/i18n/server'
import { datasetsMeasured } from '@/lib/metrics/datasets'
import { paths } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('metrics')
  return { title: t('title') }
}

/** Whoever has one dataset is at its numbers at once. */
export default async function MetricsPage() {
  const actor = await requireMemberPage(paths.metrics())
  const [datasets, t] = await Promise.all([datasetsMeasured(actor), getT('metrics')])
  const [only, more] = datasets
  if (only && !more) redirect(paths.metricsOf(only.slug))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {datasets.length === 0 ? (
        <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {datasets.map(({ id, slug, name }) => (
            <li key={id} className="py-3">
              <Link href={paths.metricsOf(slug)} className="link">
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
