import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { PROGRESS, STATE } from '@/lib/bulk/labels'
import { bulkView, selectionOf } from '@/lib/bulk/queries'
import { datasetBySlug } from '@/lib/datasets/queries'
import { formatPlural } from '@/lib/format'
import { orNotFound } from '@/lib/http/or-not-found'
import { paths } from '@/lib/paths'
import { titleOf } from '../bulk-table'
import { Carried } from './carried'
import { Draft } from './draft'
import { Sample } from './sample'

export const metadata: Metadata = { title: 'Bulk decision' }

/** One bulk decision: what it would do, what it does, what it has done. */
export default async function BulkPage({ params }: PageProps<'/triage/[dataset]/bulk/[id]'>) {
  const { dataset: slug, id } = await params
  const actor = await requireMemberPage(paths.bulk(slug, id))
  const dataset = await orNotFound(datasetBySlug(slug))
  const trail = [
    { href: paths.triage({ dataset: slug }), label: 'Triage' },
    { href: paths.bulks(slug), label: 'Bulk decisions' },
  ]
  const denied = cannot(actor, 'case.bulk', dataset.id)
  if (denied)
    return (
      <>
        <PageHeader title="Bulk decision" trail={trail} />
        <EmptyState title="You cannot decide many cases at once">{denied}</EmptyState>
      </>
    )
  const view = await orNotFound(bulkView(actor, slug, id))
  return (
    <>
      <PageHeader
        title={titleOf(view)}
        trail={trail}
        badges={<StatusBadge progress={PROGRESS[view.state]}>{STATE[view.state].toLowerCase()}</StatusBadge>}
        lead={`${formatPlural(view.total, 'case')} of ${view.dataset}: ${selectionOf(view.selection)}. ${view.state === 'draft' ? 'Prepared' : 'Started'} by ${view.by}.`}
      />
      {view.sample ? <Sample view={view} sample={view.sample} /> : null}
      {view.state === 'draft' ? <Draft view={view} /> : <Carried view={view} />}
    </>
  )
}
