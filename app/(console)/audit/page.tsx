import type { Metadata } from 'next'
import Link from 'next/link'
import { LogFacets } from '@/components/log/log-facets'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetOptions } from '@/lib/datasets/options'
import { auditPage } from '@/lib/log/audit'
import { logFilter } from '@/lib/log/filter'
import { paths } from '@/lib/paths'
import { AuditRows } from './audit-rows'

export const metadata: Metadata = { title: 'Audit' }

export default async function AuditPage({ searchParams }: PageProps<'/audit'>) {
  const actor = await requireMemberPage(paths.audit())
  const filter = logFilter(await searchParams)
  const [page, datasets] = await Promise.all([auditPage(actor, filter), datasetOptions()])
  const { type, dataset, before } = filter
  return (
    <>
      <PageHeader
        title="Audit"
        lead="The log in full sentences. Leads and maintainers read what, why and by whom for their datasets; admins for the site; everybody else reads what the public reads."
        actions={
          <Link href={paths.draws()} className="link">
            Audit draws
          </Link>
        }
      />
      <div className="grid gap-6 md:grid-cols-[12rem_minmax(0,1fr)]">
        <LogFacets filter={filter} datasets={datasets} href={paths.audit} />
        <div>
          {page.rows.length === 0 ? (
            <EmptyState title="No entry answers to this">Choose something else, or everything.</EmptyState>
          ) : (
            <AuditRows rows={page.rows} />
          )}
          <Pager
            newerHref={before === undefined ? undefined : paths.audit({ type, dataset })}
            olderHref={page.next === null ? undefined : paths.audit({ type, dataset, before: page.next })}
          />
        </div>
      </div>
    </>
  )
}
