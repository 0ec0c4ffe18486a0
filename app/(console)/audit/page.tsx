import type { Metadata } from 'next'
import { LogFacets } from '@/components/log/log-facets'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetOptions } from '@/lib/datasets/options'
import { getT } from '@/lib/i18n/server'
import { auditPage } from '@/lib/log/audit'
import { ENTRY_TYPES } from '@/lib/log/entries'
import { logFilter } from '@/lib/log/filter'
import { paths } from '@/lib/paths'
import { AuditRows } from './audit-rows'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('audit')
  return { title: t('title') }
}

export default async function AuditPage({ searchParams }: PageProps<'/audit'>) {
  const actor = await requireMemberPage(paths.audit())
  const filter = logFilter(await searchParams)
  const [page, datasets, t, words] = await Promise.all([
    auditPage(actor, filter),
    datasetOptions(),
    getT('audit'),
    getT('log'),
  ])
  const { type, dataset, before } = filter
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <Link href={paths.draws()} className="link">
            {t('draws')}
          </Link>
        }
      />
      <div className="grid gap-6 md:grid-cols-[12rem_minmax(0,1fr)]">
        <LogFacets filter={filter} types={ENTRY_TYPES} datasets={datasets} href={paths.audit} />
        <div>
          {page.rows.length === 0 ? (
            <EmptyState title={words('none.title')}>{words('none.text')}</EmptyState>
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
