import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetsMeasured } from '@/lib/metrics/datasets'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: 'Metrics' }

/** Whoever has one dataset is at its numbers at once. */
export default async function MetricsPage() {
  const actor = await requireMemberPage(paths.metrics())
  const datasets = await datasetsMeasured(actor)
  const [only, more] = datasets
  if (only && !more) redirect(paths.metricsOf(only.slug))
  return (
    <>
      <PageHeader title="Metrics" lead="How the review of each dataset goes." />
      {datasets.length === 0 ? (
        <EmptyState title="No metrics for you">
          Leads and maintainers of a dataset and admins read how its review goes.
        </EmptyState>
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
