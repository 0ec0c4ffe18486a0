import type { Metadata } from 'next'
import { PageHeader } from '@/components/ui/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { listCategories } from '@/lib/flags/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { paths } from '@/lib/paths'
import { rulesOf } from '@/lib/review/edit-queues'
import { versionOf } from '@/lib/review/opened'
import { queueById } from '@/lib/review/queues'
import { QueueForm } from './queue-form'

export const metadata: Metadata = { title: 'Rules of a queue' }

export default async function DatasetQueuePage({ params }: PageProps<'/datasets/[slug]/queues/[id]'>) {
  const { slug, id } = await params
  const actor = await requireMemberPage(paths.datasetQueue(slug, id))
  const dataset = await orNotFound(datasetBySlug(slug))
  const denied = cannot(actor, 'queue.edit', dataset.id)
  const queue = denied || id === 'new' ? null : await orNotFound(queueById(dataset.id, id))
  const categories = await listCategories()
  return (
    <>
      <PageHeader
        title={queue ? queue.name : 'A new queue'}
        trail={[
          { href: paths.dataset(slug), label: dataset.name },
          { href: paths.datasetQueues(slug), label: 'Queues' },
        ]}
        lead={
          queue
            ? 'A changed rule holds for cases that nobody has begun.'
            : 'It is tried just before the queue that takes everything; move it up from there.'
        }
      />
      {denied ? (
        <EmptyState title="You cannot change these queues">{denied}</EmptyState>
      ) : (
        <QueueForm
          datasetId={dataset.id}
          queue={queue}
          opened={queue ? versionOf(rulesOf(queue)) : ''}
          back={paths.datasetQueues(slug)}
          categories={categories.filter(({ restricted }) => !restricted)}
        />
      )}
    </>
  )
}
