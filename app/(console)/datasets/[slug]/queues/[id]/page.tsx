import type { Metadata } from 'next'
import { PageHeader } from '@/components/ui/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetBySlug } from '@/lib/datasets/queries'
import { listCategories } from '@/lib/flags/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { rulesOf } from '@/lib/review/edit-queues'
import { versionOf } from '@/lib/review/opened'
import { queueById } from '@/lib/review/queues'
import { QueueForm } from './queue-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('queues.form')
  return { title: t('title') }
}

export default async function DatasetQueuePage({ params }: PageProps<'/datasets/[slug]/queues/[id]'>) {
  const { slug, id } = await params
  const actor = await requireMemberPage(paths.datasetQueue(slug, id))
  const dataset = await orNotFound(datasetBySlug(slug))
  const denied = cannot(actor, 'queue.edit', dataset.id)
  const queue = denied || id === 'new' ? null : await orNotFound(queueById(dataset.id, id))
  const [categories, t, queues] = await Promise.all([
    listCategories(),
    getT('queues.form'),
    getT('queues.page'),
  ])
  return (
    <>
      <PageHeader
        title={queue ? queue.name : t('new')}
        trail={[
          { href: paths.dataset(slug), label: dataset.name },
          { href: paths.datasetQueues(slug), label: queues('title') },
        ]}
        lead={queue ? t('lead') : t('newLead')}
      />
      {denied ? (
        <EmptyState title={queues('denied')}>{denied}</EmptyState>
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
