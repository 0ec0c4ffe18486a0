import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { PROGRESS } from '@/lib/bulk/labels'
import { bulkView, selectionOf } from '@/lib/bulk/queries'
import { datasetBySlug } from '@/lib/datasets/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { titleOf } from '../bulk-table'
import { Carried } from './carried'
import { Draft } from './draft'
import { Sample } from './sample'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('bulk')
  return { title: t('titleOne') }
}

/** One bulk decision: what it would do, what it does, what it has done. */
export default async function BulkPage({ params }: PageProps<'/triage/[dataset]/bulk/[id]'>) {
  const { dataset: slug, id } = await params
  const actor = await requireMemberPage(paths.bulk(slug, id))
  const dataset = await orNotFound(datasetBySlug(slug))
  const [t, triage] = await Promise.all([getT('bulk'), getT('triage')])
  const trail = [
    { href: paths.triage({ dataset: slug }), label: triage('title') },
    { href: paths.bulks(slug), label: t('title') },
  ]
  const denied = cannot(actor, 'case.bulk', dataset.id)
  if (denied)
    return (
      <>
        <PageHeader title={t('titleOne')} trail={trail} />
        <EmptyState title={t('cannot')}>{denied}</EmptyState>
      </>
    )
  const view = await orNotFound(bulkView(actor, slug, id))
  return (
    <>
      <PageHeader
        title={titleOf(view)}
        trail={trail}
        badges={<StatusBadge progress={PROGRESS[view.state]}>{t(`badge.${view.state}`)}</StatusBadge>}
        lead={t(view.state === 'draft' ? 'one.prepared' : 'one.started', {
          n: view.total,
          dataset: view.dataset,
          selection: selectionOf(view.selection),
          name: view.by,
        })}
      />
      {view.sample ? <Sample view={view} sample={view.sample} /> : null}
      {view.state === 'draft' ? <Draft view={view} /> : <Carried view={view} />}
    </>
  )
}
